import { z } from "zod";
import { forget } from "#platform/outbox/keep.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { regleMessagesAu } from "./envoyer-messages.ts";

const JOUR_MS = 86_400_000;

/** Takes away the words and addresses kept long enough; the proof of each message stays. Their number. */
export const oublierMessages = defineUseCase({
  name: "message.oublier",
  input: z.strictObject({}),
  droit: "courrier:emettre",
  nature: "ecriture",
  trace: null,
  run(context): Promise<number> {
    const { conservationJours } = regleMessagesAu(context).valeur;
    return forget(context.tx, new Date(context.now.getTime() - conservationJours * JOUR_MS));
  },
});
