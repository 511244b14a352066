import { z } from "zod";
import { classesOrganisme, classesSortie, naturesSortie } from "#commun/referentiel";
import { naturesRealisation } from "./domain/realisation.ts";
import { siretValide } from "./domain/siret.ts";
import { preuvesSortie } from "./domain/sortie.ts";
import { issuesSuite } from "./domain/suite.ts";

const id = (vide: string) => z.coerce.number({ error: vide }).int().positive(vide);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const ouRien = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z
    .union([z.literal(""), schema])
    .nullish()
    .transform((valeur) => valeur || null);
const jourOuRien = ouRien(jour);
const texte = (vide: string) =>
  z.string({ error: vide }).trim().min(1, vide).max(1000, "Écrivez au plus 1 000 caractères.");
const texteOuRien = ouRien(z.string().trim().max(1000, "Écrivez au plus 1 000 caractères."));
const sejourId = id("Ce séjour n’existe pas.");
const version = z.coerce.number().int().positive().nullable().default(null);

export const sejourInput = z.object({ sejourId });
export const personneInput = z.object({ personneId: id("Choisissez une personne.") });
export const actionInput = z.object({ actionId: id("Choisissez une action.") });

export const preparerEntreeInput = actionInput.extend({
  personneId: z.number().int().positive().nullable().default(null),
});

export const entrerInput = z
  .object({
    actionId: id("Choisissez une action."),
    personneId: z
      .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
      .default(null),
    /** Who is not in one’s perimeter is entered by what she shows: her number and her day of birth. */
    numero: texteOuRien,
    dateNaissance: jourOuRien,
    /** The caller has recognised her by what she shows; no form says it. */
    montree: z.boolean().default(false),
    le: jour,
    prescriptionId: z.number().int().positive().nullable().default(null),
    prescripteur: z
      .object({ structureId: z.number().int().positive(), classe: z.enum(classesOrganisme) })
      .nullable()
      .default(null),
    attestationLe: jourOuRien,
    contratPreuve: ouRien(z.enum(["contrat", "inscription-france-travail"])),
    contratLe: jourOuRien,
    quartierCode: texteOuRien,
  })
  .refine(({ contratPreuve, contratLe }) => contratPreuve === null || contratLe !== null, {
    path: ["contratLe"],
    error: "Indiquez la date de la preuve montrée.",
  })
  // A search by number is counted: with a person beside it, the act that counts could be passed by.
  .refine(({ personneId, numero }) => personneId === null || numero === null, {
    path: ["numero"],
    error: "Choisissez une personne, ou donnez son numéro d’allocataire : pas les deux.",
  });

const faits = {
  debut: jourOuRien,
  fin: jourOuRien,
  siae: z
    .union([z.boolean(), z.enum(["", "oui", "non"]).transform((dit) => dit === "oui")])
    .default(false),
  structureSiae: ouRien(z.enum(["aci", "ei", "etti", "ai"])),
  heures: z
    .union([
      z.literal("").transform(() => null),
      z.null(),
      z.coerce
        .number({ error: "Écrivez un nombre d’heures : 24 ou 17,5." })
        .gt(0, "Écrivez un nombre d’heures positif.")
        .max(48, "Une semaine de travail a au plus 48 heures."),
    ])
    .default(null),
  employeur: texteOuRien,
  siret: ouRien(
    z
      .string()
      .transform((saisi) => saisi.replaceAll(/\s/g, ""))
      .refine(siretValide, "Ce SIRET n’existe pas : quatorze chiffres, dont une clé."),
  ),
  precision: texteOuRien,
};

const sortie = {
  le: jour,
  nature: z.enum(naturesSortie, "Dites comment la personne sort."),
  preuve: z.enum(preuvesSortie, "Dites ce qui prouve la sortie.").default("declaratif"),
  ...faits,
};

export const sortirInput = z.object({ sejourId, version, ...sortie });
export const rectifierInput = z.object({
  sejourId,
  version,
  motif: texte("Dites pourquoi vous corrigez la sortie."),
  ...sortie,
});
export const rouvrirInput = z.object({
  sejourId,
  version,
  motif: texte("Dites pourquoi la personne n’est pas sortie."),
});
export const annulerInput = z.object({
  sejourId,
  version,
  motif: texte("Dites pourquoi ce séjour n’a pas eu lieu."),
});
export const arbitrerInput = z.object({
  sejourId,
  version,
  classe: z.enum(classesSortie, "Choisissez la classe."),
  motif: texte("Écrivez ce qui justifie cette classe : elle sera visible."),
});
export const suspendreInput = z.object({
  sejourId,
  motif: z.enum(["formation", "arret"], "Dites pourquoi le séjour est suspendu."),
  du: jour,
  au: jourOuRien,
});
export const reprendreInput = z.object({
  suspensionId: id("Cette suspension n’existe pas."),
  au: jour,
});
export const renouvelerInput = z.object({
  sejourId,
  mois: z.coerce
    .number({ error: "Indiquez un nombre de mois." })
    .int("Indiquez un nombre entier de mois.")
    .min(1, "Indiquez au moins un mois.")
    .max(60, "Indiquez au plus 60 mois."),
  motif: texte("Dites pourquoi l’accompagnement continue."),
  exception: texteOuRien,
});
export const realisationInput = z.object({
  sejourId,
  nature: z.enum(naturesRealisation, "Dites ce qui a eu lieu."),
  le: jour,
  precision: texteOuRien,
  frein: texteOuRien,
});
export const retirerRealisationInput = z.object({
  realisationId: id("Ce fait n’existe pas."),
  sejourId,
});
export const suiteInput = z.object({
  sejourId,
  jalon: z.coerce.number().int().positive(),
  le: jour,
  issue: z.enum(issuesSuite, "Dites ce qu’est devenue la personne."),
  commentaire: texteOuRien,
});

const profilRepris = z
  .object({
    codeCommune: z.string().nullable().default(null),
    situationFamiliale: z.string().nullable().default(null),
    niveauFormation: z.string().nullable().default(null),
    activite: z.string().nullable().default(null),
  })
  .nullable()
  .default(null);

export const sejourRepris = z.object({
  actionId: z.number().int().positive(),
  personneId: z.number().int().positive(),
  entreLe: z.iso.date(),
  sortie: z
    .object({ ...sortie, le: z.iso.date() })
    .nullable()
    .default(null),
  contratSigneLe: z.iso.date().nullable().default(null),
  contratPreuve: z.enum(["contrat", "inscription-france-travail"]).nullable().default(null),
  prescripteur: z
    .object({ structureId: z.number().int().positive(), classe: z.enum(classesOrganisme) })
    .nullable()
    .default(null),
  profil: profilRepris,
  renouvellements: z
    .array(
      z.object({
        mois: z.number().int().positive(),
        motif: z.string(),
        exception: z.string().nullable().default(null),
        le: z.iso.date(),
      }),
    )
    .default([]),
  suspensions: z
    .array(
      z.object({
        motif: z.enum(["formation", "arret"]),
        du: z.iso.date(),
        au: z.iso.date().nullable(),
      }),
    )
    .default([]),
  realisations: z
    .array(
      z.object({
        nature: z.enum(naturesRealisation),
        le: z.iso.date(),
        precision: z.string().nullable().default(null),
        frein: z.string().nullable().default(null),
      }),
    )
    .default([]),
  suites: z
    .array(
      z.object({
        le: z.iso.date(),
        issue: z.enum(issuesSuite),
      }),
    )
    .default([]),
});

export const reprendreSejoursInput = z.object({ sejours: z.array(sejourRepris).max(500_000) });
