import type { Migration } from "./migration.ts";

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
];
