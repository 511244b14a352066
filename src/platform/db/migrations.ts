import type { Migration } from "./migration.ts";

/** Whatever writes these tables changes the version of the département's data: see `kept-counts.ts`. */
export function changesVersion(...tables: readonly string[]): string {
  return tables
    .map(
      (table) => `create trigger ${table}_change_version
  after insert or update or delete or truncate on ${table}
  for each statement execute function jalon.changer_version();`,
    )
    .join("\n");
}

export const migrationsPlatform: readonly Migration[] = [
  {
    name: "0001-departements",
    scope: "shared",
    sql: `
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

-- unaccent() is only STABLE, because its dictionary may be replaced; ours is named and stays.
CREATE FUNCTION jalon.sans_accent(texte text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, texte));

CREATE TABLE jalon.departement (
  slug        text PRIMARY KEY,
  code        text NOT NULL,
  nom         text NOT NULL,
  referentiel text NOT NULL,
  schema_nom  text NOT NULL UNIQUE,
  cree_le     timestamptz NOT NULL DEFAULT now()
);`,
  },
  {
    name: "0002-changer-version",
    scope: "shared",
    sql: `
-- A figure kept by a process holds until its version changes, in the transaction that writes what it counts.
-- Writers never wait for each other: each takes a row that nobody holds, or adds one, and the version is all
-- the rows together.
CREATE FUNCTION jalon.changer_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  libre uuid;
BEGIN
  -- Taken first, changed next: in one statement, a row another writer has just changed would no longer be found.
  EXECUTE format('SELECT version FROM %I.version_donnees LIMIT 1 FOR UPDATE SKIP LOCKED', tg_table_schema) INTO libre;
  IF libre IS NULL THEN
    EXECUTE format('INSERT INTO %I.version_donnees VALUES (gen_random_uuid())', tg_table_schema);
  ELSE
    EXECUTE format('UPDATE %I.version_donnees SET version = gen_random_uuid() WHERE version = $1', tg_table_schema) USING libre;
  END IF;
  RETURN NULL;
END $$;`,
  },
  {
    name: "0003-version-des-donnees",
    scope: "departement",
    sql: `
CREATE TABLE version_donnees (version uuid PRIMARY KEY);
INSERT INTO version_donnees VALUES (gen_random_uuid());`,
  },
  {
    name: "0004-boite-envoi",
    scope: "departement",
    sql: `
CREATE TABLE boite_envoi (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cle text NOT NULL UNIQUE,
  canal text NOT NULL CHECK (canal IN ('email', 'sms')),
  -- Recipient, subject and text, sealed; taken away some time after the message has ended.
  contenu bytea,
  -- Keyed digests: what was written and to whom can be proved, not read.
  empreinte bytea NOT NULL,
  empreinte_destinataire bytea NOT NULL,
  etat text NOT NULL DEFAULT 'en-attente' CHECK (etat IN ('en-attente', 'envoye', 'ecrit', 'refuse', 'annule')),
  cree_le timestamptz NOT NULL,
  pas_avant timestamptz,
  perime_le timestamptz,
  prochain_essai timestamptz NOT NULL,
  essais integer NOT NULL DEFAULT 0,
  derniere_erreur text,
  fini_le timestamptz,
  reponse text,
  identifiant text,
  CHECK ((etat = 'en-attente') = (fini_le IS NULL)),
  CHECK (contenu IS NOT NULL OR etat <> 'en-attente')
);
CREATE INDEX boite_envoi_a_envoyer ON boite_envoi (canal, prochain_essai, id) WHERE etat = 'en-attente';
CREATE INDEX boite_envoi_a_oublier ON boite_envoi (fini_le) WHERE contenu IS NOT NULL;
COMMENT ON TABLE boite_envoi IS 'Courriels et SMS à envoyer, envoyés, refusés ou annulés, avec la preuve de leur départ.';

CREATE FUNCTION garder_la_preuve_d_envoi() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'DELETE' THEN
    RAISE EXCEPTION 'La preuve d’un envoi ne s’efface pas.';
  END IF;
  IF new.empreinte <> old.empreinte OR (old.etat IN ('envoye', 'ecrit') AND
     (new.etat, new.fini_le, new.reponse, new.identifiant, new.empreinte_destinataire)
     IS DISTINCT FROM (old.etat, old.fini_le, old.reponse, old.identifiant, old.empreinte_destinataire)) THEN
    RAISE EXCEPTION 'La preuve d’un envoi ne change pas.';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER preuve_d_envoi_gardee BEFORE UPDATE OR DELETE ON boite_envoi
  FOR EACH ROW EXECUTE FUNCTION garder_la_preuve_d_envoi();
${changesVersion("boite_envoi")}`,
  },
  {
    name: "0005-boite-envoi-en-difficulte",
    scope: "departement",
    sql: `
CREATE INDEX boite_envoi_en_difficulte ON boite_envoi (id)
  WHERE etat = 'refuse' OR (etat = 'en-attente' AND essais > 0);`,
  },
];
