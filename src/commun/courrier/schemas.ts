import { z } from "zod";
import { moyensEnvoi, preuvesReception } from "./domain/courrier.ts";

const id = z.coerce.number().int().positive();
const jour = z.iso.date({ error: "Écrivez une date, par exemple 24/11/2026." });
const moyens = Object.keys(moyensEnvoi) as (keyof typeof moyensEnvoi)[];
const preuves = Object.keys(preuvesReception) as (keyof typeof preuvesReception)[];

export const moyen = z.enum(moyens, { error: "Choisissez un moyen d’envoi." });

export const lireCourrierInput = z.strictObject({ id });

export const courriersDePersonneInput = z.strictObject({ personneId: id });

export const emettreCourrierInput = z.strictObject({
  personneId: id,
  modele: z.string().min(1, "Choisissez un courrier."),
  moyen,
});

export const preparerLotInput = z.strictObject({
  libelle: z.string().trim().min(1).max(200),
  personnes: z.array(id).min(1, "Choisissez au moins une personne.").max(100_000),
});

export const lireLotInput = z.strictObject({
  id,
  modele: z.string().min(1).optional(),
  moyen: moyen.optional(),
});

export const emettreLotInput = z.strictObject({
  id,
  modele: z.string().min(1, "Choisissez un courrier."),
  moyen,
});

export const marquerEnvoyeInput = z.strictObject({
  courriers: z.array(id).min(1, "Cochez au moins un courrier.").max(100_000),
  le: jour,
});

export const noterReceptionInput = z.strictObject({
  id,
  version: z.coerce.number().int(),
  le: jour,
  preuve: z.enum(preuves, { error: "Dites comment la réception est connue." }),
});
