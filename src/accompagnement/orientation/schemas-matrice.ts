import { z } from "zod";
import { schemaMatrice } from "#commun/referentiel";

const id = z.coerce.number({ error: "Choisissez un brouillon." }).int().positive();
const version = z.coerce.number().int().positive();

export const consulterMatriceInput = z.object({ brouillonId: id.nullable() });

export const ouvrirBrouillonInput = z.object({});

export const enregistrerMatriceInput = z.object({
  brouillonId: id,
  version,
  contenu: schemaMatrice,
});

export const brouillonMatriceInput = z.object({ brouillonId: id, version });

export const adopterMatriceInput = z.object({
  brouillonId: id,
  version,
  /** The matrix in force that was on the screen: another one adopted meanwhile is a conflict. */
  remplace: z.string(),
  depuis: z.iso.date("Écrivez une date existante : jj/mm/aaaa."),
  motif: z
    .string()
    .trim()
    .min(1, "Dites pourquoi la matrice change.")
    .max(1000, "Écrivez au plus 1 000 caractères."),
});

export const simulerMatriceInput = z.object({ brouillonId: id });
