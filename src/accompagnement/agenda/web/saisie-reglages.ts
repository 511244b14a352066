import type { FormState } from "#platform/http/form.ts";
import type { ReglagesLus } from "../usecases/lire-reglages.ts";
import type { Href } from "./mots.tsx";

export interface PropsReglages {
  readonly lu: ReglagesLus;
  readonly etat: FormState;
  /** The form that was refused, to show it again as typed. */
  readonly acte: string | null;
  readonly href: Href;
}

/** Fields of one form among those of the page: only the one refused shows what was typed. */
export function valeurs({ etat, acte }: PropsReglages, cle: string) {
  return (name: string, defaut = "") => ({
    name,
    id: acte === cle ? undefined : `${cle}-${name}`,
    value: acte === cle ? (etat.values[name] ?? defaut) : defaut,
    error: acte === cle ? etat.problems[name] : undefined,
  });
}

export const majuscule = (mots: string): string =>
  `${mots.charAt(0).toUpperCase()}${mots.slice(1)}`;
