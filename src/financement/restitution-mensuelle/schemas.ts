import { z } from "zod";
import { clesChiffre } from "./domain/lignes.ts";
import { naturesQuestion } from "./domain/questions.ts";

const id = z.coerce.number({ error: "Choisissez une restitution." }).int().positive();
const revision = z.coerce.number().int().positive();
const mois = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, "Écrivez un mois : 2026-10.");
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const MOTIF_MAX = 1000;
const COMMENTAIRE_MAX = 4000;
const LOT_MAX = 5000;
const commentaire = z
  .string()
  .trim()
  .max(COMMENTAIRE_MAX, `Écrivez au plus ${COMMENTAIRE_MAX} caractères.`)
  .default("");
const motif = (vide: string) =>
  z.string().trim().min(1, vide).max(MOTIF_MAX, `Écrivez au plus ${MOTIF_MAX} caractères.`);
const lot = z.array(id).min(1, "Choisissez au moins une restitution.").max(LOT_MAX);

export const rienInput = z.object({});
export const restitutionInput = z.object({ restitutionId: id });
export const etapeInput = z.object({ restitutionId: id, revision });
export const verifierInput = etapeInput.extend({
  commentaire,
  neant: z.coerce.boolean().default(false),
  /** Figures the page showed; without it, those of the stays. */
  vus: z
    .string()
    .nullish()
    .transform((vus) => vus || null),
});
export const rectifierInput = etapeInput.extend({
  motif: motif("Dites ce que la rectification corrige."),
});
export const renvoyerInput = etapeInput.extend({
  motif: motif("Dites à l’opérateur ce qu’il doit revoir."),
});
export const lotInput = z.object({ restitutions: lot });
export const moisInput = z.object({ mois: mois.nullable().default(null) });
export const actionInput = z.object({ actionId: id });
export const chiffreInput = z.object({
  restitutionId: id,
  /** A figure of the month, or what is asked before it is certified. */
  quoi: z.enum([...clesChiffre, ...naturesQuestion]),
  /** Version shown; without it, the stays as they are today. */
  numero: z.coerce.number().int().positive().nullable().default(null),
});
export const prevoirInput = z.object({ actions: z.array(id).nullable().default(null) });
export const arreterInput = z.object({
  actionId: id,
  annee: z.coerce.number({ error: "Choisissez une année." }).int().min(2000).max(2100),
});
export const exporterInput = z.object({ mois, format: z.enum(["csv", "xlsx"]) });

export const reprendreInput = z.object({
  restitutions: z
    .array(
      z.object({
        actionId: id,
        mois,
        transmiseLe: jour,
        accepteeLe: jour.nullable().default(null),
        neant: z.boolean().default(false),
        commentaire,
        /** Stock the former tool gave for the last day of the month, when it gave one. */
        fin: z.number().int().min(0).nullable().default(null),
      }),
    )
    .min(1)
    .max(200_000),
});
