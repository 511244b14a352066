import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord } from "../../../app/testing/offre.ts";
import { le } from "../../../app/testing/orientation.ts";
import {
  uneActionPour,
  unePersonneAPlacer,
  unePrescription,
} from "../../../app/testing/prescription.ts";
import { compterParAction } from "../db/comptes.ts";
import { repondre } from "./repondre.ts";
import { reprendrePrescriptions } from "./reprendre-prescriptions.ts";
import { annulerPrescription, noterPremierAccueil } from "./suites.ts";

const agent = unAgent({ nom: "Rémi Un" });

const COMPAREES = `select p.etat, p.etat_le::text, p.prescrite_le::text, p.repondue_le::text, p.acceptee_le::text,
  p.accueil_prevu_le::text, p.recue_le::text, p.attente_le::text, p.motif, p.objectif, p.preuve, p.prescripteur,
  p.reponse_attendue_le::text, p.expire_le::text, p.version,
  (select array_agg(e.geste || ' ' || e.etat || ' ' || e.le order by e.id) from prescription_evenement e
   where e.prescription_id = p.id) as histoire from prescription p order by p.id`;

async function uneDe(deps: Deps) {
  const personneId = await unePersonneAPlacer(deps);
  return { personneId, actionId: await uneActionPour(deps, personneId) };
}

testAvecBase("une reprise écrit les mêmes lignes que les actes du même jour", async ({ deps }) => {
  const { personneId, actionId } = await uneDe(deps);
  const nord = auNord(deps);
  const prescriptionId = await unePrescription(deps, { personneId, actionId });
  await repondre.execute(le(nord, "2026-11-24"), agent, {
    prescriptionId,
    version: 1,
    reponse: "accepter",
    accueilPrevuLe: "2026-11-26",
  });
  await noterPremierAccueil.execute(le(nord, "2026-11-26"), agent, {
    prescriptionId,
    version: 2,
    issue: "recue",
    le: "2026-11-26",
  });
  await annulerPrescription.execute(le(nord, "2026-11-30"), agent, {
    prescriptionId,
    version: 3,
    motif: "emploi",
  });
  await reprendrePrescriptions.execute(le(nord, "2026-12-01"), agent, {
    prescriptions: [
      {
        personneId,
        actionId,
        prescriteLe: "2026-11-22",
        prescripteur: "Rémi Un",
        objectif: "Retrouver un rythme et reprendre confiance",
        reponse: "accepter",
        reponduLe: "2026-11-24",
        accueilPrevuLe: "2026-11-26",
        recueLe: "2026-11-26",
        annuleeLe: "2026-11-30",
        motif: "emploi",
      },
    ],
  });
  const [acte, reprise] = await lignes(deps, COMPAREES);
  expect(reprise).toEqual(acte);
});

testAvecBase("une reprise dont les jours reculent est refusée en entier", async ({ deps }) => {
  const { personneId, actionId } = await uneDe(deps);
  await expect(
    reprendrePrescriptions.execute(auNord(deps), agent, {
      prescriptions: [
        {
          personneId,
          actionId,
          prescriteLe: "2026-10-22",
          prescripteur: "Rémi Un",
          objectif: "Retrouver un rythme",
          reponse: "accepter",
          reponduLe: "2026-10-01",
        },
      ],
    }),
  ).rejects.toMatchObject({ code: "prescription.reprise-en-desordre" });
  expect(await lignes(deps, "select from prescription")).toEqual([]);
});

testAvecBase(
  "ce qu’une action a reçu se compte sur une fenêtre : une prescription expirée n’est ni une attente ni une entrée",
  async ({ deps, base }) => {
    const { personneId, actionId } = await uneDe(deps);
    const commun = {
      personneId,
      actionId,
      prescripteur: "Rémi Un",
      objectif: "Retrouver un rythme",
    };
    await reprendrePrescriptions.execute(auNord(deps), agent, {
      prescriptions: [
        {
          ...commun,
          prescriteLe: "2026-08-03",
          reponse: "refuser",
          reponduLe: "2026-08-10",
          motif: "complet",
        },
        { ...commun, prescriteLe: "2026-09-01" },
        {
          ...commun,
          prescriteLe: "2026-11-12",
          reponse: "mettre-en-attente",
          reponduLe: "2026-11-16",
        },
      ],
    });
    const compter = (du: string) =>
      base.transaction((tx) => compterParAction(tx, { actions: [actionId], du, au: "2026-11-22" }));
    expect(await compter("2026-08-01")).toEqual([
      {
        actionId,
        recues: 3,
        sansReponse: 0,
        expirees: 1,
        acceptees: 0,
        entrees: 0,
        refusees: 1,
        annulees: 0,
        enAttente: 1,
        refus: [{ motif: "complet", nombre: 1 }],
      },
    ]);
    expect(await compter("2026-11-01")).toMatchObject([{ recues: 1, expirees: 0, refus: [] }]);
  },
);
