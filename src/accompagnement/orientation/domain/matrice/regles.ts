import type { Matrice, RegleMatrice } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/** Before the grid a rule decides alone; after it, it corrects. */
export type Moment = "avant" | "apres";

/** Where a rule is heard: among the other rules of its moment, the first is 0. */
export interface PlaceRegle {
  readonly moment: Moment;
  readonly rang: number;
}

/** @throws DomainError `page.introuvable` */
export function exigerRegle({ avant, apres }: Matrice, code: string): RegleMatrice {
  const regle = [...avant, ...apres].find((une) => une.code === code);
  if (regle) return regle;
  throw new DomainError(
    "page.introuvable",
    "Cette règle n’est pas dans ce brouillon : elle vient peut-être d’en être retirée. Revenez au brouillon pour voir ses règles, ou pour l’ajouter de nouveau.",
  );
}

export function placeDe({ avant, apres }: Matrice, code: string): PlaceRegle | null {
  for (const [moment, regles] of [["avant", avant] as const, ["apres", apres] as const]) {
    const rang = regles.findIndex((regle) => regle.code === code);
    if (rang !== -1) return { moment, rang };
  }
  return null;
}

/** The matrix with this rule at its place, in stead of the one that had its code. */
export function placerRegle(
  matrice: Matrice,
  regle: RegleMatrice,
  { moment, rang }: PlaceRegle,
): Matrice {
  const sans = {
    avant: matrice.avant.filter(({ code }) => code !== regle.code),
    apres: matrice.apres.filter(({ code }) => code !== regle.code),
  };
  return { ...matrice, ...sans, [moment]: sans[moment].toSpliced(rang, 0, regle) };
}

/** A code of its own for a new rule: its words, without what a code may not hold. */
export function codeDeRegle({ avant, apres }: Matrice, libelle: string): string {
  const pris = new Set([...avant, ...apres].map(({ code }) => code));
  const mots = libelle
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/gu, "");
  const base = mots === "" ? "regle" : mots;
  let code = base;
  for (let suite = 2; pris.has(code); suite += 1) code = `${base}-${suite}`;
  return code;
}
