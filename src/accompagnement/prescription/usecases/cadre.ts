import type { ProgrammeOffre } from "#commun/referentiel";
import { programmeAu } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { inscrirePassages, type Passage } from "../db/passages.ts";
import {
  type PrescriptionTenue,
  verrouillerPrescription,
  verrouillerPrescriptions,
} from "../db/prescriptions.ts";
import { etatAu, type GestePrescription, passer } from "../domain/etapes.ts";
import { tenirEcheancesPrescriptions } from "./echeances.ts";
import { prescriptionsChangees } from "./faits.ts";

export type ReglePrescription = ProgrammeOffre["prescription"];

export interface CadrePrescription {
  readonly le: string;
  readonly regle: ReglePrescription;
}

/** What the programme says of prescriptions today. */
export function cadreDuJour({
  departement,
  now,
}: Pick<Context, "departement" | "now">): CadrePrescription {
  const le = civilDay(now);
  return { le, regle: programmeAu(departement.referentiel, le).programme.prescription };
}

/** Who holds which end of it: the person, to prescribe and give up, or the action, to answer. */
export type Cote = "action" | "personne" | "lecture";

function introuvable(): DomainError {
  return new DomainError(
    "prescription.introuvable",
    "Cette prescription n’existe pas, ou ni la personne ni l’action ne sont dans votre périmètre. Vérifiez l’adresse, ou cherchez-la dans la liste.",
  );
}

const tient = (prescription: PrescriptionTenue, cote: Cote): boolean =>
  cote === "lecture" || (cote === "action" ? prescription.parLAction : prescription.parLaPersonne);

interface Visee {
  readonly prescriptionId: number;
  /** The one the agent had under her eyes; null when the act does not depend on it. */
  readonly version: number | null;
}

/** @throws DomainError `prescription.introuvable`, `prescription.conflit` */
export async function exigerPrescription(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  { prescriptionId, version }: Visee,
  cote: Cote,
): Promise<PrescriptionTenue> {
  const tenue = await verrouillerPrescription(tx, prescriptionId, agent.portee);
  if (!tenue || tenue.ecarte || !tient(tenue, cote)) throw introuvable();
  exigerVersion(tenue, version);
  return tenue;
}

/** The same for several, each once. */
export async function exigerPrescriptions(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  visees: readonly Visee[],
  cote: Cote,
): Promise<readonly PrescriptionTenue[]> {
  const versions = new Map(visees.map(({ prescriptionId, version }) => [prescriptionId, version]));
  const tenues = await verrouillerPrescriptions(tx, [...versions.keys()], agent.portee);
  const admises = tenues.filter((tenue) => !tenue.ecarte && tient(tenue, cote));
  if (admises.length < versions.size) throw introuvable();
  for (const tenue of admises) exigerVersion(tenue, versions.get(tenue.id) ?? null);
  return admises;
}

function exigerVersion(tenue: PrescriptionTenue, version: number | null): void {
  if (version === null || tenue.version === version) return;
  throw new DomainError(
    "prescription.conflit",
    "Quelqu’un a agi sur cette prescription depuis que vous avez ouvert cette page. Rien n’a été écrit : voyez où elle en est, puis recommencez.",
    { enregistree: { etat: tenue.etat, le: tenue.etatLe, version: tenue.version } },
  );
}

/** The state of today, expired or not, and what the gesture makes of it. */
export function suiteDe(
  tenue: Pick<PrescriptionTenue, "etat" | "expireLe">,
  geste: GestePrescription,
  le: string,
) {
  return passer(etatAu(tenue, le), geste);
}

/** Writes passages in the name of the agent, then everything that follows from them. */
export async function faireLesPassages(
  context: Context,
  passages: readonly Passage[],
  concernees: readonly Pick<PrescriptionTenue, "id" | "personneId" | "actionId">[],
): Promise<void> {
  if (passages.length === 0) return;
  const { id: par, nom: auteur } = context.agent;
  await inscrirePassages(context.tx, passages, { par, auteur, a: context.now });
  await faireSuivre(context, concernees);
}

/** Deadlines, then who listens. */
export async function faireSuivre(
  context: Context,
  concernees: readonly Pick<PrescriptionTenue, "id" | "personneId" | "actionId">[],
): Promise<void> {
  if (concernees.length === 0) return;
  await tenirEcheancesPrescriptions(
    context,
    concernees.map(({ id }) => id),
  );
  await context.tell(prescriptionsChangees, {
    prescriptions: concernees.map(({ id }) => id),
    personnes: [...new Set(concernees.map(({ personneId }) => personneId))],
    actions: [...new Set(concernees.map(({ actionId }) => actionId))],
  });
}
