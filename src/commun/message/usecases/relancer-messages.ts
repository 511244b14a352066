import { cancel, retry } from "#platform/outbox/keep.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { messagesInput } from "../schemas.ts";
import type { LireDestinataires } from "./envoyer-messages.ts";
import { messagesVisibles } from "./lister-messages.ts";

/** Tries again what was refused or waits after a failure; the others, and those of nobody in the perimeter, are left. */
export function relancerMessages(lireDestinataires: LireDestinataires) {
  return defineUseCase({
    name: "message.relancer",
    input: messagesInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: ({ messages }, relances: number) => ({
      objet: "message",
      objetId: messages.length === 1 ? (messages[0] ?? null) : null,
      details: { relances },
    }),
    async run(context, { messages }): Promise<number> {
      const visibles = await messagesVisibles(context, lireDestinataires, messages);
      const relances = await retry(
        context,
        visibles.map(({ envoiId }) => envoiId),
      );
      return relances.length;
    },
  });
}

/** Takes back what has not left. */
export function retirerMessages(lireDestinataires: LireDestinataires) {
  return defineUseCase({
    name: "message.retirer",
    input: messagesInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: ({ messages }, retires: number) => ({
      objet: "message",
      objetId: messages.length === 1 ? (messages[0] ?? null) : null,
      details: { retires },
    }),
    async run(context, { messages }): Promise<number> {
      const visibles = await messagesVisibles(context, lireDestinataires, messages);
      const retires = await cancel(
        context,
        visibles.map(({ envoiId }) => envoiId),
        `Retiré par ${context.agent.nom}.`,
      );
      return retires.length;
    },
  });
}
