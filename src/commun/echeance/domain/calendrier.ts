import type { Calendrier } from "#commun/referentiel";
import { ajouterJours, jourDeSemaine } from "./jours.ts";

export interface JourFerie {
  readonly jour: string;
  readonly nom: string;
}

const fixes = [
  ["01-01", "Jour de l’an"],
  ["05-01", "Fête du travail"],
  ["05-08", "Victoire de 1945"],
  ["07-14", "Fête nationale"],
  ["08-15", "Assomption"],
  ["11-01", "Toussaint"],
  ["11-11", "Armistice de 1918"],
  ["12-25", "Noël"],
] as const;

const dAlsaceMoselle = [["12-26", "Saint-Étienne"]] as const;

/** Days from Easter Sunday. */
const mobiles = [
  [1, "Lundi de Pâques"],
  [39, "Ascension"],
  [50, "Lundi de Pentecôte"],
] as const;

const mobilesDAlsaceMoselle = [[-2, "Vendredi saint"]] as const;

/** Code du travail, art. L3133-1; for Alsace-Moselle, art. L3134-13. In the order of the year. */
export function joursFeries(annee: number, calendrier: Calendrier): readonly JourFerie[] {
  const local = calendrier === "alsace-moselle";
  const paques = dimancheDePaques(annee);
  return [
    ...[...fixes, ...(local ? dAlsaceMoselle : [])].map(([jour, nom]) => ({
      jour: `${paques.slice(0, 4)}-${jour}`,
      nom,
    })),
    ...[...mobiles, ...(local ? mobilesDAlsaceMoselle : [])].map(([ecart, nom]) => ({
      jour: ajouterJours(paques, ecart),
      nom,
    })),
  ].toSorted((a, b) => (a.jour < b.jour ? -1 : 1));
}

/** A worked day is from Monday to Friday and no public holiday. */
export function estOuvre(jour: string, calendrier: Calendrier): boolean {
  const rang = jourDeSemaine(jour);
  return rang !== 0 && rang !== 6 && !feries(jour, calendrier).has(jour);
}

/** This day when it is worked, else the next one that is. */
export function jourOuvreDes(jour: string, calendrier: Calendrier): string {
  let candidat = jour;
  while (!estOuvre(candidat, calendrier)) candidat = ajouterJours(candidat, 1);
  return candidat;
}

/** What is celebrated on this day; null on any other. */
export function nomDuFerie(jour: string, calendrier: Calendrier): string | null {
  return feries(jour, calendrier).get(jour) ?? null;
}

const parAnnee = new Map<string, ReadonlyMap<string, string>>();

function feries(jour: string, calendrier: Calendrier): ReadonlyMap<string, string> {
  const cle = `${calendrier} ${jour.slice(0, 4)}`;
  const connus = parAnnee.get(cle);
  if (connus) return connus;
  const jours = joursFeries(Number(jour.slice(0, 4)), calendrier);
  const calcules = new Map(jours.map((ferie) => [ferie.jour, ferie.nom]));
  parAnnee.set(cle, calcules);
  return calcules;
}

/** Gregorian computus, in the form of Meeus, Jones and Butcher. */
function dimancheDePaques(annee: number): string {
  const or = annee % 19;
  const siecle = Math.floor(annee / 100);
  const rang = annee % 100;
  const proemptose = Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3);
  const epacte = (19 * or + siecle - Math.floor(siecle / 4) - proemptose + 15) % 30;
  const dominicale = (32 + 2 * (siecle % 4) + 2 * Math.floor(rang / 4) - epacte - (rang % 4)) % 7;
  const correction = Math.floor((or + 11 * epacte + 22 * dominicale) / 451);
  const total = epacte + dominicale - 7 * correction + 114;
  const mois = Math.floor(total / 31);
  return new Date(Date.UTC(annee, mois - 1, (total % 31) + 1)).toISOString().slice(0, 10);
}
