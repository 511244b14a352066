import { z } from "zod";

const id = z.coerce.number().int().positive();

export const messageInput = z.strictObject({ id });

export const messagesDePersonneInput = z.strictObject({ personneId: id });

export const messagesInput = z.strictObject({
  messages: z.array(id).min(1, "Cochez au moins un message.").max(100_000),
});
