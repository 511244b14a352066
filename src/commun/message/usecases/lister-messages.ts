import { DomainError } from "#platform/errors/domain-error.ts";
import { readContent } from "#platform/outbox/keep.ts";
import type { Content } from "#platform/outbox/message.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireMessagesDePersonne, lireMessagesParId, type MessageLu } from "../db/lire-messages.ts";
import { messageInput, messagesDePersonneInput } from "../schemas.ts";
import type { LireDestinataires } from "./envoyer-messages.ts";

/** The messages of one person, the newest first. */
export function listerMessages(lireDestinataires: LireDestinataires) {
  return defineUseCase({
    name: "message.lister-personne",
    input: messagesDePersonneInput,
    droit: "courrier:lire",
    nature: "lecture",
    trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
    async run(context, { personneId }): Promise<readonly MessageLu[]> {
      const visibles = await lireDestinataires(context, [personneId]);
      if (!visibles.has(personneId)) {
        throw new DomainError(
          "personne.introuvable",
          "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre.",
        );
      }
      return lireMessagesDePersonne(context.tx, personneId);
    },
  });
}

export interface MessageEntier extends MessageLu {
  /** « Mme Alice Exemple » */
  readonly destinataire: string;
  /** Null once the words are no longer kept. */
  readonly contenu: Content | null;
}

/** One message, with its words as long as they are kept. */
export function lireMessage(lireDestinataires: LireDestinataires) {
  return defineUseCase({
    name: "message.lire",
    input: messageInput,
    droit: "courrier:lire",
    nature: "lecture",
    trace: ({ id }, { personneId }: MessageEntier) => ({
      objet: "message",
      objetId: id,
      personneId,
    }),
    async run(context, { id }): Promise<MessageEntier> {
      const [message] = await lireMessagesParId(context.tx, [id]);
      const visibles = message && (await lireDestinataires(context, [message.personneId]));
      const connu = message && visibles?.get(message.personneId);
      if (!message || !connu) throw introuvable();
      return {
        ...message,
        destinataire: connu.valeurs["personne.nom-complet"] ?? "",
        contenu: await readContent(context.tx, context.secrets, message.envoiId),
      };
    },
  });
}

/** Of these messages, those written to persons of the perimeter. */
export async function messagesVisibles(
  context: Context,
  lireDestinataires: LireDestinataires,
  ids: readonly number[],
): Promise<readonly MessageLu[]> {
  const messages = await lireMessagesParId(context.tx, ids);
  const visibles = await lireDestinataires(context, [
    ...new Set(messages.map(({ personneId }) => personneId)),
  ]);
  return messages.filter(({ personneId }) => visibles.has(personneId));
}

function introuvable(): DomainError {
  return new DomainError(
    "message.introuvable",
    "Ce message n’existe pas, ou il a été écrit à une personne qui n’est pas dans votre périmètre.",
  );
}
