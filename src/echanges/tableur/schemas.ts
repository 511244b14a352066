import { z } from "zod";
import { naturesSortie } from "#commun/referentiel";
import { nomsDesChamps } from "./domain/champs.ts";

const id = z.coerce.number().int().positive();

export const deposerInput = z.object({
  structureId: id,
  /** Every line is of this action; null reads it in the file. */
  actionId: id.nullable(),
  nom: z.string().trim().min(1).max(200),
  contenu: z.instanceof(Uint8Array),
});

export const expliquerInput = z.object({
  depotId: id,
  /** By title of column, as `cleEntete` writes it; null: not read. */
  colonnes: z.record(z.string(), z.enum(nomsDesChamps).nullable()),
  actions: z.array(z.object({ mot: z.string().min(1), actionId: id })),
  natures: z.array(
    z.object({
      mot: z.string().min(1),
      nature: z.enum(naturesSortie, { error: "Choisissez ce que ce mot veut dire." }),
    }),
  ),
});

export const depotInput = z.object({ depotId: id });

/** `apres`: the refused line after which the page begins. */
export const consulterInput = depotInput.extend({
  apres: z.coerce.number().int().nonnegative().catch(0).default(0),
});

export const choisirInput = z.object({
  depotId: id,
  ligne: z.coerce.number().int(),
  personneId: id,
});
