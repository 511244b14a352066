import { z } from "zod";

const texte = (maximum: number, vide: string) =>
  z.string().trim().min(1, vide).max(maximum, `Écrivez au plus ${maximum} caractères.`);

const identifiant = texte(60, "Écrivez votre identifiant.").transform((valeur) =>
  valeur.toLowerCase(),
);

const agentId = z.coerce.number().int().positive("Choisissez un agent.");

const jour = z.iso.date("Écrivez une date existante, par exemple 22/11/2026.");

const provenance = {
  adresse: z.string().max(100),
  navigateur: z.string().max(1000),
};

export const seConnecterInput = z.object({
  identifiant,
  motDePasse: z.string().min(1, "Écrivez votre mot de passe."),
  ...provenance,
});

export const verifierSecondFacteurInput = z.object({
  jeton: z.string().min(1),
  code: texte(40, "Écrivez le code affiché par votre application."),
  ...provenance,
});

export const jetonInput = z.object({ jeton: z.string().min(1) });

export const changerMotDePasseInput = z
  .object({
    jeton: z.string().min(1),
    actuel: z.string().min(1, "Écrivez votre mot de passe actuel."),
    nouveau: z.string().min(1, "Écrivez le nouveau mot de passe."),
    confirmation: z.string(),
  })
  .refine(({ nouveau, confirmation }) => nouveau === confirmation, {
    path: ["confirmation"],
    message: "Les deux saisies du nouveau mot de passe diffèrent : écrivez deux fois le même.",
  });

export const activerSecondFacteurInput = z.object({
  code: texte(10, "Écrivez le code affiché par votre application."),
});

export const desactiverSecondFacteurInput = z.object({
  motDePasse: z.string().min(1, "Écrivez votre mot de passe."),
});

export const revoquerSessionInput = z.object({ sessionId: z.coerce.number().int().positive() });

const identite = {
  nom: texte(80, "Écrivez le nom."),
  prenom: texte(80, "Écrivez le prénom."),
  courriel: z
    .union([z.literal(""), z.email("Écrivez une adresse complète, par exemple nom@exemple.fr.")])
    .transform((valeur) => valeur || null)
    .nullish()
    .transform((valeur) => valeur ?? null),
};

export const creerAgentInput = z.object({
  identifiant: identifiant.pipe(
    z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9.-]{2,}$/,
        "Écrivez au moins trois lettres sans accent ni espace, par exemple lea.martin.",
      ),
  ),
  ...identite,
  /** Chosen by the installer (demonstration, first account); otherwise a temporary one is made. */
  motDePasse: z.string().optional(),
});

export const modifierAgentInput = z.object({
  id: agentId,
  version: z.coerce.number().int().positive(),
  ...identite,
});

export const listerAgentsInput = z.object({
  recherche: z.string().trim().max(80).default(""),
  fermes: z.boolean().default(false),
  apres: z.coerce.number().int().positive().nullable().default(null),
});

export const lireAgentInput = z.object({ id: agentId });

const ids = z.array(z.coerce.number().int().positive()).default([]);

export const donnerHabilitationInput = z.object({
  agentId,
  role: z.string().min(1, "Choisissez un rôle."),
  territoires: ids,
  structures: ids,
  du: jour.optional(),
  /** Last day in force, included. */
  au: jour.nullish(),
});

export const retirerHabilitationInput = z.object({
  agentId,
  habilitationId: z.coerce.number().int().positive(),
});

export const reinitialiserMotDePasseInput = z.object({
  id: agentId,
  retirerSecondFacteur: z.boolean().default(false),
});
