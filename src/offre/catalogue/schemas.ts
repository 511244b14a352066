import { z } from "zod";
import { categoriesJuridiques, classesOrganisme } from "#commun/referentiel";

const id = (vide: string) => z.coerce.number({ error: vide }).int().positive(vide);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const ouRien = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z
    .union([z.literal(""), schema])
    .nullish()
    .transform((valeur) => valeur || null);
const jourOuRien = ouRien(jour);
const texte = (maximum: number, vide: string) =>
  z.string().trim().min(1, vide).max(maximum, `Écrivez au plus ${maximum} caractères.`);
const texteOuRien = (maximum: number) =>
  ouRien(z.string().trim().max(maximum, `Écrivez au plus ${maximum} caractères.`));

const places = z.coerce
  .number("Écrivez un nombre de places.")
  .int("Écrivez un nombre entier.")
  .min(0, "Écrivez un nombre de places positif.")
  .max(10_000, "Ce nombre de places est trop grand.");
const placesQuartiers = z
  .union([z.literal("").transform(() => null), z.null(), places])
  .default(null);

const desserte = z.object({
  codeCommune: z.string().regex(/^\d[0-9AB]\d{3}$/u, "Un code de commune a cinq caractères."),
  quartierCode: texteOuRien(20),
  quartier: texteOuRien(100),
});

const lieu = {
  public: texteOuRien(300),
  adresse: texteOuRien(200),
  codePostal: ouRien(z.string().regex(/^\d{5}$/u, "Un code postal a cinq chiffres.")),
  codeCommune: ouRien(z.string().regex(/^\d[0-9AB]\d{3}$/u, "Choisissez une commune.")),
  horaires: texteOuRien(300),
  telephone: ouRien(
    z
      .string()
      .regex(/^[\d\s.()+-]{6,30}$/u, "Écrivez un numéro de téléphone, par exemple 03 22 00 00 00."),
  ),
  courriel: ouRien(z.email("Écrivez une adresse complète, par exemple accueil@exemple.fr.")),
};

const entree = z.enum(
  ["continue", "sessions"],
  "Dites si l’on entre toute l’année ou par sessions.",
);
const prescripteurs = z.array(z.enum(classesOrganisme, "Ce prescripteur n’existe pas."));

export const action = z.object({
  nom: texte(120, "Écrivez le nom de l’action."),
  numero: texteOuRien(40),
  ficheCode: texte(40, "Choisissez une fiche."),
  ficheType: texteOuRien(40),
  structureId: id("Choisissez un opérateur."),
  categorieJuridique: z.enum(categoriesJuridiques, "Choisissez la catégorie juridique."),
  territoireId: id("Choisissez un territoire."),
  adosseeAId: z
    .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
    .default(null),
  entree,
  places,
  placesQuartiers,
  /** Without any, those of the programme. */
  prescripteurs: prescripteurs.optional(),
  du: jour,
  /** Last day of the action; without it, until it is closed. */
  dernierJour: jourOuRien,
  /** None: the whole territory. */
  communes: z.array(desserte).max(400).default([]),
  ...lieu,
});

export const ouvrirActionsInput = z.object({
  actions: z.array(action).min(1, "Donnez au moins une action.").max(2000),
});

const actionId = id("Choisissez une action.");
const version = z.coerce.number().int().positive();

export const definirPlacesInput = z.object({
  actionId,
  places,
  placesQuartiers,
  du: jour,
  /** Last day; without it, until something else is agreed. */
  dernierJour: jourOuRien,
  texte: texteOuRien(200),
});

export const fermerActionInput = z.object({
  actionId,
  version,
  dernierJour: jour,
  motif: texte(300, "Dites pourquoi l’action s’arrête."),
});

export const affecterIntervenantInput = z.object({
  actionId,
  referentId: id("Choisissez un intervenant."),
  mission: texte(120, "Écrivez la mission, par exemple accompagnement ou coordination."),
  etp: z.coerce
    .number("Écrivez une part de temps plein, par exemple 0,5.")
    .gt(0, "Écrivez une part de temps plein plus grande que zéro.")
    .max(1, "Un temps plein vaut 1."),
  du: jour,
  dernierJour: jourOuRien,
});

export const terminerInterventionInput = z.object({
  id: id("Choisissez une intervention."),
  /** Her last day in the action. */
  le: jour,
});

export const modifierActionInput = z.object({
  actionId,
  version,
  nom: texte(120, "Écrivez le nom de l’action."),
  numero: texteOuRien(40),
  entree,
  prescripteurs,
  communes: z.array(desserte).max(400),
  ...lieu,
});

export const consulterActionInput = z.object({ actionId });

export const consulterOffreInput = z.object({
  territoireId: z.coerce.number().int().positive().nullable().catch(null).default(null),
});

export const consulterFicheInput = z.object({ code: z.string().max(40) });

export const preparerOuvertureInput = z.object({});
