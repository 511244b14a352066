import { z } from "zod";

const nomListe = z.string().min(1).max(100);

export const listerVuesInput = z.object({ liste: nomListe });

export const enregistrerVueInput = z.object({
  liste: nomListe,
  nom: z
    .string()
    .trim()
    .min(1, "Donnez un nom à la vue.")
    .max(80, "Le nom de la vue doit tenir en 80 caractères."),
  adresse: z.string().max(4000, "Cette liste a trop de filtres pour être enregistrée comme vue."),
  partagee: z.boolean(),
});

export const partagerVueInput = z.object({ id: z.int().positive(), partagee: z.boolean() });

export const supprimerVueInput = z.object({ id: z.int().positive() });

export const retenirColonnesInput = z.object({
  liste: nomListe,
  colonnes: z.array(z.string().max(100)).min(1).max(200).nullable(),
});
