import type { Migration } from "#platform/db/migration.ts";

export const migrationsAgent: readonly Migration[] = [
  {
    name: "0010-agent",
    scope: "departement",
    sql: `
      CREATE TABLE agent (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        identifiant text NOT NULL UNIQUE CHECK (identifiant = lower(identifiant)),
        nom text NOT NULL,
        prenom text NOT NULL,
        courriel text,
        mot_de_passe text NOT NULL,
        mot_de_passe_provisoire boolean NOT NULL,
        mot_de_passe_change_le timestamptz NOT NULL,
        cree_le timestamptz NOT NULL,
        ferme_le timestamptz,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX agent_par_nom ON agent (nom, prenom, id);
      COMMENT ON TABLE agent IS 'Comptes des agents du département et de ses partenaires ; un compte se ferme, il ne s’efface pas.';

      CREATE TABLE habilitation (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agent_id integer NOT NULL REFERENCES agent,
        role text NOT NULL,
        territoires integer[] NOT NULL DEFAULT '{}',
        structures integer[] NOT NULL DEFAULT '{}',
        periode daterange NOT NULL,
        donnee_par integer REFERENCES agent,
        donnee_le timestamptz NOT NULL,
        retiree_par integer REFERENCES agent,
        retiree_le timestamptz
      );
      CREATE INDEX habilitation_par_agent ON habilitation (agent_id);
      COMMENT ON TABLE habilitation IS 'Rôle donné à un agent, sur un périmètre, pour une période ; le retrait ferme la période.';

      CREATE TABLE session (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        jeton bytea NOT NULL UNIQUE,
        agent_id integer NOT NULL REFERENCES agent,
        etape text NOT NULL CHECK (etape IN ('second-facteur', 'ouverte')),
        ouverte_le timestamptz NOT NULL,
        vue_le timestamptz NOT NULL,
        expire_le timestamptz NOT NULL,
        adresse text NOT NULL,
        navigateur text NOT NULL,
        fermee_le timestamptz
      );
      CREATE INDEX session_par_agent ON session (agent_id);
      COMMENT ON COLUMN session.jeton IS 'Empreinte SHA-256 du jeton ; le jeton lui-même n’est que dans le navigateur.';

      CREATE TABLE tentative_connexion (
        cle bytea PRIMARY KEY,
        echecs integer NOT NULL,
        dernier_le timestamptz NOT NULL
      );
      COMMENT ON COLUMN tentative_connexion.cle IS 'Empreinte à clé de l’identifiant ou de l’adresse.';

      CREATE TABLE second_facteur (
        agent_id integer PRIMARY KEY REFERENCES agent,
        secret bytea NOT NULL,
        propose_le timestamptz NOT NULL,
        confirme_le timestamptz,
        dernier_pas bigint
      );
      COMMENT ON COLUMN second_facteur.secret IS 'Chiffré par la clé de l’instance.';

      CREATE TABLE code_secours (
        agent_id integer NOT NULL REFERENCES agent,
        empreinte bytea NOT NULL,
        utilise_le timestamptz,
        PRIMARY KEY (agent_id, empreinte)
      );
    `,
  },
];
