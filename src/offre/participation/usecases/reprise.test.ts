import { expect, vi } from "vitest";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { uneAction } from "../../../app/testing/offre.ts";
import { entrer, unAccueil, uneSortie } from "../../../app/testing/sejours.ts";
import { renouvelerSejour } from "./durer.ts";
import { noterRealisation, noterSuite } from "./noter-realisation.ts";
import { reprendreSejours } from "./reprendre-sejours.ts";
import { sortirDAction } from "./sortir-d-action.ts";

vi.setConfig({ testTimeout: 60_000 });

const agent = unAgent();

/** Everything an act and a take-over both know; who wrote, when, and the proof of the right differ. */
const rangs = async (deps: Deps, personneId: number) => ({
  sejours: await lignes(
    deps,
    `select action_id, entre_le, sorti_le, terme, socle, soumis, contrat_signe_le, contrat_preuve, code_commune, sexe, age,
       situation_familiale, niveau_formation, activite, sortie_nature, sortie, classe, classe_ligne, classe_depuis, preuve
     from sejour where personne_id = $1`,
    [personneId],
  ),
  ...Object.fromEntries(
    await Promise.all(
      [
        "renouvellement_sejour: mois, motif, exception",
        "realisation_sejour: nature, le, frein, precision_texte",
        "suite_sejour: jalon, prevue_le, constatee_le, issue",
      ].map(async (dit) => {
        const [table = "", colonnes = ""] = dit.split(": ");
        const lues = await lignes(
          deps,
          `select ${colonnes} from ${table} where sejour_id in (select id from sejour where personne_id = $1)`,
          [personneId],
        );
        return [table, lues] as const;
      }),
    ),
  ),
});

testAvecBase(
  "reprise d’un bloc ou notée acte par acte, une histoire fait les mêmes lignes",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1" });
    const [alice = 0, bea = 0] = accueil.personnes;
    const { actionId } = accueil;
    const id = await entrer(accueil, alice, "2025-01-06");
    await noterRealisation.execute(accueil.deps, agent, {
      ...{ sejourId: id, nature: "frein-leve", le: "2025-03-01", frein: "mobilite" },
    });
    await renouvelerSejour.execute(accueil.deps, agent, { sejourId: id, mois: 6, motif: "Projet" });
    const sortie = {
      ...uneSortie(id, "2026-01-30", { nature: "cdd", debut: "2026-02-01", fin: "2026-07-31" }),
      siret: "73282932000074",
    };
    await sortirDAction.execute(accueil.deps, agent, sortie);
    await noterSuite.execute(accueil.deps, agent, {
      ...{ sejourId: id, jalon: 6, le: "2026-08-03", issue: "rompu" },
    });
    const { refusees } = await reprendreSejours.execute(accueil.deps, agent, {
      sejours: [
        {
          ...{ actionId, personneId: bea, entreLe: "2025-01-06" },
          sortie,
          contratSigneLe: "2025-01-06",
          contratPreuve: "contrat",
          renouvellements: [{ mois: 6, motif: "Projet", le: "2026-01-01" }],
          realisations: [{ nature: "frein-leve", le: "2025-03-01", frein: "mobilite" }],
          suites: [{ le: "2026-08-03", issue: "rompu" }],
        },
      ],
    });
    expect(refusees).toEqual([]);
    expect(await rangs(deps, bea)).toEqual(await rangs(deps, alice));
    expect((await rangs(deps, bea)).sejours).toMatchObject([{ classe: "a-arbitrer" }]);
  },
);

testAvecBase("chaque ligne reprise est prise, ou refusée avec sa raison", async ({ deps }) => {
  const accueil = await unAccueil(deps, { du: "2024-01-01" });
  const [alice = 0, bea = 0] = accueil.personnes;
  const { actionId } = accueil;
  const ligne = { actionId, personneId: alice, entreLe: "2025-01-06" };
  const sortie = { le: "2025-03-01", nature: "abandon" as const };
  const { repris, refusees } = await reprendreSejours.execute(accueil.deps, agent, {
    sejours: [
      { ...ligne, sortie },
      { ...ligne, entreLe: "2025-02-01" },
      { ...ligne, entreLe: "2025-03-01" },
      { ...ligne, personneId: 999_999 },
      { ...ligne, actionId: 999_999 },
      { ...ligne, personneId: bea, entreLe: "2023-12-31" },
      { ...ligne, personneId: bea, sortie: { ...sortie, le: "2025-01-05" } },
      { ...ligne, personneId: bea, entreLe: "2027-01-01" },
    ],
  });
  expect(repris).toBe(2);
  expect(refusees.map(({ ligne: rang, message }) => `${rang} ${message}`)).toEqual([
    "2 La personne est déjà dans cette action ces jours-là.",
    "4 Personne inconnue.",
    "5 Action inconnue, ou hors de votre périmètre.",
    "6 L’action n’ouvre que le 01/01/2024.",
    "7 La sortie précède l’entrée.",
    "8 L’entrée est à venir.",
  ]);
});

testAvecBase(
  "deux fiches réunies : leurs séjours se suivent, celui compté deux fois est écarté, et tout se rend",
  async ({ deps }) => {
    const accueil = await unAccueil(deps);
    const [alice = 0, bea = 0] = accueil.personnes;
    const autre = { ...accueil, actionId: await uneAction(deps, { ficheCode: "iii-2" }) };
    await entrer(accueil, alice, "2026-09-01");
    const double = await entrer(accueil, bea, "2026-10-01");
    await sortirDAction.execute(accueil.deps, agent, uneSortie(double, "2026-10-15"));
    await entrer(autre, bea, "2026-11-01");
    const avant = await lignes(
      deps,
      "select id, personne_id, annule_le, annule_motif from sejour order by id",
    );
    const fusion = { fusionId: 1, gardeeId: alice, absorbeeId: bea };
    await accueil.deps.base.transaction((tx) =>
      contextOf(accueil.deps, tx, agent).tell(personnesFusionnees, fusion),
    );
    expect(
      await lignes(
        deps,
        "select personne_id = $1 as gardee, annule_le is null as compte from sejour order by id",
        [alice],
      ),
    ).toEqual([
      { gardee: true, compte: true },
      { gardee: true, compte: false },
      { gardee: true, compte: true },
    ]);
    await accueil.deps.base.transaction((tx) =>
      contextOf(accueil.deps, tx, agent).tell(fusionAnnulee, fusion),
    );
    expect(
      await lignes(deps, "select id, personne_id, annule_le, annule_motif from sejour order by id"),
    ).toEqual(avant);
  },
);
