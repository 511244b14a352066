import type { Migration } from "#platform/db/migration.ts";

export const migrationsRequete: readonly Migration[] = [
  {
    name: "0050-vues",
    scope: "departement",
    sql: `
      CREATE TABLE vue_liste (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        liste text NOT NULL,
        nom text NOT NULL CHECK (nom <> ''),
        adresse text NOT NULL,
        auteur_id integer NOT NULL,
        auteur_nom text NOT NULL,
        partagee boolean NOT NULL DEFAULT false,
        enregistree_le timestamptz NOT NULL,
        UNIQUE (auteur_id, liste, nom)
      );
      CREATE INDEX vue_liste_partagee ON vue_liste (liste) WHERE partagee;
      COMMENT ON TABLE vue_liste IS 'Adresses de listes (filtres, tri, colonnes) gardées sous un nom par un agent, pour lui ou pour le département.';

      CREATE TABLE colonnes_retenues (
        agent_id integer NOT NULL,
        liste text NOT NULL,
        colonnes text[] NOT NULL,
        PRIMARY KEY (agent_id, liste)
      );
      COMMENT ON TABLE colonnes_retenues IS 'Colonnes que chaque agent garde affichées dans chaque liste.';
    `,
  },
];
