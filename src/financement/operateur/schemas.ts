import { z } from "zod";
import { rolesContact } from "./domain/roles.ts";

const structureId = z.coerce
  .number("Choisissez un opérateur.")
  .int()
  .positive("Choisissez un opérateur.");

export const listerOperateursInput = z.object({
  texte: z.string().trim().max(80).default(""),
  categorie: z.string().default(""),
  territoireId: z.coerce.number().int().positive().nullable().catch(null).default(null),
});

export const consulterOperateurInput = z.object({ structureId });

export const noterContactInput = z
  .object({
    structureId,
    role: z.string().pipe(z.enum(rolesContact, "Choisissez un rôle.")),
    nom: z.string().trim().min(1, "Écrivez le nom.").max(120, "Écrivez au plus 120 caractères."),
    courriel: z
      .union([
        z.literal(""),
        z.email("Écrivez une adresse complète, par exemple accueil@exemple.fr."),
      ])
      .nullish()
      .transform((valeur) => valeur || null),
    telephone: z
      .union([
        z.literal(""),
        z
          .string()
          .trim()
          .regex(
            /^[\d\s.()+-]{6,30}$/u,
            "Écrivez un numéro de téléphone, par exemple 03 22 00 00 00.",
          ),
      ])
      .nullish()
      .transform((valeur) => valeur || null),
  })
  .refine(({ courriel, telephone }) => courriel !== null || telephone !== null, {
    path: ["courriel"],
    message: "Écrivez un courriel ou un téléphone.",
  });

export const retirerContactInput = z.object({
  contactId: z.coerce.number().int().positive(),
});
