import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { FrequenceRencontres } from "#commun/referentiel";

type Frequence = Pick<FrequenceRencontres, "fois" | "par">;

/** Last day of the next meeting, counted from the last one. */
export function prochaineRencontre({ fois, par }: Frequence, derniere: string): string {
  if (par === "semaine") return ajouterJours(derniere, Math.floor(7 / fois));
  return fois === 1 ? ajouterMois(derniere, 1) : ajouterJours(derniere, Math.floor(30 / fois));
}

const faits = {
  "1 semaine": "contact-hebdomadaire",
  "2 mois": "contact-bimensuel",
  "1 mois": "contact-mensuel",
} as const;
export type FaitDeContact = (typeof faits)[keyof typeof faits];

/** The fact from which the deadline of the next meeting is counted. */
export function faitDeContact({ fois, par }: Frequence): FaitDeContact | null {
  const cle = `${fois} ${par}`;
  return Object.hasOwn(faits, cle) ? faits[cle as keyof typeof faits] : null;
}

export function frequenceEnMots({ fois, par }: Frequence): string {
  const combien = fois === 1 ? "une fois" : fois === 2 ? "deux fois" : `${fois} fois`;
  return `au moins ${combien} par ${par}`;
}
