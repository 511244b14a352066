import { z } from "zod";

const id = (message: string) => z.coerce.number({ error: message }).int().positive(message);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const version = z.coerce.number().int().positive();

const motifOuRien = z
  .string()
  .trim()
  .max(1000, "Écrivez au plus 1 000 caractères.")
  .nullish()
  .transform((valeur) => valeur || null);
const motif = (vide: string) =>
  z.string().trim().min(1, vide).max(1000, "Écrivez au plus 1 000 caractères.");
const codeOuRien = z
  .string()
  .trim()
  .nullish()
  .transform((valeur) => valeur || null);
const idOuRien = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
  .default(null);

const personneId = id("Choisissez une personne.");
const structureId = id("Choisissez une structure.");
const ids = z.array(id("Choisissez au moins une ligne.")).max(200_000);

export const proposerInput = z.object({
  /** Only these persons, even one whose last proposal was refused; everybody to orient without it. */
  personnes: ids.nullable().default(null),
});

export const transmettreInput = z.object({
  propositions: ids.min(1, "Choisissez au moins une ligne."),
});

/** `undefined` for the référent keeps the one proposed; empty leaves the structure to name one. */
const referentChoisi = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
  .optional();

export const deciderInput = z.object({
  propositionId: id("Choisissez une proposition."),
  version,
  type: codeOuRien,
  structureId: idOuRien,
  referentId: referentChoisi,
  motif: motifOuRien,
});

export const deciderEnLotInput = z.object({
  propositions: z
    .array(z.object({ id: id("Choisissez une proposition."), version: version.nullable() }))
    .min(1, "Choisissez au moins une ligne.")
    .max(20_000, "Décidez au plus 20 000 propositions à la fois."),
});

export const reporterInput = z.object({
  propositionId: id("Choisissez une proposition."),
  version,
  jusquAu: jour,
  motif: motif("Dites pourquoi la décision est reportée."),
});

export const refuserInput = z.object({
  propositionId: id("Choisissez une proposition."),
  version,
  motif: motif("Dites ce qui manque pour décider."),
});

export const franceTravailInput = z.object({
  personneId,
  le: jour,
  type: z.string().min(1, "Choisissez un type d’orientation."),
  structureId,
});

export const moyensDeNotification = {
  "lettre-recommandee": "Lettre recommandée avec avis de réception",
  "remise-en-main-propre": "Remise en main propre",
  "lettre-recommandee-electronique": "Lettre recommandée électronique",
} as const;

export const notifierInput = z.object({
  personnes: ids.min(1, "Choisissez au moins une personne."),
  moyen: z.enum(
    Object.keys(moyensDeNotification) as [keyof typeof moyensDeNotification],
    "Choisissez un moyen qui donne une date certaine.",
  ),
});

const personnes = ids.min(1, "Choisissez au moins une personne.");

/** One person, or a group convened together. */
export const fixerRendezVousInput = z.object({
  personnes,
  prevuLe: jour,
  heure: z
    .string()
    .trim()
    .regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/u, "Écrivez une heure comme 14:30.")
    .nullish()
    .transform((valeur) => valeur || null),
  lieu: motifOuRien,
});

export const tenirRendezVousInput = z.object({
  personnes,
  issue: z.enum(["tenu", "absence", "reporte"], "Dites comment le rendez-vous s’est passé."),
  le: jour,
});

export const confirmerInput = z.object({ personnes });
export const contesterInput = z.object({
  personneId,
  motif: motif("Dites pourquoi cette désignation ne convient pas."),
  typeSouhaite: codeOuRien,
});

export const demanderReorientationInput = z.object({
  personneId,
  demandeur: z.enum(["referent", "personne", "departement"], "Dites qui demande."),
  motif: motif("Dites pourquoi la réorientation est demandée."),
  typeSouhaite: codeOuRien,
});

export const examinerInput = z.object({
  demandeId: id("Choisissez une demande."),
  version,
  instance: z.string().min(1, "Choisissez l’instance."),
  le: jour,
  avis: z.enum(["favorable", "defavorable"], "Dites l’avis de l’instance."),
  commentaire: motifOuRien,
});

export const deciderReorientationInput = z.object({
  demandeId: id("Choisissez une demande."),
  version,
  decision: z.enum(["reorientee", "maintenue"], "Choisissez : réorienter, ou maintenir."),
  type: codeOuRien,
  structureId: idOuRien,
  referentId: idOuRien,
  motif: motif("Dites pourquoi."),
});

export const changerReferentInput = z.object({
  personneId,
  structureId: idOuRien,
  referentId: idOuRien,
  motif: motif("Dites pourquoi le référent change."),
});

export const transmettrePortefeuilleInput = z.object({
  deReferentId: id("Choisissez le référent qui transmet."),
  /** Who takes over; without it the persons are shared among the référents of the structure who have room. */
  versReferentId: idOuRien,
  /** Persons for whom somebody was chosen by name; the others go to `versReferentId`, or are shared. */
  choix: z
    .array(z.object({ personneId, referentId: id("Choisissez un référent.") }))
    .max(1000)
    .default([]),
  motif: motif("Dites pourquoi le portefeuille est transmis."),
});

export const personneInput = z.object({ personneId });
export const suivantInput = z.object({
  /** The queue goes on after this proposal. */
  apres: idOuRien,
  /** This one again, while it still waits: its decision was refused. */
  cas: idOuRien,
});
