import { z } from "zod";
import { classesOrganisme } from "#commun/referentiel";
import { motifsAbsence } from "./domain/libelles.ts";
import { siretValide } from "./domain/siret.ts";

const id = (vide: string) => z.coerce.number({ error: vide }).int().positive(vide);
const structureId = id("Choisissez une structure.");
const referentId = id("Choisissez un référent.");
const version = z.coerce.number().int().positive();
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const jourOuRien = z
  .union([z.literal(""), jour])
  .nullish()
  .transform((valeur) => valeur || null);

const texte = (maximum: number, vide: string) =>
  z.string().trim().min(1, vide).max(maximum, `Écrivez au plus ${maximum} caractères.`);
const texteOuRien = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum, `Écrivez au plus ${maximum} caractères.`)
    .nullish()
    .transform((valeur) => valeur || null);

const courriel = z
  .union([z.literal(""), z.email("Écrivez une adresse complète, par exemple accueil@exemple.fr.")])
  .nullish()
  .transform((valeur) => valeur || null);
const telephone = texteOuRien(30).refine(
  (valeur) => valeur === null || /^[\d\s.()+-]{6,}$/u.test(valeur),
  "Écrivez un numéro de téléphone, par exemple 03 22 00 00 00.",
);
const placesOuRien = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number()])
  .pipe(
    z
      .number("Écrivez un nombre de places, ou laissez vide.")
      .int("Écrivez un nombre entier.")
      .min(0, "Écrivez un nombre de places positif.")
      .max(100_000, "Ce nombre de places est trop grand.")
      .nullable(),
  );

const fiche = {
  nom: texte(120, "Écrivez le nom de la structure."),
  sigle: texteOuRien(30),
  classe: z.string().pipe(z.enum(classesOrganisme, "Choisissez la classe de l’organisme.")),
  siret: texteOuRien(14)
    .refine(
      (valeur) => valeur === null || /^\d{14}$/u.test(valeur),
      "Un numéro SIRET a quatorze chiffres.",
    )
    .refine(
      (valeur) => valeur === null || !/^\d{14}$/u.test(valeur) || siretValide(valeur),
      "La clé de ce numéro SIRET est fausse : vérifiez chaque chiffre sur un document de la structure.",
    ),
  adresse: texteOuRien(200),
  codePostal: texteOuRien(5).refine(
    (valeur) => valeur === null || /^\d{5}$/u.test(valeur),
    "Un code postal a cinq chiffres.",
  ),
  commune: texteOuRien(100),
  telephone,
  courriel,
};

const secteurs = z
  .array(
    z.object({
      type: z.string().min(1),
      /** `null`: the whole département. */
      territoireId: z.number().int().positive().nullable(),
    }),
  )
  .max(500);

export const creerStructureInput = z.object({
  ...fiche,
  du: jour,
  secteurs: secteurs.default([]),
});

export const modifierStructureInput = z.object({ structureId, version, ...fiche });

export const fermerStructureInput = z.object({ structureId, dernierJour: jour });

export const definirSecteursInput = z.object({
  structureId,
  depuis: jour,
  /** All of them: one that is not listed any more ends that day. */
  secteurs,
});

export const definirCapaciteInput = z.object({
  structureId,
  type: z.string().min(1, "Choisissez un type d’orientation."),
  /** `null` or empty: no limit is said. */
  places: placesOuRien,
  du: jour,
  /** Last day; without it, until something else is said. */
  au: jourOuRien,
});

const ficheReferent = {
  qualite: z
    .string()
    .nullish()
    .transform((valeur) => valeur || null)
    .pipe(z.enum(["Mme", "M."], "Choisissez une civilité de la liste.").nullable()),
  nom: texte(80, "Écrivez le nom."),
  prenom: texte(80, "Écrivez le prénom."),
  fonction: texte(80, "Écrivez la fonction, par exemple assistant social."),
  courriel,
  telephone,
  etp: z.coerce
    .number("Écrivez une part de temps plein, par exemple 0,8.")
    .gt(0, "Écrivez une part de temps plein plus grande que zéro.")
    .max(1, "Un temps plein vaut 1."),
  places: placesOuRien.default(null),
  /** Account with which she signs in; without it she has none. */
  agentId: z
    .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
    .default(null),
};

export const accueillirReferentInput = z.object({ structureId, ...ficheReferent, du: jour });

export const modifierReferentInput = z.object({ referentId, version, ...ficheReferent });

export const declarerAbsenceInput = z.object({
  referentId,
  du: jour,
  /** Last day away; empty while nobody knows. */
  au: jourOuRien,
  motif: z.string().pipe(z.enum(motifsAbsence, "Choisissez un motif.")),
  remplaceParId: z
    .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
    .default(null),
});

export const terminerAbsenceInput = z.object({
  absenceId: id("Choisissez une absence."),
  reprise: jour,
});

export const quitterReferentInput = z.object({ referentId, dernierJour: jour });

export const lireStructureInput = z.object({ structureId });
export const lireReferentInput = z.object({ referentId });

export const listerStructuresInput = z.object({
  texte: z.string().trim().max(80).default(""),
  type: z.string().default(""),
  classe: z.string().default(""),
  territoireId: z.coerce.number().int().positive().nullable().default(null),
  fermees: z.boolean().default(false),
});

export const listerReferentsInput = z.object({
  structureId: z.coerce.number().int().positive().nullable().default(null),
  /** Those an account is linked to. */
  agentId: z.coerce.number().int().positive().nullable().default(null),
});
