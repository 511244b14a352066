import { expect } from "vitest";
import { accueillirReferent, creerStructure } from "#commun/structure";
import { fetchListPage } from "#platform/db/list/fetch.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { listSentence } from "#platform/db/list/sentence.ts";
import { parseListState, visibleColumns } from "#platform/db/list/state.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Deps, type Portee, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import {
  unDroitDeclare,
  unePersonneDeclaree,
  unFoyerDeclare,
} from "../../../app/testing/foyers.ts";
import { avecTerritoires, declarer, idDe } from "../../../app/testing/foyers-inscrits.ts";
import { noterContrats } from "./contrats.ts";
import { definitionPersonnes, requetesDossier } from "./liste-personnes.ts";
import { noterSuivis } from "./suivis.ts";

const colonnes = definitionPersonnes.columns.map(({ key }) => key).join(",");

async function lister(deps: Deps, adresse: string, portee: Portee = porteeTotale) {
  return deps.base.transaction(async (tx) => {
    const options = await loadOptions(tx, definitionPersonnes, portee);
    const { state, warnings } = parseListState(definitionPersonnes, new URLSearchParams(adresse), {
      today: "2026-11-22",
      droits: everyRight,
      options,
    });
    const page = await fetchListPage(
      tx,
      definitionPersonnes,
      state,
      portee,
      visibleColumns(definitionPersonnes, state, everyRight),
    );
    return {
      warnings,
      prenoms: page.rows.map(({ extra }) => extra["prenom"]),
      lignes: page.rows.map(({ values }) => values),
      phrase: listSentence(definitionPersonnes, state, options, page.total),
    };
  });
}

/** Alice is open, Bea suspended for a missing declaration, Carl closed last month. */
async function troisPersonnes(deps: Deps): Promise<(nom: string) => number> {
  const territoire = await avecTerritoires(deps);
  const [adresse] = unFoyerDeclare().adresses;
  if (!adresse) throw new Error("address expected");
  await declarer(deps, "2026-09-30", [
    unFoyerDeclare(),
    unFoyerDeclare({
      numeroDemande: "80000000002",
      personnes: [unePersonneDeclaree({ prenom: "BEA", nir: null, dateNaissance: "1999-05-05" })],
      adresses: [{ ...adresse, codeCommune: "80001", codePostal: "80100", commune: "ABBEVILLE" }],
    }),
    unFoyerDeclare({
      numeroDemande: "80000000003",
      personnes: [unePersonneDeclaree({ prenom: "CARL", nir: "1850480021002", sexe: "1" })],
    }),
  ]);
  await declarer(deps, "2026-10-31", [
    unFoyerDeclare({
      numeroDemande: "80000000002",
      personnes: [unePersonneDeclaree({ prenom: "BEA", nir: null, dateNaissance: "1999-05-05" })],
      adresses: [{ ...adresse, codeCommune: "80001", codePostal: "80100", commune: "ABBEVILLE" }],
      droit: unDroitDeclare({
        etat: "4",
        suspensionsVersement: [{ motif: "06", depuis: "2026-10-01" }],
      }),
    }),
    unFoyerDeclare({
      numeroDemande: "80000000003",
      personnes: [unePersonneDeclaree({ prenom: "CARL", nir: "1850480021002", sexe: "1" })],
      droit: unDroitDeclare({ etat: "5", cloture: { motif: "ECH", le: "2026-10-01" } }),
    }),
    unFoyerDeclare({
      numeroDemande: "80000000004",
      personnes: [
        unePersonneDeclaree({ prenom: "DORA", nir: "2850480021777", soumisDroitsDevoirs: true }),
      ],
    }),
  ]);
  return territoire;
}

testAvecBase(
  "la liste montre d’abord les bénéficiaires, par leur nom, et se dit en une phrase",
  async ({ deps }) => {
    await troisPersonnes(deps);
    const { prenoms, phrase, warnings } = await lister(deps, "");
    expect([prenoms, phrase, warnings]).toEqual([
      ["ALICE", "BEA", "DORA"],
      "3 personnes bénéficiaires du RSA",
      [],
    ]);
  },
);

/** Alice is followed by Rose, Bea’s proposal waits for a decision, Dora’s has just been made. */
async function suivre(deps: Deps) {
  const installateur = unAgent();
  const { id: structureId } = await creerStructure.execute(deps, installateur, {
    nom: "Maison des solidarités",
    classe: "departement",
    du: "2026-01-01",
  });
  const { id: referentId } = await accueillirReferent.execute(deps, installateur, {
    structureId,
    nom: "Parcours",
    prenom: "Rose",
    fonction: "référente",
    etp: 1,
    du: "2026-01-01",
  });
  await deps.base.transaction(async (tx) => {
    const ids = await tx.query<{ prenom: string; id: number }>(
      "select prenom, personne_id as id from situation_personne",
    );
    const personneId = (prenom: string) => ids.find((un) => un.prenom === prenom)?.id ?? 0;
    const rien = {
      type: null,
      dominante: null,
      orienteeLe: null,
      structureId: null,
      referentId: null,
      proposition: null,
    };
    await noterSuivis(tx, [
      {
        personneId: personneId("ALICE"),
        etape: null,
        type: "social",
        dominante: "sociale",
        orienteeLe: "2026-10-15",
        structureId,
        referentId,
        proposition: null,
      },
      { ...rien, personneId: personneId("BEA"), etape: "transmise" },
      { ...rien, personneId: personneId("DORA"), etape: "proposee" },
    ]);
  });
  return { structureId, referentId };
}

testAvecBase("chaque filtre s’applique", async ({ deps }) => {
  const territoire = await troisPersonnes(deps);
  const { structureId, referentId } = await suivre(deps);
  const sousContrat = await idDe(deps, "BEA");
  await deps.base.transaction((tx) =>
    noterContrats(tx, [
      {
        personneId: sousContrat,
        contratId: 9,
        nature: "ppae",
        etat: "signe",
        signeLe: "2023-05-02",
        jusqua: null,
        bilanLe: null,
      },
    ]),
  );
  const cas: readonly (readonly [string, readonly string[]])[] = [
    ["beneficiaire=tous", ["ALICE", "BEA", "CARL", "DORA"]],
    ["beneficiaire=non", ["CARL"]],
    ["beneficiaire=tous&etat=4,5", ["BEA", "CARL"]],
    ["motif=V:06", ["BEA"]],
    ["beneficiaire=tous&motif=C:ECH", ["CARL"]],
    ["depuis=2026-10-01..", ["BEA"]],
    ["q=bea+exemple", ["BEA"]],
    ["q=exempel", ["ALICE", "BEA", "DORA"]],
    ["q=doar", ["DORA"]],
    ["q=be+ex", ["BEA"]],
    ["q=80000000002", ["BEA"]],
    ["q=1234567", ["ALICE", "BEA", "DORA"]],
    [`territoire=${territoire("Amiens")}`, ["ALICE", "DORA"]],
    ["commune=abbe", ["BEA"]],
    ["commune=80021", ["ALICE", "DORA"]],
    ["age=..30", ["BEA"]],
    ["age=41..41", ["ALICE", "DORA"]],
    ["beneficiaire=tous&sexe=1", ["CARL"]],
    ["role=DEM", ["ALICE", "BEA", "DORA"]],
    ["role=CJT", []],
    ["famille=CEL", ["ALICE", "BEA", "DORA"]],
    ["manque=nir", ["BEA"]],
    ["telephone=oui", []],
    ["contrat=en-cours", ["BEA"]],
    ["contrat=echu", []],
    ["nature=ppae", ["BEA"]],
    ["present=non", []],
    ["soumis=non", []],
    ["nouveau=oui", ["DORA"]],
    ["entree=2026-10-01..2026-10-31", ["DORA"]],
    ["mouvement=suspension", ["BEA"]],
    ["mouvement-le=2026-10-01..", ["BEA"]],
    ["declaree=2026-10-31", ["BEA", "DORA"]],
    ["incomplet=oui", ["ALICE", "BEA", "DORA"]],
    ["orientation=aucune", ["BEA", "DORA"]],
    ["orientation=sociale", ["ALICE"]],
    ["orientation=aucune,sociale", ["ALICE", "BEA", "DORA"]],
    ["proposition=transmise", ["BEA"]],
    ["proposition=proposee", ["DORA"]],
    [`structure=${structureId}`, ["ALICE"]],
    [`referent=${referentId}`, ["ALICE"]],
  ];
  for (const [adresse, attendus] of cas) {
    const { prenoms, warnings } = await lister(deps, adresse);
    expect([adresse, warnings, prenoms]).toEqual([adresse, [], attendus]);
  }
  const essayes = new Set(cas.flatMap(([adresse]) => [...new URLSearchParams(adresse).keys()]));
  const restants = definitionPersonnes.filters
    .map(({ key }) => key)
    .filter((key) => !essayes.has(key));
  expect(restants).toEqual([]);
});

testAvecBase(
  "chaque colonne se lit, les codes en toutes lettres et les inconnus tels que reçus",
  async ({ deps }) => {
    await troisPersonnes(deps);
    await declarer(deps, "2026-10-31", [
      unFoyerDeclare({
        numeroDemande: "80000000008",
        personnes: [unePersonneDeclaree({ prenom: "ZOE", nir: "2850480021888" })],
        droit: unDroitDeclare({
          etat: "4",
          suspensionsVersement: [{ motif: "ZZ", depuis: "2026-10-01" }],
        }),
      }),
    ]);
    const { lignes } = await lister(deps, `beneficiaire=tous&colonnes=${colonnes}`);
    const motifs = lignes.map((ligne) => ligne["motif"]);
    expect(motifs).toEqual([
      null,
      "Déclaration trimestrielle de ressources non fournie",
      "Clôture à l’échéance (quatre mois sans droit)",
      null,
      "code inconnu ZZ",
    ]);
    expect(lignes[1]).toMatchObject({
      commune: "Abbeville",
      territoire: "Picardie maritime",
      age: 27,
      mouvement: "suspension",
    });
  },
);

testAvecBase(
  "les requêtes du bureau comptent les droits clos, les dossiers incomplets et les nouveaux entrants",
  async ({ deps }) => {
    await troisPersonnes(deps);
    const reponses: Record<string, unknown> = {};
    for (const { nom, adresse } of requetesDossier) {
      const { prenoms, warnings } = await lister(deps, adresse);
      expect([nom, warnings]).toEqual([nom, []]);
      reponses[nom] = prenoms;
    }
    expect(reponses).toMatchObject({ "droits-clos": ["CARL"], "nouveaux-entrants": ["DORA"] });
    expect(reponses["dossiers-incomplets"]).toContain("BEA");
    const clos = await lister(deps, "beneficiaire=tous&etat=5,6&depuis=62j");
    expect(clos.phrase).toContain("entrée dans cet état ces 62 derniers jours");
  },
);

testAvecBase(
  "un territoire ne voit que ses communes ; un portefeuille vide, personne",
  async ({ deps }) => {
    const territoire = await troisPersonnes(deps);
    const de = (territoires: readonly number[]): Portee => ({
      territoires,
      structures: [],
      referentId: null,
    });
    expect(
      (await lister(deps, "beneficiaire=tous", de([territoire("Picardie maritime")]))).prenoms,
    ).toEqual(["BEA"]);
    expect((await lister(deps, "beneficiaire=tous", de([]))).prenoms).toEqual([]);
    expect((await lister(deps, "", { ...de([]), referentId: 7 })).prenoms).toEqual([]);
  },
);
