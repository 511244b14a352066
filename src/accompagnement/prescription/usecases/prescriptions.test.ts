import { expect } from "vitest";
import { ouvrirFrein } from "#accompagnement/entretien";
import { fermerAction } from "#offre/catalogue";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { agentDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, unOperateur } from "../../../app/testing/offre.ts";
import { le } from "../../../app/testing/orientation.ts";
import {
  gestesDe,
  prescriptionLue,
  uneActionPour,
  unePersonneAPlacer,
  unePrescription,
} from "../../../app/testing/prescription.ts";
import { rejouer } from "../domain/etapes.ts";
import { expirerPrescriptions } from "./expirer-prescriptions.ts";
import { prescrire } from "./prescrire.ts";
import { repondre, repondreEnLot } from "./repondre.ts";
import {
  annulerPrescription,
  noterPremierAccueil,
  prendreConnaissance,
  relancerOperateur,
} from "./suites.ts";

const agent = unAgent({ nom: "Odile Chantier" });
const objectif = "Retrouver un rythme";

async function unePrescrite(deps: Deps) {
  const personneId = await unePersonneAPlacer(deps);
  const actionId = await uneActionPour(deps, personneId);
  const prescriptionId = await unePrescription(deps, { personneId, actionId });
  return { personneId, actionId, prescriptionId };
}

const ouvertes = async (deps: Deps) =>
  (
    await lignes<{ code: string; limite: string }>(
      deps,
      `select code, limite::text from echeance where objet = 'prescription' and accomplie_le is null and eteinte_le is null
       order by limite, code`,
    )
  ).map(({ code, limite }) => `${code} ${limite}`);

testAvecBase(
  "une action prescrite d’un frein garde le besoin, les raisons et le délai de réponse",
  async ({ deps }) => {
    const personneId = await unePersonneAPlacer(deps);
    const actionId = await uneActionPour(deps, personneId);
    const { freinId } = await ouvrirFrein.execute(deps, agent, {
      personneId,
      nature: "logement",
      libelle: "Hébergée chez un tiers",
      poids: "important",
      le: "2026-11-12",
      theme: null,
    });
    const nord = auNord(deps);
    const { prescriptionId } = await prescrire.execute(nord, agent, {
      personneId,
      actionId,
      freinId,
      objectif,
      preuve: "contrat",
    });
    const [lue] = await lignes<Record<string, unknown>>(
      deps,
      `select frein, objectif, preuve, prescripteur, structure_classe, etat, reponse_attendue_le::text as reponse,
         expire_le::text as expire, raisons from prescription where id = $1`,
      [prescriptionId],
    );
    expect(lue).toMatchObject({
      frein: "Hébergée chez un tiers",
      objectif,
      preuve: "contrat",
      prescripteur: "Odile Chantier",
      structure_classe: "association",
      etat: "prescrite",
      reponse: "2026-12-02",
      expire: "2026-12-22",
    });
    expect(JSON.stringify(lue?.["raisons"])).toContain("10 places libres sur 10");
    expect(await gestesDe(deps, prescriptionId)).toEqual(["prescrire"]);
    expect(await ouvertes(deps)).toEqual(["relancer-operateur 2026-12-02"]);
  },
);

testAvecBase(
  "acceptée, reçue : chaque passage est un événement, et le premier accueil ferme son échéance",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const nord = auNord(deps);
    await repondre.execute(nord, agent, {
      prescriptionId,
      version: 1,
      reponse: "accepter",
      accueilPrevuLe: "2026-11-24",
    });
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
      etat: "acceptee",
      repondue: "2026-11-22",
      version: 2,
    });
    expect(await ouvertes(deps)).toEqual(["verifier-premier-accueil 2026-12-04"]);
    await noterPremierAccueil.execute(le(nord, "2026-11-24"), agent, {
      prescriptionId,
      version: 2,
      issue: "recue",
      le: "2026-11-24",
    });
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ etat: "recue" });
    const gestes = await gestesDe(deps, prescriptionId);
    expect(gestes).toEqual(["prescrire", "accepter", "recevoir"]);
    expect(rejouer(gestes as never)).toBe("recue");
    expect(await ouvertes(deps)).toEqual([]);
  },
);

testAvecBase(
  "la même action ne se prescrit pas deux fois tant que la première est ouverte",
  async ({ deps }) => {
    const { personneId, actionId, prescriptionId } = await unePrescrite(deps);
    const nord = auNord(deps);
    await expect(
      prescrire.execute(nord, agent, { personneId, actionId, objectif }),
    ).rejects.toMatchObject({ code: "prescription.deja" });
    await annulerPrescription.execute(nord, agent, {
      prescriptionId,
      version: 1,
      motif: "projet",
    });
    await prescrire.execute(nord, agent, { personneId, actionId, objectif });
    expect(await lignes(deps, "select from prescription")).toHaveLength(2);
  },
);

testAvecBase(
  "une personne sans droit : le refus dit tout ce qui empêche, pas seulement la première raison",
  async ({ deps }) => {
    const personneId = await unePersonneAPlacer(deps);
    const actionId = await uneActionPour(deps, personneId);
    await lignes(
      deps,
      "update situation_personne set beneficiaire = false, orientation_dominante = 'sociale', code_commune = '80001' where personne_id = $1",
      [personneId],
    );
    await lignes(
      deps,
      "insert into desserte_action (action_id, code_commune) values ($1, '80021')",
      [actionId],
    );
    await expect(
      prescrire.execute(auNord(deps), agent, { personneId, actionId, objectif }),
    ).rejects.toMatchObject({
      code: "prescription.empechee",
      message: expect.stringMatching(/droit ouvert au RSA socle.*(commune|territoire)/u),
    });
  },
);

testAvecBase(
  "une action fermée ne se prescrit pas, et ne s’accepte plus : elle se refuse",
  async ({ deps }) => {
    const { actionId, personneId, prescriptionId } = await unePrescrite(deps);
    const nord = auNord(deps);
    await fermerAction.execute(nord, agent, {
      actionId,
      version: 1,
      dernierJour: "2026-11-25",
      motif: "Fin de la convention",
    });
    const apres = le(nord, "2026-11-26");
    const reponse = { prescriptionId, version: 1 } as const;
    await expect(
      repondre.execute(apres, agent, { ...reponse, reponse: "accepter" }),
    ).rejects.toMatchObject({ code: "prescription.action-fermee" });
    await repondre.execute(apres, agent, { ...reponse, reponse: "refuser", motif: "complet" });
    await expect(
      prescrire.execute(apres, agent, { personneId, actionId, objectif }),
    ).rejects.toMatchObject({ code: "prescription.action-fermee" });
  },
);

testAvecBase("un refus dit son motif, et le référent doit y donner suite", async ({ deps }) => {
  const { prescriptionId } = await unePrescrite(deps);
  const nord = auNord(deps);
  const refus = { prescriptionId, version: 1, reponse: "refuser" } as const;
  await expect(repondre.execute(nord, agent, refus)).rejects.toMatchObject({
    details: { champs: { motif: expect.any(String) } },
  });
  await expect(repondre.execute(nord, agent, { ...refus, motif: "autre" })).rejects.toMatchObject({
    details: { champs: { commentaire: expect.any(String) } },
  });
  await repondre.execute(nord, agent, { ...refus, motif: "public" });
  expect(await ouvertes(deps)).toEqual(["donner-suite-prescription 2026-11-27"]);
  await prendreConnaissance.execute(nord, agent, { prescriptionId });
  expect(await ouvertes(deps)).toEqual([]);
});

testAvecBase(
  "sans réponse à trente jours, la prescription expire : elle reste, ne se répond plus, et se prescrit de nouveau",
  async ({ deps }) => {
    const { personneId, actionId, prescriptionId } = await unePrescrite(deps);
    const apres = le(auNord(deps), "2026-12-22");
    await expect(
      repondre.execute(apres, agent, { prescriptionId, version: 1, reponse: "accepter" }),
    ).rejects.toMatchObject({ code: "prescription.expiree" });
    expect(await expirerPrescriptions.execute(apres, agent, {})).toBe(1);
    expect(await expirerPrescriptions.execute(apres, agent, {})).toBe(0);
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
      etat: "expiree",
      etat_le: "2026-12-22",
      sejour_id: null,
    });
    expect(await ouvertes(deps)).toEqual(["donner-suite-prescription 2026-12-30"]);
    await prescrire.execute(apres, agent, { personneId, actionId, objectif });
    expect(await ouvertes(deps)).toEqual(["relancer-operateur 2027-01-01"]);
  },
);

testAvecBase("prescrire de nouveau écrit d’abord que la première a expiré", async ({ deps }) => {
  const { personneId, actionId, prescriptionId } = await unePrescrite(deps);
  await prescrire.execute(le(auNord(deps), "2027-01-04"), agent, {
    personneId,
    actionId,
    objectif,
  });
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({
    etat: "expiree",
    etat_le: "2026-12-22",
  });
});

testAvecBase(
  "deux opérateurs répondent en même temps : le second voit ce qui est enregistré",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const nord = auNord(deps);
    await repondre.execute(nord, agent, {
      prescriptionId,
      version: 1,
      reponse: "mettre-en-attente",
    });
    await expect(
      repondre.execute(nord, agent, { prescriptionId, version: 1, reponse: "accepter" }),
    ).rejects.toMatchObject({
      code: "prescription.conflit",
      details: { enregistree: { etat: "liste-attente", version: 2 } },
    });
  },
);

testAvecBase("une réponse en lot est donnée à toutes, ou à aucune", async ({ deps }) => {
  const { personneId, prescriptionId } = await unePrescrite(deps);
  const autre = await uneActionPour(deps, personneId, { nom: "Autre action" });
  const seconde = await unePrescription(deps, { personneId, actionId: autre });
  const nord = auNord(deps);
  const deux = (version: number) =>
    [prescriptionId, seconde].map((id) => ({ prescriptionId: id, version }));
  await expect(
    repondreEnLot.execute(nord, agent, { prescriptions: deux(7), reponse: "accepter" }),
  ).rejects.toMatchObject({ code: "prescription.conflit" });
  expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ etat: "prescrite" });
  await repondreEnLot.execute(nord, agent, { prescriptions: deux(1), reponse: "accepter" });
  for (const id of [prescriptionId, seconde]) {
    expect(await prescriptionLue(deps, id)).toMatchObject({ etat: "acceptee", version: 2 });
  }
});

testAvecBase(
  "une relance se compte, fait repartir le délai, et ne change pas l’état",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const apres = le(auNord(deps), "2026-12-04");
    expect(
      await relancerOperateur.execute(apres, agent, { prescriptions: [prescriptionId] }),
    ).toEqual({ relancees: 1 });
    const [lue] = await lignes(deps, "select etat, relances from prescription");
    expect(lue).toEqual({ etat: "prescrite", relances: 1 });
    expect(await ouvertes(deps)).toEqual(["relancer-operateur 2026-12-14"]);
  },
);

testAvecBase("ce qui a été prescrit ne change plus, et ne s’efface pas", async ({ deps }) => {
  await unePrescrite(deps);
  for (const ordre of [
    "update prescription set objectif = 'autre'",
    "update prescription set expire_le = '2030-01-01'",
    "delete from prescription_evenement",
    "update prescription_evenement set le = '2020-01-01'",
    "delete from prescription",
  ]) {
    await expect(deps.base.transaction((tx) => tx.query(ordre))).rejects.toThrow("ne ");
  }
});

testAvecBase(
  "l’opérateur répond sans suivre la personne ; un autre opérateur, ou un référent étranger, ne la trouve pas",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const nord = auNord(deps);
    const structureId = await unOperateur(nord);
    const autre = await unOperateur(nord, "Autre opérateur");
    const de = (structures: readonly number[]) =>
      unAgent({ id: 8, portee: { territoires: [], structures, referentId: null } });
    const reponse = { prescriptionId, version: 1, reponse: "accepter" } as const;
    await expect(repondre.execute(nord, de([autre]), reponse)).rejects.toMatchObject({
      code: "prescription.introuvable",
    });
    await expect(
      annulerPrescription.execute(nord, de([structureId]), {
        prescriptionId,
        version: 1,
        motif: "projet",
      }),
    ).rejects.toMatchObject({ code: "prescription.introuvable" });
    await expect(repondre.execute(nord, agentDe([]), reponse)).rejects.toMatchObject({
      code: "prescription.introuvable",
    });
    await repondre.execute(nord, de([structureId]), reponse);
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ etat: "acceptee" });
  },
);

testAvecBase(
  "le premier accueil se note après l’acceptation, jamais dans l’avenir",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const nord = auNord(deps);
    const accueil = { prescriptionId, version: 1, issue: "recue" } as const;
    await expect(
      noterPremierAccueil.execute(nord, agent, { ...accueil, le: "2026-11-22" }),
    ).rejects.toMatchObject({ code: "prescription.passage-interdit" });
    await repondre.execute(nord, agent, { prescriptionId, version: 1, reponse: "accepter" });
    for (const jour of ["2026-11-21", "2026-11-23"]) {
      await expect(
        noterPremierAccueil.execute(nord, agent, { ...accueil, version: 2, le: jour }),
      ).rejects.toMatchObject({ details: { champs: { le: expect.any(String) } } });
    }
  },
);
