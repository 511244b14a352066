import type { Verdict } from "#platform/outbox/deliver.ts";
import { readContent } from "#platform/outbox/keep.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireMessageDEnvoi } from "../db/lire-messages.ts";
import { raisons, voiesPour } from "../domain/joindre.ts";
import { type LireDestinataires, regleMessagesAu } from "./envoyer-messages.ts";

/**
 * Asked when a message is about to leave: what the person says now of her telephone and of her address decides, not
 * what she said when it was written. What no message is about is not this module's to stop.
 */
export function verifierAvantEnvoi(lireDestinataires: LireDestinataires) {
  return async (context: Context, envoiId: number): Promise<Verdict> => {
    const message = await lireMessageDEnvoi(context.tx, envoiId);
    if (!message) return { kind: "send" };
    const connus = await lireDestinataires(context, [message.personneId]);
    const connu = connus.get(message.personneId);
    if (!connu) return { kind: "cancel", reason: "Cette personne n’est plus suivie ici." };
    const { valeur: regle } = regleMessagesAu(context);
    const voies = voiesPour(connu, message.usage, { ...regle, canaux: [message.canal] }, null);
    if (typeof voies === "string") return { kind: "cancel", reason: `${raisons[voies]}.` };
    const contenu = await readContent(context.tx, context.secrets, envoiId);
    const encore = voies.some(({ adresse }) => adresse === contenu?.to);
    const nouvelle = voies[0]?.adresse;
    if (encore || nouvelle === undefined) return { kind: "send" };
    return { kind: "send-to", to: nouvelle };
  };
}
