import { z } from "zod";
import { ajouterJours, jourOuvreAvant } from "#commun/echeance";
import { envoyerMessages, type LireDestinataires } from "#commun/message";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { rendezVousDesJours } from "../db/rappels.ts";
import { rendezVousParId } from "../db/rendez-vous.ts";
import { instantDe } from "../domain/heures.ts";
import { cadreDuJour, structuresVisibles } from "./cadre.ts";
import { cleDuMessage, type Invitee, inviterA } from "./inviter.ts";

/** Ten in the morning, when a reminder is read. */
const HEURE_DU_RAPPEL = 10 * 60;

/** When the reminder of a meeting of this day leaves. */
function heureDuRappel(context: Context, jour: string): Date {
  const { regle, calendrier } = cadreDuJour(context);
  return instantDe(jourOuvreAvant(jour, regle.rappelJoursAvant, calendrier), HEURE_DU_RAPPEL);
}

/**
 * The reminder of a meeting is programmed once for its hour, however often it is asked for. It leaves only if she
 * still agrees and the meeting still stands; a meeting taken later than its reminder is not reminded of.
 */
export async function programmerRappels(
  context: Context,
  lireDestinataires: LireDestinataires,
  invitees: readonly Invitee[],
): Promise<number> {
  const destinataires = invitees.flatMap(({ personneId, rendezVous, valeurs }) => {
    const { id, jour, debut } = rendezVous;
    const partLe = heureDuRappel(context, jour);
    if (partLe <= context.now) return [];
    const cle = cleDuMessage("rappel-rendez-vous", rendezVous, personneId);
    return [{ personneId, objetId: id, valeurs, partLe, perimeLe: debut, cle }];
  });
  if (destinataires.length === 0) return 0;
  const { envoyes } = await envoyerMessages(context, lireDestinataires, {
    usage: "rappel-rendez-vous",
    objet: "rendez-vous",
    destinataires,
  });
  return envoyes.filter(({ deja }) => !deja).length;
}

/** Days looked at beyond the delay: no run of public holidays and week-ends is longer. */
const MARGE = 10;

/** The days whose reminders leave today or tomorrow: a worker that missed this morning is ahead of the next one. */
function joursARappeler(context: Context): readonly string[] {
  const { le, regle, calendrier } = cadreDuJour(context);
  const suivants = Array.from({ length: regle.rappelJoursAvant + MARGE }, (_, rang) =>
    ajouterJours(le, rang + 1),
  );
  return suivants.filter((jour) => {
    const rappel = jourOuvreAvant(jour, regle.rappelJoursAvant, calendrier);
    return rappel === le || rappel === ajouterJours(le, 1);
  });
}

/** Each morning, the reminders of the meetings nobody convened by message: taken by telephone, or by letter. */
export function rappelerRendezVous(lireDestinataires: LireDestinataires) {
  return defineUseCase({
    name: "agenda.rappeler",
    input: z.strictObject({}),
    droit: "agenda:tenir",
    nature: "ecriture",
    trace: (_, rappels: number) => ({ objet: "rendez-vous", details: { rappels } }),
    async run(context): Promise<number> {
      const ouvertes = new Set((await structuresVisibles(context)).map(({ id }) => id));
      const attendus = await rendezVousDesJours(context.tx, joursARappeler(context));
      // Nobody is told to come to a structure that has closed; the others are reminded all the same.
      const rendezVous = (await rendezVousParId(context.tx, attendus)).filter(({ structureId }) =>
        ouvertes.has(structureId),
      );
      if (rendezVous.length === 0) return 0;
      const { invitees } = await inviterA(context, rendezVous, { usage: "rappel-rendez-vous" });
      return programmerRappels(context, lireDestinataires, invitees);
    },
  });
}
