import type { Calendrier, Delai } from "#commun/referentiel";
import { estOuvre, jourOuvreDes } from "./calendrier.ts";
import { ajouterJours, ajouterMois } from "./jours.ts";

/** The last day as counted, and the last day to act once moved to a worked day when the delay says so. */
export interface Terme {
  readonly brute: string;
  readonly limite: string;
}

/** The day of the start is not counted. */
export function ajouterDelai(depart: string, delai: Delai, calendrier: Calendrier): Terme {
  const brute = compter(depart, delai, calendrier);
  return {
    brute,
    limite: delai.report === "jour-ouvre-suivant" ? jourOuvreDes(brute, calendrier) : brute,
  };
}

function compter(depart: string, { nombre, unite }: Delai, calendrier: Calendrier): string {
  switch (unite) {
    case "jours":
      return ajouterJours(depart, nombre);
    case "semaines":
      return ajouterJours(depart, 7 * nombre);
    case "mois":
      return ajouterMois(depart, nombre);
    case "jours-ouvres":
      return ajouterJoursOuvres(depart, nombre, calendrier);
  }
}

/** The worked day so many worked days before this one: when something must be done for it to be known in time. */
export function jourOuvreAvant(jour: string, nombre: number, calendrier: Calendrier): string {
  let avant = jour;
  for (let comptes = 0; comptes < nombre; ) {
    avant = ajouterJours(avant, -1);
    if (estOuvre(avant, calendrier)) comptes += 1;
  }
  return avant;
}

function ajouterJoursOuvres(depart: string, nombre: number, calendrier: Calendrier): string {
  let jour = depart;
  for (let comptes = 0; comptes < nombre; ) {
    jour = ajouterJours(jour, 1);
    if (estOuvre(jour, calendrier)) comptes += 1;
  }
  return jour;
}
