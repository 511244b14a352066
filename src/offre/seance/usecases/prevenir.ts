import { envoyerMessages, lireMessagesDe } from "#commun/message";
import { lireJoignables } from "#droits/dossier";
import { formatLongDate, formatTime } from "#platform/ui/format.ts";
import { type Context, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { type InscriptionLue, lireInscriptions } from "../db/inscriptions.ts";
import { lireTelephone, type SeanceLue } from "../db/seances.ts";
import { estFinie } from "../domain/jours.ts";
import { libellesNature } from "../domain/natures.ts";
import { cadreDuJour } from "./cadre.ts";

const OBJET = "seance";

export interface AnnulationDite {
  /** Written to, in the same transaction. */
  readonly prevenues: number;
  /** Registered too, and reached by no message: somebody must call them. */
  readonly aPrevenir: number;
}

/** Told as the cancellation of an appointment is, each in the way she agreed to; who waits had no day to come. */
export async function direLAnnulation(
  context: Context,
  seance: SeanceLue,
): Promise<AnnulationDite> {
  if (estFinie(seance, cadreDuJour(context))) return { prevenues: 0, aPrevenir: 0 };
  const inscrites = attendues(await lireInscriptions(context.tx, [seance.id]));
  const telephone = await lireTelephone(context.tx, seance);
  const valeurs = {
    "rendez-vous.date": formatLongDate(seance.jour),
    "rendez-vous.heure": formatTime(seance.debut),
    "rendez-vous.lieu": seance.lieu,
    "rendez-vous.motif": `${libellesNature[seance.nature]}, « ${seance.titre} »`,
    ...(telephone !== null && { "structure.telephone": telephone }),
  };
  // Who holds a session knows everybody registered there, whoever follows her.
  const tenant = { ...context, agent: { ...context.agent, portee: porteeTotale } };
  const { envoyes, sans } = await envoyerMessages(tenant, lireJoignables, {
    ...{ usage: "annulation-rendez-vous", objet: OBJET, objetId: seance.id },
    destinataires: inscrites.map(({ personneId }) => ({ personneId, valeurs })),
  });
  return { prevenues: envoyes.length, aPrevenir: sans.length };
}

/** Registered in a session cancelled and still to come, to whom no message went or is about to go. */
export async function lireAPrevenir<Une extends InscriptionLue>(
  context: Context,
  seance: SeanceLue,
  inscriptions: readonly Une[],
): Promise<readonly Une[]> {
  if (seance.annuleeLe === null || estFinie(seance, cadreDuJour(context))) return [];
  const messages = await lireMessagesDe(context.tx, OBJET, [seance.id]);
  const dites = new Set(
    messages
      .filter(({ etat }) => etat === "en-attente" || etat === "envoye")
      .map(({ personneId }) => personneId),
  );
  return attendues(inscriptions).filter(({ personneId }) => !dites.has(personneId));
}

const attendues = <Une extends InscriptionLue>(inscriptions: readonly Une[]): readonly Une[] =>
  inscriptions.filter(({ etat }) => etat === "inscrite");
