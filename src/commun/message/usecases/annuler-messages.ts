import type { UsageMessage } from "#commun/referentiel";
import { cancel } from "#platform/outbox/keep.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireMessagesDe } from "../db/lire-messages.ts";

export interface MessagesAAnnuler {
  readonly objet: string;
  readonly objetIds: readonly number[];
  /** Everybody when absent: one person may leave a meeting of several. */
  readonly personnes?: readonly number[];
  /** All of them when absent. */
  readonly usages?: readonly UsageMessage[];
  /** Read where the message is shown: « Le rendez-vous est annulé. » */
  readonly raison: string;
}

/**
 * Takes back what has not left yet, inside the transaction of another act: the reminder of a rendez-vous that is
 * cancelled or moved. Their number; what has left stays.
 */
export async function annulerMessages(
  context: Pick<Context, "tx" | "now">,
  { objet, objetIds, personnes, usages, raison }: MessagesAAnnuler,
): Promise<number> {
  const messages = await lireMessagesDe(context.tx, objet, objetIds);
  const aAnnuler = messages.filter(
    ({ etat, usage, personneId }) =>
      etat === "en-attente" &&
      (usages?.includes(usage) ?? true) &&
      (personnes?.includes(personneId) ?? true),
  );
  const annules = await cancel(
    context,
    aAnnuler.map(({ envoiId }) => envoiId),
    raison,
  );
  return annules.length;
}
