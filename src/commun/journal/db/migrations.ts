import type { Migration } from "#platform/db/migration.ts";

/**
 * A row is written at once, but takes its number and its seal when its transaction ends: a deferred trigger
 * takes the lock last, so that no act holds it while it works. Order of sealing is the order of the chain.
 */
export const migrationsJournal: readonly Migration[] = [
  {
    name: "0015-journal",
    scope: "departement",
    sql: `
      CREATE TABLE journal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        numero bigint UNIQUE,
        le timestamptz NOT NULL,
        agent_id integer,
        agent_nom text NOT NULL,
        nature text NOT NULL CHECK (nature IN ('lecture', 'ecriture')),
        acte text NOT NULL,
        objet text NOT NULL,
        objet_id text,
        personne_id bigint,
        details jsonb NOT NULL DEFAULT '{}',
        empreinte_precedente bytea,
        empreinte bytea
      );
      CREATE INDEX journal_par_personne ON journal (personne_id, id) WHERE personne_id IS NOT NULL;
      CREATE INDEX journal_par_agent ON journal (agent_id, id) WHERE agent_id IS NOT NULL;
      CREATE INDEX journal_sur_agent ON journal (objet_id, id) WHERE objet = 'agent';
      COMMENT ON TABLE journal IS 'Qui a lu ou modifié quoi, quand ; lignes enchaînées par SHA-256, jamais modifiées ni effacées.';

      CREATE FUNCTION journal_empreinte(ligne journal) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(COALESCE(ligne.empreinte_precedente, ''::bytea) || convert_to(jsonb_build_array(
          ligne.numero, (extract(epoch FROM ligne.le) * 1000000)::bigint, ligne.agent_id, ligne.agent_nom,
          ligne.nature, ligne.acte, ligne.objet, ligne.objet_id, ligne.personne_id, ligne.details)::text, 'UTF8'))
      $$;

      CREATE FUNCTION journal_sceller() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ligne journal;
        precedente record;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('journal'), hashtext(TG_TABLE_SCHEMA));
        SELECT numero, empreinte INTO precedente FROM journal WHERE numero IS NOT NULL ORDER BY numero DESC LIMIT 1;
        SELECT * INTO ligne FROM journal WHERE id = NEW.id;
        IF ligne.numero IS NOT NULL THEN RETURN NULL; END IF;
        ligne.numero := COALESCE(precedente.numero, 0) + 1;
        ligne.empreinte_precedente := precedente.empreinte;
        UPDATE journal SET numero = ligne.numero, empreinte_precedente = ligne.empreinte_precedente,
          empreinte = journal_empreinte(ligne) WHERE id = NEW.id;
        RETURN NULL;
      END $$;

      CREATE CONSTRAINT TRIGGER journal_sceller AFTER INSERT ON journal
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.empreinte IS NULL) EXECUTE FUNCTION journal_sceller();

      CREATE FUNCTION journal_refuser() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF OLD.empreinte IS NULL AND OLD.numero IS NULL AND NEW.empreinte IS NOT NULL
            AND to_jsonb(NEW) - '{numero,empreinte,empreinte_precedente}'::text[]
              = to_jsonb(OLD) - '{numero,empreinte,empreinte_precedente}'::text[] THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'Le journal ne se modifie pas et ne s''efface pas.';
      END $$;

      CREATE TRIGGER journal_intangible BEFORE UPDATE OR DELETE ON journal
        FOR EACH ROW EXECUTE FUNCTION journal_refuser();
      CREATE TRIGGER journal_ineffacable BEFORE TRUNCATE ON journal
        FOR EACH STATEMENT EXECUTE FUNCTION journal_refuser();
    `,
  },
];
