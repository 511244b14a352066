import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { ClasseSortie, LigneSortie, NatureSortie } from "#commun/referentiel";

export type ClasseConstatee = ClasseSortie | "a-arbitrer";

export const classesConstatees = [
  "durable",
  "transition",
  "positive",
  "autre",
  "a-arbitrer",
] as const satisfies readonly ClasseConstatee[];

/** Natures of an exit that are a contract of work: only there does one ask whether a SIAE signed it. */
export const naturesDeTravail = [
  "cdi",
  "titularisation",
  "cdd",
  "interim",
  "saisonnier",
  "cesu",
  "alternance",
  "contrat-aide-non-marchand",
  "contrat-aide-marchand",
] as const satisfies readonly NatureSortie[];

export function estUnTravail(nature: NatureSortie): boolean {
  return naturesDeTravail.some((une) => une === nature);
}

export const preuvesSortie = [
  "declaratif",
  "contrat",
  "declaration-embauche",
  "attestation",
] as const;
export type PreuveSortie = (typeof preuvesSortie)[number];

/** What classes an exit. `fin` is the last day of the contract, included. */
export interface FaitsClasses {
  readonly nature: NatureSortie;
  readonly siae: boolean;
  readonly debut: string | null;
  readonly fin: string | null;
}

export interface Classement {
  readonly classe: ClasseConstatee;
  /** Code of the line that decided; `null` when none did. */
  readonly ligne: string | null;
}

/**
 * −1: shorter than six months, 0: exactly six months, 1: longer; date to date, last day included. Six months are 181
 * to 184 days: a count of days cannot decide.
 */
export function compareASixMois(debut: string, fin: string): -1 | 0 | 1 {
  const apres = ajouterJours(fin, 1);
  const sixMois = ajouterMois(debut, 6);
  if (apres === sixMois) return 0;
  return apres < sixMois ? -1 : 1;
}

const durees = { "-1": "moins", "0": "egale", "1": "plus" } as const;

function dureeDe({ debut, fin }: FaitsClasses): NonNullable<LigneSortie["duree"]> {
  if (debut === null || fin === null) return "inconnue";
  return durees[`${compareASixMois(debut, fin)}`];
}

/** The first line that matches decides; where no line of the département does, somebody has to. */
export function classerSortie(lignes: readonly LigneSortie[], faits: FaitsClasses): Classement {
  const siae = faits.siae && estUnTravail(faits.nature);
  const duree = dureeDe(faits);
  const ligne = lignes.find(
    (une) =>
      (une.natures === "toutes" || une.natures.includes(faits.nature)) &&
      (une.siae === null || une.siae === siae) &&
      (une.duree === null || une.duree === duree),
  );
  return ligne
    ? { classe: ligne.classe, ligne: ligne.code }
    : { classe: "a-arbitrer", ligne: null };
}
