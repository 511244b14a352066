import { z } from "zod";
import { canauxMessage, type RegleMessages, usagesMessage } from "./domain/message.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const usage = z.enum(usagesMessage, { error: "cet usage n’existe pas" });

export const regleMessages: z.ZodType<RegleMessages> = z.strictObject({
  modeles: z
    .array(
      z.strictObject({
        usage,
        objet: texte("l’objet du courriel manque"),
        courriel: texte("le texte du courriel manque"),
        sms: texte("le texte du SMS manque"),
      }),
    )
    .refine(
      (modeles) => usagesMessage.every((un) => modeles.filter((m) => m.usage === un).length === 1),
      "chaque usage a un texte, et un seul",
    ),
  expediteur: texte("l’expéditeur des courriels manque"),
  expediteurSms: z
    .string()
    .regex(/^(?=.*[A-Za-z])[A-Za-z0-9 ]{3,11}$/u, "l’expéditeur des SMS a de 3 à 11 lettres"),
  canaux: z.array(z.enum(canauxMessage)).min(1, "au moins un moyen est attendu"),
  accordInconnu: z.array(usage),
  partiesSms: z.number().int().min(1).max(3),
  conservationJours: z.number().int().min(1).max(3650),
});
