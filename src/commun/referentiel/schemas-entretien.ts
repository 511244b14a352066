import { z } from "zod";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);

export const codeChoix = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,59}$/u, "un code s’écrit en minuscules, chiffres et tirets");

export const choix = z.strictObject({ code: codeChoix, libelle: texte("le libellé manque") });

const sansDoublon = (liste: readonly { readonly code: string }[]): boolean =>
  new Set(liste.map(({ code }) => code)).size === liste.length;

const choixDistincts = z
  .array(choix)
  .refine(sansDoublon, "deux lignes portent le même code : changez-en une");

export const themeSituation = z.strictObject({
  code: codeChoix,
  libelle: texte("le libellé du thème manque"),
  aide: z.string().trim(),
  consequencesSeules: z.boolean(),
  pose: z.boolean(),
  situations: choixDistincts,
  objectifs: choixDistincts,
  freins: z.array(codeChoix),
});

export const themesSituation = z
  .array(themeSituation)
  .min(1, "au moins un thème est attendu")
  .refine(sansDoublon, "deux thèmes portent le même code");

export const naturesFrein = choixDistincts.min(1, "au moins une nature de frein est attendue");

export const freinsLeves = z.number().int().min(0).max(100).nullable();
