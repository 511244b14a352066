import { expect } from "vitest";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { annulerSejour, entrerEnAction, rouvrirSejour, sortirDAction } from "#offre/participation";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import type { Fact } from "#platform/usecase/fact.ts";
import { unContratSigne } from "../../app/testing/contrat.ts";
import { idDe, lignes } from "../../app/testing/foyers-inscrits.ts";
import { auNord } from "../../app/testing/offre.ts";
import { le, orienter, ouvrir, unePopulation } from "../../app/testing/orientation.ts";
import {
  gestesDe,
  prescriptionLue,
  uneActionPour,
  unePersonneAPlacer,
  unePrescription,
} from "../../app/testing/prescription.ts";
import { entrerDepuisPrescription } from "./usecases/entrer-depuis-prescription.ts";
import { prescrire } from "./usecases/prescrire.ts";
import { repondre } from "./usecases/repondre.ts";

const agent = unAgent({ nom: "Odile Chantier" });

function dire<Fait>(deps: Deps, fait: Fact<Fait>, dit: Fait): Promise<void> {
  return deps.base.transaction((tx) => contextOf(deps, tx, agent).tell(fait, dit));
}

async function uneAcceptee(deps: Deps) {
  const personneId = await unePersonneAPlacer(deps);
  const actionId = await uneActionPour(deps, personneId);
  const prescriptionId = await unePrescription(deps, { personneId, actionId });
  await repondre.execute(auNord(deps), agent, { prescriptionId, version: 1, reponse: "accepter" });
  return { personneId, actionId, prescriptionId };
}

const preuve = { contratPreuve: "contrat", contratLe: "2026-11-10" } as const;

testAvecBase("l’entrée se fait depuis la prescription, et la sortie la suit", async ({ deps }) => {
  const { prescriptionId } = await uneAcceptee(deps);
  const nord = auNord(deps);
  const { sejourId } = await entrerDepuisPrescription.execute(nord, agent, {
    prescriptionId,
    version: 2,
    le: "2026-11-22",
    attestationLe: "2026-11-20",
    ...preuve,
  });
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
    etat: "entree",
    sejour_id: sejourId,
  });
  const [sejour] = await lignes(
    deps,
    "select prescription_id, prescripteur_classe from sejour where id = $1",
    [sejourId],
  );
  expect(sejour).toEqual({ prescription_id: prescriptionId, prescripteur_classe: "association" });
  const sortie = { sejourId, le: "2026-11-30", nature: "abandon" } as const;
  await sortirDAction.execute(le(nord, "2026-11-30"), agent, sortie);
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
    etat: "sortie",
    etat_le: "2026-11-30",
  });
  await rouvrirSejour.execute(le(nord, "2026-12-01"), agent, { sejourId, motif: "Erreur" });
  await annulerSejour.execute(le(nord, "2026-12-01"), agent, { sejourId, motif: "Jamais venue" });
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
    etat: "recue",
    sejour_id: null,
  });
  expect(await gestesDe(deps, prescriptionId)).toEqual([
    "prescrire",
    "accepter",
    "entrer",
    "sortir",
    "revenir-sur-la-sortie",
    "annuler-entree",
  ]);
});

testAvecBase(
  "on n’entre pas au nom de la prescription d’une autre personne, d’une autre action, ni d’une qui n’est plus ouverte",
  async ({ deps }) => {
    const { personneId, actionId, prescriptionId } = await uneAcceptee(deps);
    const ailleurs = await uneActionPour(deps, personneId, { nom: "Ailleurs" });
    await unePopulation(deps, ["ALICE", "BEA"]);
    const autre = await idDe(deps, "BEA");
    expect(autre).not.toBe(personneId);
    const operateur = unAgent({
      nom: "Odile Chantier",
      portee: {
        territoires: [],
        structures: [await operateurDe(deps, actionId)],
        referentId: null,
      },
    });
    const entrer = (voulue: Readonly<Record<string, number>>) =>
      entrerEnAction.execute(auNord(deps), operateur, {
        ...{ personneId, actionId, prescriptionId, ...voulue },
        ...{ le: "2026-11-22", attestationLe: "2026-11-20", ...preuve },
      });
    const refusee = { code: "prescription.sans-entree" };
    await expect(entrer({ personneId: autre })).rejects.toMatchObject(refusee);
    await expect(entrer({ actionId: ailleurs })).rejects.toMatchObject(refusee);
    await expect(entrer({ prescriptionId: 999_999 })).rejects.toMatchObject(refusee);
    await lignes(deps, "update prescription set etat = 'refusee' where id = $1", [prescriptionId]);
    await expect(entrer({})).rejects.toMatchObject(refusee);
    await lignes(deps, "update prescription set etat = 'acceptee' where id = $1", [prescriptionId]);
    expect(await entrer({})).toMatchObject({ personneId, actionId });
  },
);

async function operateurDe(deps: Deps, actionId: number): Promise<number> {
  const [lue] = await lignes<{ id: number }>(
    deps,
    "select structure_id as id from action where id = $1",
    [actionId],
  );
  return lue?.id ?? 0;
}

testAvecBase("une entrée notée sans dire la prescription la retrouve", async ({ deps }) => {
  const { personneId, actionId, prescriptionId } = await uneAcceptee(deps);
  const { sejourId } = await entrerEnAction.execute(auNord(deps), agent, {
    personneId,
    actionId,
    le: "2026-11-22",
    attestationLe: "2026-11-20",
    ...preuve,
  });
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
    etat: "entree",
    sejour_id: sejourId,
  });
});

testAvecBase("une prescription expirée ne compte jamais comme une entrée", async ({ deps }) => {
  const personneId = await unePersonneAPlacer(deps);
  const actionId = await uneActionPour(deps, personneId);
  const prescriptionId = await unePrescription(deps, { personneId, actionId });
  const apres = le(auNord(deps), "2027-01-04");
  await entrerEnAction.execute(apres, agent, {
    personneId,
    actionId,
    le: "2027-01-04",
    attestationLe: "2027-01-04",
    ...preuve,
  });
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ sejour_id: null });
});

testAvecBase(
  "une entrée que les règles refusent dit toutes ses raisons, et la prescription reste où elle est",
  async ({ deps }) => {
    const { personneId, prescriptionId } = await uneAcceptee(deps);
    await lignes(deps, "update periode_droit set etat = '5' where true");
    await lignes(
      deps,
      "update situation_personne set contrat_id = null, contrat_signe_le = null where personne_id = $1",
      [personneId],
    );
    await expect(
      entrerDepuisPrescription.execute(auNord(deps), agent, {
        prescriptionId,
        version: 2,
        le: "2026-11-22",
      }),
    ).rejects.toMatchObject({
      code: "participation.entree-refusee",
      details: {
        raisons: expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]),
      },
    });
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ etat: "acceptee" });
  },
);

testAvecBase(
  "deux fiches réunies : la même action n’est prescrite qu’une fois, et chacune retrouve la sienne",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE", "BEA"]);
    await orienter(le(deps, "2026-11-02"));
    const [gardeeId, absorbeeId] = [await idDe(deps, "ALICE"), await idDe(deps, "BEA")];
    for (const id of [gardeeId, absorbeeId]) await unContratSigne(deps, id);
    const actionId = await uneActionPour(deps, gardeeId);
    const autreId = await uneActionPour(deps, gardeeId, { nom: "Autre action" });
    await unePrescription(deps, { personneId: gardeeId, actionId });
    await unePrescription(deps, { personneId: absorbeeId, actionId });
    await unePrescription(deps, { personneId: absorbeeId, actionId: autreId });
    const etat = () =>
      lignes(
        deps,
        "select id, personne_id, ecarte_par_fusion is not null as ecarte from prescription order by id",
      );
    const avant = await etat();
    const fusion = { fusionId: 1, gardeeId, absorbeeId };
    await dire(deps, personnesFusionnees, fusion);
    const apres = await etat();
    expect(apres.map(({ personne_id, ecarte }) => [personne_id, ecarte])).toEqual([
      [gardeeId, false],
      [absorbeeId, true],
      [gardeeId, false],
    ]);
    await expect(
      prescrire.execute(auNord(deps), agent, {
        personneId: gardeeId,
        actionId: autreId,
        objectif: "Encore",
      }),
    ).rejects.toMatchObject({ code: "prescription.deja" });
    await dire(deps, fusionAnnulee, fusion);
    expect(await etat()).toEqual(avant);
  },
);
