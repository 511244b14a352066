import { z } from "zod";
import { naturesSortie } from "#commun/referentiel";

const id = z.coerce.number().int().positive();
const jour = z.iso.date({ error: "une date AAAA-MM-JJ est attendue" });
const jourOuNul = jour.nullable().default(null);

export const creerCleInput = z.object({
  structureId: id,
  libelle: z
    .string()
    .trim()
    .min(1, "Dites à quel logiciel sert cette clé.")
    .max(80, "Écrivez au plus 80 caractères."),
});

export const cleInput = z.object({ cleId: id });

/** What a program may send in one call. */
export const MAX_SEJOURS = 200;

const personne = z
  .object({
    nom: z.string().trim().default(""),
    prenom: z.string().trim().default(""),
    dateNaissance: jourOuNul,
    numeroDemande: z.string().trim().min(1).nullable().default(null),
  })
  .refine(
    ({ nom, prenom, dateNaissance, numeroDemande }) =>
      numeroDemande !== null || (nom !== "" && prenom !== "" && dateNaissance !== null),
    "nom, prénom et date de naissance sont attendus, ou le numéro de demande RSA",
  );

const sortie = z.object({
  le: jour,
  nature: z.enum(naturesSortie),
  debut: jourOuNul.describe("Premier jour du contrat de travail"),
  fin: jourOuNul.describe("Dernier jour du contrat de travail, compris"),
  employeur: z.string().trim().min(1).nullable().default(null),
  siae: z.boolean().default(false).describe("Emploi dans une structure d’insertion"),
});

/** One stay, as the program of an operator says it: given again, it writes nothing new. */
const sejour = z.object({
  action: z.string().trim().min(1).describe("Numéro de l’action, ou son nom exact"),
  personne,
  entreLe: jour,
  contratLe: jourOuNul.describe("Jour où le contrat d’engagement a été signé"),
  attestationLe: jourOuNul.describe("Jour de l’attestation de droit présentée"),
  sortie: sortie.nullable().default(null),
});

export const sejoursInput = z.object(
  { sejours: z.array(sejour).min(1).max(MAX_SEJOURS) },
  "un objet JSON avec la liste « sejours » est attendu",
);

export const sejoursOutput = z.object({
  sejours: z.array(
    z.object({
      rang: z.number().int().describe("Rang dans la demande, à partir de 0"),
      etat: z.enum(["prise", "inchangee", "refusee"]),
      raisons: z.array(z.string()),
    }),
  ),
});
