import { ajouterJours } from "#commun/echeance";
import { lireActions, programmeAu } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  inscrireDebuts,
  inscrirePassages,
  inscrirePrescriptions,
  noterVues,
  type Passage,
} from "../db/passages.ts";
import { lirePrescriptionsParId } from "../db/prescriptions.ts";
import { type EtatPrescription, type GestePrescription, passer } from "../domain/etapes.ts";
import { type PrescriptionReprise, reprendrePrescriptionsInput } from "../schemas.ts";
import { faireSuivre } from "./cadre.ts";
import { constaterExpirations } from "./expirer.ts";

interface Reprise {
  readonly reprises: number;
}

/**
 * Takes over prescriptions kept elsewhere with the days of each passage, all at once. The same passages as the acts, in
 * the same order; what an act would have refused that day was done elsewhere, and is not judged again.
 */
export const reprendrePrescriptions = defineUseCase({
  name: "prescription.reprendre",
  input: reprendrePrescriptionsInput,
  droit: "prescription:reprendre",
  nature: "ecriture",
  trace: (_, { reprises }: Reprise) => ({ objet: "prescription", details: { reprises } }),
  async run(context, { prescriptions }): Promise<Reprise> {
    const { tx } = context;
    const operateurs = new Map(
      (await lireActions(tx, { ids: prescriptions.map(({ actionId }) => actionId) })).map(
        ({ id, structure }) => [id, structure],
      ),
    );
    const ids: number[] = [];
    for (const tour of toursDe(prescriptions)) {
      ids.push(...(await reprendreEnsemble(context, tour, operateurs)));
      await constaterExpirations(context, null);
    }
    await faireSuivre(context, await lirePrescriptionsParId(tx, ids));
    return { reprises: ids.length };
  },
});

/** The same action prescribed twice to one person was first closed: its first prescription is taken over before. */
function toursDe(
  prescriptions: readonly PrescriptionReprise[],
): readonly (readonly PrescriptionReprise[])[] {
  const paires = Map.groupBy(
    prescriptions,
    ({ personneId, actionId }) => `${personneId}:${actionId}`,
  );
  const tours: PrescriptionReprise[][] = [];
  for (const siennes of paires.values()) {
    const dansLOrdre = siennes.toSorted((a, b) => (a.prescriteLe < b.prescriteLe ? -1 : 1));
    for (const [rang, une] of dansLOrdre.entries()) {
      const tour = tours[rang] ?? [];
      tour.push(une);
      tours[rang] = tour;
    }
  }
  return tours;
}

async function reprendreEnsemble(
  context: Context,
  prescriptions: readonly PrescriptionReprise[],
  operateurs: ReadonlyMap<number, string>,
): Promise<readonly number[]> {
  const { tx, agent, now } = context;
  const ids = await inscrirePrescriptions(
    tx,
    prescriptions.map((une) => aInscrire(context, une)),
  );
  const auteur = { par: agent.id, auteur: agent.nom, a: now };
  await inscrireDebuts(tx, ids, auteur);
  const histoires = prescriptions.map((une, rang) =>
    passagesDe({ id: ids[rang] ?? 0, operateur: operateurs.get(une.actionId) ?? "" }, une),
  );
  const plusLongue = Math.max(0, ...histoires.map(({ length }) => length));
  for (let etape = 0; etape < plusLongue; etape += 1) {
    const passages = histoires.flatMap((histoire) => histoire[etape] ?? []);
    await inscrirePassages(tx, passages, auteur);
  }
  const lues = prescriptions.flatMap(({ vueLe }, rang) => (vueLe === null ? [] : [ids[rang] ?? 0]));
  await noterVues(tx, lues, civilDay(now));
  return ids;
}

function aInscrire({ departement, agent }: Context, une: PrescriptionReprise) {
  const { reponse, expiration } = programmeAu(departement.referentiel, une.prescriteLe).programme
    .prescription.valeur;
  return {
    personneId: une.personneId,
    actionId: une.actionId,
    prescriteLe: une.prescriteLe,
    prescripteur: une.prescripteur,
    prescritePar: agent.id,
    referentId: une.referentId,
    structureId: une.structureId,
    structureClasse: une.structureClasse,
    freinId: null,
    frein: une.frein,
    objectif: une.objectif,
    preuve: une.preuve,
    preuveDetail: null,
    raisons: [],
    reponseAttendueLe: ajouterJours(une.prescriteLe, reponse),
    expireLe: ajouterJours(une.prescriteLe, expiration),
  };
}

/** Its passages in their order, each held to the table. */
function passagesDe(
  { id: prescriptionId, operateur }: { readonly id: number; readonly operateur: string },
  une: PrescriptionReprise,
): readonly Passage[] {
  const dits: (readonly [GestePrescription, string | null, Partial<Passage>?])[] = [
    ["relancer", une.relanceeLe],
    [
      une.reponse ?? "accepter",
      une.reponse === null ? null : une.reponduLe,
      { motif: une.motif || null, accueilPrevuLe: une.accueilPrevuLe },
    ],
    ["noter-absence", une.absenteLe],
    ["recevoir", une.recueLe],
    ["annuler", une.annuleeLe, { motif: une.motif || null }],
    ["entrer", une.entreeLe, { sejourId: une.sejourId }],
    ["sortir", une.sortieLe, { sejourId: une.sejourId }],
  ];
  let etat: EtatPrescription = "prescrite";
  let dernier = une.prescriteLe;
  return dits.flatMap(([geste, le, reste]): readonly Passage[] => {
    if (le === null) return [];
    if (le < dernier) throw desordre(une, le);
    dernier = le;
    etat = passer(etat, geste);
    const auteur = geste === "relancer" || geste === "annuler" ? une.prescripteur : operateur;
    return [{ prescriptionId, geste, etat, le, auteur, ...reste }];
  });
}

function desordre({ personneId, actionId }: PrescriptionReprise, le: string): DomainError {
  return new DomainError(
    "prescription.reprise-en-desordre",
    `Une prescription reprise porte un passage le ${le}, avant celui qui le précède. Corrigez le fichier, puis recommencez.`,
    { personneId, actionId, le },
  );
}
