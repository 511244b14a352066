import { z } from "zod";

const id = z.coerce.number({ error: "Choisissez une action." }).int().positive();
const annee = z.coerce
  .number({ error: "Écrivez une année sur quatre chiffres." })
  .int()
  .min(2000, "Écrivez une année depuis 2000.")
  .max(2100, "Écrivez une année avant 2100.");

export const groupesFileActive = ["action", "operateur", "axe", "fiche", "territoire"] as const;
export type GroupeFileActive = (typeof groupesFileActive)[number];

export const chiffresActionInput = z.object({
  actionId: id,
  /** Without it, the year of the day. */
  annee: annee.optional(),
});

export const fileActiveInput = z.object({
  par: z.enum(groupesFileActive).default("axe"),
  /** Last month shown; without it, the month of the day. */
  au: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/u, "Écrivez un mois : 2026-10.")
    .optional(),
  mois: z.number().int().min(1).max(36).default(12),
  axe: z.string().max(40).optional(),
  ficheCode: z.string().max(40).optional(),
  territoireId: z.number().int().positive().optional(),
  structureId: z.number().int().positive().optional(),
  actionId: z.number().int().positive().optional(),
});

export const passerellesInput = z.object({
  annee: annee.optional(),
  /** Days within which an entry follows an exit. */
  delai: z.number().int().min(1).max(365).default(90),
  territoireId: z.number().int().positive().optional(),
});

export const statistiquesInput = z.object({
  ficheCode: z.string().min(1).max(40),
  annee: annee.optional(),
});

export const carteInput = z.object({ territoireId: z.number().int().positive().optional() });

export const parcoursPersonneInput = z.object({ personneId: id });
