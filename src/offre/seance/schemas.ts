import { z } from "zod";
import { naturesSeance, presences } from "./domain/natures.ts";
import { rythmes } from "./domain/serie.ts";

const id = (message: string) => z.coerce.number({ error: message }).int().positive(message);
const idOuRien = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
  .default(null);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const long = "Écrivez au plus 2 000 caractères.";
const texte = (vide: string) => z.string().trim().min(1, vide).max(2000, long);
const texteOuRien = z
  .string()
  .trim()
  .max(2000, long)
  .nullish()
  .transform((valeur) => valeur || null);
const heure = z
  .string()
  .trim()
  .transform((ecrit) => /^(\d{1,2})\s*(?::|h)\s*(\d{2})?$/iu.exec(ecrit))
  .refine(
    (lu) => lu !== null && Number(lu[1]) < 24 && Number(lu[2] ?? 0) < 60,
    "Écrivez une heure : 9 h 30 ou 09:30.",
  )
  .transform((lu) => `${(lu?.[1] ?? "0").padStart(2, "0")}:${lu?.[2] ?? "00"}`);
const cases = z
  .union([
    z.boolean(),
    z.literal("oui").transform(() => true),
    z.literal("").transform(() => false),
  ])
  .default(false);
const entier = (message: string, min: number) =>
  z.coerce.number({ error: message }).int(message).min(min, message).max(10_000, message);
const version = z.coerce.number().int().positive();
const seanceId = id("Choisissez une séance.");

/** « 12,50 » → 1250 cents. */
const montant = z
  .union([
    z.number().int().min(0),
    z.literal("").transform(() => 0),
    z
      .string()
      .trim()
      .regex(/^\d{1,7}(?:[.,]\d{1,2})?\s*€?$/u, "Écrivez un montant en euros : 120 ou 120,50.")
      .transform((ecrit) =>
        Math.round(Number(ecrit.replace(/[\s€]/gu, "").replace(",", ".")) * 100),
      ),
  ])
  .default(0);

const animateurs = z
  .union([
    z.array(z.string().trim().min(1)),
    z.string().transform((ecrit) =>
      ecrit
        .split(/[,;\n]/u)
        .map((nom) => nom.trim())
        .filter(Boolean),
    ),
  ])
  .default([]);

const contenu = {
  nature: z.enum(naturesSeance, "Choisissez la nature de la séance."),
  titre: texte("Donnez un titre à la séance."),
  description: texteOuRien,
  lieu: texte("Dites où la séance a lieu."),
  jour,
  debut: heure,
  fin: heure,
  capacite: entier("Écrivez le nombre de places.", 1),
  cout: montant,
  animateurs,
  mixte: cases,
};

const dansLOrdre = ({ debut, fin }: { debut: string; fin: string }) => debut < fin;
const finAvant = { path: ["fin"], message: "La séance finit avant de commencer." };

export const creerSeancesInput = z
  .object({
    actionId: idOuRien,
    structureId: idOuRien,
    ...contenu,
    rythme: z.union([z.literal("").transform(() => null), z.null(), z.enum(rythmes)]).default(null),
    nombre: z
      .union([z.literal("").transform(() => 1), entier("Écrivez un nombre de séances.", 1)])
      .default(1)
      .refine((nombre) => nombre <= 60, "Écrivez au plus soixante séances."),
  })
  .refine(dansLOrdre, finAvant);

export const modifierSeanceInput = z
  .object({ seanceId, version, ...contenu })
  .refine(dansLOrdre, finAvant);

export const annulerSeanceInput = z.object({
  seanceId,
  version,
  motif: texte("Dites pourquoi la séance est annulée."),
});

export const inscrireInput = z.object({
  seanceId,
  personnes: z.array(z.coerce.number().int().positive()).min(1, "Choisissez une personne."),
  /** When the session is full: on the waiting list, or refused. */
  attente: cases,
  /** The coming sessions of the same series as well. */
  serie: cases,
});

export const annulerInscriptionInput = z.object({
  inscriptionId: id("Choisissez une inscription."),
  motif: texte("Dites pourquoi l’inscription est annulée."),
});

const presence = z.union([z.literal("").transform(() => null), z.null(), z.enum(presences)]);

export const noterPresencesInput = z.object({
  seanceId,
  version,
  presences: z.array(
    z.object({ inscriptionId: z.coerce.number().int().positive(), presence, motif: texteOuRien }),
  ),
  autres: z
    .union([
      z.literal("").transform(() => null),
      z.null(),
      entier("Écrivez un nombre de personnes.", 0),
    ])
    .default(null),
});

export const cloreInput = z.object({ seanceId, version });
export const rouvrirInput = z.object({
  seanceId,
  motif: texte("Dites pourquoi la séance est rouverte."),
});
export const consulterInput = z.object({
  seanceId,
  /** To keep its sheet, or change it: inside the perimeter only. */
  tenue: z.boolean().default(false),
});
export const attestationsInput = z.object({ seanceId, inscriptionId: idOuRien });
export const actionInput = z.object({ actionId: id("Choisissez une action.") });
export const personneInput = z.object({ personneId: id("Choisissez une personne.") });
export const semaineInput = z.object({
  jour: jour.nullish().transform((lu) => lu ?? null),
  nature: z
    .union([z.literal("").transform(() => null), z.null(), z.enum(naturesSeance)])
    .default(null),
  structureId: idOuRien,
});
export const preparerInscriptionInput = z.object({
  personnes: z
    .array(z.coerce.number().int().positive())
    .min(1, "Choisissez au moins une personne.")
    .max(200, "Choisissez au plus 200 personnes à la fois."),
});
export const preparerInput = z.object({ actionId: idOuRien });

export const reprendreInput = z.object({
  seances: z.array(
    z.object({
      actionId: z.number().int().positive(),
      ...contenu,
      autres: z.number().int().min(0),
      inscriptions: z.array(
        z.object({ personneId: z.number().int().positive(), presence: z.enum(presences) }),
      ),
    }),
  ),
});
