import type { FormState } from "#platform/http/form.ts";
import { parseDate } from "#platform/ui/format.ts";

export type Href = (path: string) => string;

export const lire = "entretien:lire";
export const saisir = "entretien:saisir";

export const ongletSituation = {
  key: "situation",
  label: "Situation et freins",
  path: "/situation",
  droit: lire,
  quotidien: [saisir],
} as const;

export const ongletProjet = {
  key: "projet",
  label: "Projet",
  path: "/projet",
  droit: lire,
} as const;

export const ongletEntretiens = {
  key: "entretiens",
  label: "Entretiens",
  path: "/entretiens",
  droit: lire,
  quotidien: [saisir, "orientation:decider"],
} as const;

/** As typed when it is no date: the act refuses it with its own words. */
export const jour = (ecrit: string): string => parseDate(ecrit.trim()) ?? ecrit.trim();

/**
 * One field of one of the forms of a page: what was typed when this form was refused, and ids of its own otherwise,
 * so that the error summary leads to the right one.
 */
export function champDe(etat: FormState, refuse: boolean, prefixe: string) {
  return (name: string, initiale = "") => ({
    name,
    id: refuse ? undefined : `${prefixe}-${name}`,
    value: refuse ? (etat.values[name] ?? "") : initiale,
    error: refuse ? etat.problems[name] : undefined,
  });
}
