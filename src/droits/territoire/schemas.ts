import { z } from "zod";

const date = z.iso.date({ error: "Donnez une date : jj/mm/aaaa." });
const codeCommune = z
  .string()
  .trim()
  .regex(/^\d[\dAB]\d{3}$/u, "Un code de commune a cinq caractères : 80021.");

export const listerTerritoiresInput = z.object({ le: date.optional() });

export const creerTerritoireInput = z.object({
  nom: z.string().trim().min(2, "Donnez un nom à ce territoire.").max(80, "Ce nom est trop long."),
  depuis: date,
});

export const modifierTerritoireInput = z.object({
  territoireId: z.coerce
    .number({ error: "Choisissez un territoire." })
    .int()
    .positive("Choisissez un territoire."),
  communes: z.array(codeCommune).min(1, "Choisissez au moins une commune.").max(2000),
  depuis: date,
});

export const rechercherCommuneInput = z.object({
  texte: z.string().trim().min(2, "Tapez au moins deux lettres."),
  /** Also outside the département. */
  partout: z.boolean().default(false),
});

export const chargerCarteInput = z.object({
  /** The GeoJSON text. */
  texte: z
    .string()
    .min(2, "Choisissez un fichier GeoJSON.")
    .max(80_000_000, "Ce fichier est trop grand : simplifiez ses contours avant de le charger."),
});
