import { z } from "zod";
import { tris, type Vue, vues } from "./domain/portefeuille.ts";

const id = (message: string) => z.coerce.number({ error: message }).int().positive(message);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const jourOuRien = z.union([z.literal("").transform(() => null), z.null(), jour]).default(null);
const version = z.coerce.number().int().positive();
const personneId = id("Choisissez une personne.");
const long = "Écrivez au plus 4 000 caractères.";
const texte = (vide: string) => z.string().trim().min(1, vide).max(4000, long);
const texteOuRien = z
  .string()
  .trim()
  .max(4000, long)
  .nullish()
  .transform((valeur) => valeur || null);
const idOuRien = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().positive()])
  .default(null);
const mois = z.coerce
  .number({ error: "Écrivez un nombre de mois." })
  .int("Écrivez un nombre entier de mois.")
  .min(1, "Écrivez au moins un mois.")
  .max(60, "Écrivez au plus soixante mois.");

const deLaPersonne = { personneId, version };

export const suspendreInput = z.object({
  ...deLaPersonne,
  motif: z.string().min(1, "Choisissez un motif."),
  details: texteOuRien,
  du: jour,
  au: jourOuRien,
});

export const reprendreInput = z.object({ ...deLaPersonne, le: jour });

export const renouvelerInput = z.object({
  ...deLaPersonne,
  mois: z.union([z.literal("").transform(() => null), z.null(), mois]).default(null),
  motif: texte("Dites pourquoi l’accompagnement est renouvelé."),
});

export const derogerInput = z.object({
  ...deLaPersonne,
  fondement: z.string().min(1, "Choisissez le motif de la dérogation."),
  mois,
  motif: texte("Dites pourquoi la dérogation est accordée."),
  preuve: texteOuRien,
});

export const changerCadreInput = z.object({
  ...deLaPersonne,
  regle: z.string().min(1, "Choisissez l’accompagnement."),
  motif: texte("Dites pourquoi l’accompagnement change."),
});

export const conclusions = {
  "objectif-atteint": "Objectif atteint",
  emploi: "Entrée en emploi ou en formation longue",
  relais: "Relais vers une autre action",
  "sans-suite": "Terme atteint, sans suite",
} as const;

export const conclureInput = z.object({
  ...deLaPersonne,
  conclusion: z.enum(
    Object.keys(conclusions) as [keyof typeof conclusions],
    "Dites comment l’accompagnement se conclut.",
  ),
  motif: texte("Dites en quelques mots où en est la personne."),
});

export const signalerInput = z.object({
  personneId,
  engagement: z.string().min(1, "Choisissez l’engagement qui n’a pas été tenu."),
  survenuLe: jour,
  faits: texte("Décrivez les faits : ce qui était attendu, ce qui s’est passé."),
  preuves: texteOuRien,
  explications: texteOuRien,
  absenceId: idOuRien,
});

const manquement = { manquementId: id("Choisissez un manquement."), version };

export const recevoirInput = z.object(manquement);
export const direLaSuiteInput = z.object({
  ...manquement,
  suite: z.enum(["classe", "a-presenter"], "Choisissez : classer, ou présenter en commission."),
  motif: texte("Dites pourquoi."),
});
export const recueillirInput = z.object({
  manquementId: manquement.manquementId,
  le: jour,
  explication: texte("Écrivez ce que la personne explique."),
});
export const ecarterInput = z.object({
  absenceId: id("Choisissez une absence."),
  motif: texte("Dites pourquoi il n’y a pas de manquement."),
});

/** « 12,50 » or « 1 200 »: cents. */
const montant = z
  .string()
  .trim()
  .nullish()
  .transform((ecrit, verification): number | null => {
    if (!ecrit) return null;
    const lu = /^(\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*)(?:[.,](\d{1,2}))?\s*€?$/u.exec(ecrit);
    if (!lu) {
      verification.addIssue({ code: "custom", message: "Écrivez un montant comme 45,50." });
      return z.NEVER;
    }
    const euros = Number((lu[1] ?? "0").replace(/\D/gu, ""));
    return euros * 100 + Number((lu[2] ?? "").padEnd(2, "0"));
  });

export const autours = {
  formation: "une formation",
  emploi: "un emploi",
  demarches: "des démarches",
} as const;

export const noterSoutienInput = z.object({
  personneId,
  nature: z.string().min(1, "Choisissez la nature de l’appui."),
  autour: z.enum(Object.keys(autours) as [keyof typeof autours], "Dites autour de quoi."),
  besoin: texte("Décrivez le besoin."),
  du: jour,
  au: jourOuRien,
  mobilise: texteOuRien,
  financePar: texteOuRien,
  cout: montant,
});

export const mobiliserSoutienInput = z.object({
  soutienId: id("Choisissez un appui."),
  version,
  mobilise: texte("Dites ce qui est mobilisé."),
  financePar: texteOuRien,
  cout: montant,
  au: jourOuRien,
});

export const solliciterInput = z.object({
  demandeId: id("Choisissez une demande."),
  structureId: id("Choisissez la structure à solliciter."),
  message: texteOuRien,
});

export const repondreInput = z.object({
  concertationId: id("Choisissez une concertation."),
  reponse: z.enum(["accord", "refus"], "Dites si la structure accepte."),
  motif: texte("Dites ce que répond la structure."),
});

export const personneInput = z.object({ personneId });

export const portefeuilleInput = z.object({
  referentId: z.number().int().positive().nullable().default(null),
  structureId: z.number().int().positive().nullable().default(null),
  vue: z.enum(Object.keys(vues) as [Vue, ...Vue[]]).default("toutes"),
  tri: z.enum(tris).default("nom"),
  page: z.number().int().positive().default(1),
});

export const moyensAnnonce = {
  "lettre-simple": "Lettre simple",
  "remise-en-main-propre": "Remise en main propre",
} as const;

export const transmettreInput = z.object({
  deReferentId: id("Choisissez le référent qui transmet."),
  choix: z
    .array(z.object({ personneId, referentId: id("Choisissez un référent pour chaque personne.") }))
    .min(1, "Ce portefeuille est vide.")
    .max(1000),
  motif: texte("Dites pourquoi le portefeuille est transmis."),
  ecrire: z.boolean().default(false),
  moyen: z
    .enum(Object.keys(moyensAnnonce) as [keyof typeof moyensAnnonce], "Choisissez un moyen.")
    .default("lettre-simple"),
});
