import { z } from "zod";

const personneId = z.coerce.number({ error: "Choisissez une personne." }).int().positive();
/** Zero before the first answer is saved. */
const version = z.coerce.number().int().min(0);

export const consulterDiagnosticInput = z.object({ personneId });

export const repondreInput = z.object({
  personneId,
  page: z.number().int().positive(),
  version,
  reponses: z.record(z.string(), z.array(z.string())),
});

export const brouillonInput = z.object({ personneId, version });
