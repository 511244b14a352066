import { expect } from "vitest";
import { parseLine } from "#platform/cli/parse.ts";
import { defineList } from "#platform/db/list/definition.ts";
import { withinPerimeter } from "#platform/db/list/perimeter.ts";
import { sql } from "#platform/db/list/sql.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { commandesRequete } from "../cli.ts";
import { compterRequete, type RequeteStandard } from "./compter-requete.ts";

const vues = defineList({
  name: "vues",
  noun: { one: "vue", many: "vues", feminine: true },
  from: "vue_liste",
  key: "vue_liste.id",
  columns: [{ key: "nom", label: "Nom", kind: "text", sql: "vue_liste.nom", sortable: true }],
  filters: [
    {
      key: "partagee",
      label: "Partagée",
      kind: "bool",
      words: { yes: "partagées", no: "gardées pour soi" },
      sql: (value) => sql`vue_liste.partagee = ${value}`,
    },
    {
      key: "enregistree",
      label: "Enregistrée",
      kind: "date-range",
      sql: ({ from }) => sql`vue_liste.enregistree_le >= ${from}::date`,
      sentence: ({ values }) => `enregistrées ${values}`,
    },
  ],
  perimeter: withinPerimeter({ territoire: "vue_liste.auteur_id" }),
  defaultSort: { key: "nom", dir: "asc" },
});

const recentes: RequeteStandard = {
  nom: "vues-recentes",
  libelle: "Vues du mois",
  source: "Compter les vues du mois.",
  definition: vues,
  adresse: "partagee=non&enregistree=mois",
  chemin: "/vues",
  droit: "essai:vues",
};

const peupler = (tx: { query(text: string): Promise<unknown> }) =>
  tx.query(
    `insert into vue_liste (liste, nom, adresse, auteur_id, auteur_nom, partagee, enregistree_le)
     values ('x', 'a', '', 1, 'A', false, '2026-11-02'), ('x', 'b', '', 2, 'B', false, '2026-11-03'),
            ('x', 'c', '', 1, 'A', true, '2026-11-02'), ('x', 'd', '', 1, 'A', false, '2026-10-31')`,
  );

testAvecBase(
  "une requête compte ce que sa liste montre, dans le périmètre de l’agent",
  async ({ base, deps }) => {
    await base.transaction(peupler);
    const compter = compterRequete(recentes);
    expect(await compter.execute(deps, unAgent(), {})).toEqual({
      requete: "vues-recentes",
      libelle: "Vues du mois",
      compte: 2,
      phrase: "2 vues gardées pour soi, enregistrées ce mois-ci",
    });
    const local = unAgent({ portee: { ...porteeTotale, territoires: [1] } });
    expect(await compter.execute(deps, local, {})).toMatchObject({ compte: 1 });
    await expect(
      compter.execute(deps, unAgent({ droits: new Set(["requete:lire"]) }), {}),
    ).rejects.toMatchObject({ code: "habilitation.refusee" });
  },
);

testAvecBase(
  "une requête devenue illisible est refusée plutôt que mal comptée",
  async ({ deps }) => {
    const illisible = compterRequete({ ...recentes, adresse: "partagee=non&disparu=1" });
    await expect(illisible.execute(deps, unAgent(), {})).rejects.toMatchObject({
      code: "requete.illisible",
    });
  },
);

testAvecBase(
  "« jalon compter » donne le nombre, ou les requêtes connues",
  async ({ base, deps }) => {
    await base.transaction(peupler);
    const [commande] = commandesRequete([recentes]);
    const compter = (requete: string) =>
      commande?.run({
        args: {},
        options: { departement: "essai", requete },
        signal: new AbortController().signal,
        instance: () => Promise.reject(new Error("inutile")),
        deps: () => Promise.resolve(deps),
        agent: unAgent(),
        progress: () => undefined,
      });
    expect(await compter("vues-recentes")).toMatchObject({
      requete: "vues-recentes",
      libelle: "Vues du mois",
      compte: 2,
    });
    const ligne = ["compter", "--departement", "essai", "--requete", "inconnue"];
    expect(() => parseLine(ligne, commandesRequete([recentes]))).toThrow(
      "--requete attend vues-recentes, pas « inconnue ».",
    );
  },
);
