import { z } from "zod";

const identifiant = z.coerce.number().int().positive();

export const consulterPersonneInput = z.object({
  personneId: identifiant,
  /** A declaration to read whole. */
  declarationId: identifiant.nullable().default(null),
});

export const consulterDossierInput = z.object({
  dossierId: identifiant,
  declarationId: identifiant.nullable().default(null),
});

export const personneInput = z.object({ personneId: identifiant });

export const rechercherInput = z.object({ q: z.string().max(200).default("") });

/** Nothing typed is an answer: the person has none. */
const facultatif = (nettoyer: (tape: string) => string, forme: RegExp, message: string) =>
  z
    .string()
    .max(254, "Écrivez au plus 254 caractères.")
    .transform((tape) => nettoyer(tape.trim()))
    .refine((valeur) => valeur === "" || forme.test(valeur), message)
    .transform((valeur) => (valeur === "" ? null : valeur));

const telephone = facultatif(
  (tape) => tape.replaceAll(/[\s.()-]/g, ""),
  /^(?:0[1-9]\d{8}|\+\d{8,15})$/u,
  "Écrivez dix chiffres : 06 12 34 56 78, ou un numéro précédé de + et de l’indicatif du pays.",
);

const courriel = facultatif(
  (tape) => tape,
  /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u,
  "Écrivez une adresse complète : nom@exemple.fr.",
);

const accord = z
  .enum(["A", "R", "I"], { error: "Dites si la personne est d’accord pour qu’on l’utilise." })
  .default("I");
const version = z.coerce.number().int().min(0);

export const modifierContactInput = z.object({
  personneId: identifiant,
  telephone,
  accordTelephone: accord,
  courriel,
  accordCourriel: accord,
  /** What the writer had before her eyes: 0 when nothing. */
  versionTelephone: version,
  versionCourriel: version,
});

export const paireInput = z.object({ paireId: identifiant });

export const fusionnerInput = z.object({
  paireId: identifiant,
  gardeeId: z.coerce.number().int().positive("Choisissez laquelle des deux fiches est gardée."),
  motif: z.string().trim().max(500).default(""),
});

export const annulerFusionInput = z.object({ fusionId: identifiant });
