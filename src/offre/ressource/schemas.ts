import { z } from "zod";
import { codesDe, libelles } from "./domain/vocabulaire.ts";

const long = "Écrivez au plus 2 000 caractères.";
const texte = (vide: string) => z.string().trim().min(1, vide).max(2000, long);
const texteOuRien = z
  .string()
  .trim()
  .max(2000, long)
  .nullish()
  .transform((valeur) => valeur || null);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const jourOuRien = z.union([z.literal("").transform(() => null), z.null(), jour]).default(null);
const id = (message: string) => z.coerce.number({ error: message }).int().positive(message);
const version = z.coerce.number().int().positive();
const codeOuRien = (liste: Readonly<Record<string, string>>, message: string) =>
  z
    .string()
    .nullish()
    .transform((valeur) => valeur || null)
    .refine((valeur) => valeur === null || valeur in liste, message);
const codes = (liste: Readonly<Record<string, string>>, quoi: string) =>
  z
    .array(z.string())
    .nullish()
    .transform((valeurs) => [...new Set(valeurs ?? [])])
    .superRefine((valeurs, contexte) => {
      const inconnu = valeurs.find((valeur) => !codesDe(liste).includes(valeur));
      if (inconnu !== undefined) {
        contexte.addIssue({ code: "custom", message: `${quoi} inconnu : « ${inconnu} ».` });
      }
    });
const courriel = z
  .union([
    z.literal("").transform(() => null),
    z.null(),
    z.email("Écrivez une adresse comme nom@exemple.fr."),
  ])
  .nullish()
  .transform((valeur) => valeur ?? null);
const lien = z
  .union([
    z.literal("").transform(() => null),
    z.null(),
    z.url({ protocol: /^https?$/u, error: "Écrivez une adresse complète : https://…" }),
  ])
  .nullish()
  .transform((valeur) => valeur ?? null);
const codePostal = texteOuRien.refine(
  (valeur) => valeur === null || /^\d{5}$/u.test(valeur),
  "Un code postal a cinq chiffres.",
);
const nombreOuRien = (message: string) =>
  z
    .union([
      z.literal("").transform(() => null),
      z.null(),
      z.coerce.number({ error: message }).min(0, message).max(999, message),
    ])
    .nullish()
    .transform((valeur) => valeur ?? null);
const coordonnee = z
  .number()
  .nullish()
  .transform((valeur) => valeur ?? null);

export const lieu = {
  nom: texte("Donnez le nom du lieu ou de la structure."),
  description: texteOuRien,
  siret: texteOuRien.refine(
    (valeur) => valeur === null || /^\d{14}$/u.test(valeur),
    "Un SIRET a quatorze chiffres.",
  ),
  adresse: texteOuRien,
  complementAdresse: texteOuRien,
  codePostal,
  codeCommune: texteOuRien,
  commune: texteOuRien,
  longitude: coordonnee,
  latitude: coordonnee,
  telephone: texteOuRien,
  courriel,
  siteWeb: lien,
  horaires: texteOuRien,
};

export const service = {
  nom: texte("Nommez le service rendu.").max(150, "Écrivez au plus 150 caractères."),
  description: texte("Décrivez le service en quelques phrases."),
  type: codeOuRien(libelles.type, "Choisissez un type de la liste."),
  besoins: codes(libelles.besoin, "Besoin").refine(
    (valeurs) => valeurs.length > 0,
    "Choisissez au moins un besoin.",
  ),
  publics: codes(libelles.public, "Public"),
  publicsPrecisions: texteOuRien,
  conditions: texteOuRien,
  frais: codeOuRien(libelles.frais, "Choisissez : gratuit ou payant."),
  fraisPrecisions: texteOuRien,
  modesAccueil: codes(libelles.accueil, "Mode d’accueil"),
  modesMobilisation: codes(libelles.mode, "Mode de mobilisation"),
  mobilisablePar: codes(libelles.qui, "Personne mobilisatrice"),
  mobilisationPrecisions: texteOuRien,
  lien,
  contact: texteOuRien,
  telephone: texteOuRien,
  courriel,
  horaires: texteOuRien,
  zone: z
    .array(z.string().trim().toUpperCase())
    .nullish()
    .transform((valeurs) =>
      (valeurs ?? []).filter(Boolean).map((valeur) => (valeur === "FRANCE" ? "france" : valeur)),
    ),
  heuresSemaine: nombreOuRien("Écrivez un nombre d’heures."),
  semaines: nombreOuRien("Écrivez un nombre de semaines."),
  du: jourOuRien,
  au: jourOuRien,
};

const leLieu = z.object(lieu);
const leService = z.object(service);

export const creerInput = z.object({ lieu: leLieu, service: leService });
export const modifierInput = z.object({
  ressourceId: id("Choisissez une ressource."),
  version,
  lieu: leLieu,
  service: leService,
});
export const ressourceInput = z.object({ ressourceId: id("Choisissez une ressource.") });
export const retirerInput = z.object({
  ressourceId: id("Choisissez une ressource."),
  version,
  motif: texte("Dites pourquoi la ressource est retirée."),
});
export const chercherInput = z.object({
  theme: z.string().trim().max(120).default(""),
  commune: z.string().trim().max(120).default(""),
  public: z.string().trim().max(80).default(""),
  jour: jourOuRien,
  q: z.string().trim().max(120).default(""),
});
export const fichesInput = z.object({
  ids: z
    .array(z.coerce.number().int().positive())
    .min(1, "Cochez au moins une ressource.")
    .max(50, "Cochez au plus 50 ressources."),
});

/** Each line is judged alone: what a line lacks refuses that line. */
export const reprendreInput = z.object({
  source: z.string().trim().min(1),
  lieux: z.array(z.record(z.string(), z.unknown())),
  services: z.array(z.record(z.string(), z.unknown())),
});
export const ligneLieu = z.object({
  cle: texte("L’identifiant manque."),
  source: texteOuRien,
  modifieLe: jourOuRien,
  ...lieu,
});
export const ligneService = z.object({
  cle: texte("L’identifiant manque."),
  source: texteOuRien,
  lieuCle: texte("L’identifiant de la structure manque."),
  modifieLe: jourOuRien,
  ...service,
});
export const rienInput = z.object({});
