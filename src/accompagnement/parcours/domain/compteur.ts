import { ajouterJours, ajouterMois } from "#commun/echeance";
import { ecart } from "./jours.ts";

/** Days on which the counter stands still; `au` is the first day it runs again, `null` while nobody knows it. */
export interface Arret {
  readonly du: string;
  readonly au: string | null;
}

export interface PeriodeComptee {
  /** Day the counter starts; `null` while it waits for the contract. */
  readonly compteDu: string | null;
  /** Months granted from the start: the first period, its renewals, its dérogations. `null`: no limit. */
  readonly moisAccordes: number | null;
  readonly arrets: readonly Arret[];
}

export type EtatCompteur = "attend-le-contrat" | "sans-limite" | "suspendu" | "court" | "depasse";

export interface Compteur {
  readonly etat: EtatCompteur;
  /** Whole months lived, those suspended apart. */
  readonly moisEcoules: number;
  readonly moisAccordes: number | null;
  /** Days left to live, negative once past; the same all along a suspension. */
  readonly joursRestants: number | null;
}

/**
 * First day after the accompaniment: date to date from the start for all the months granted at once, so that two
 * renewals of six months end where twelve months do; then one day more for each day of suspension.
 */
export function termeDe({ compteDu, moisAccordes, arrets }: PeriodeComptee): string | null {
  if (compteDu === null || moisAccordes === null) return null;
  let suspendus = 0;
  for (const { du, au } of arrets) {
    if (au === null) return null;
    suspendus += ecart(du, au);
  }
  return ajouterJours(ajouterMois(compteDu, moisAccordes), suspendus);
}

export function compteurAu(periode: PeriodeComptee, le: string): Compteur {
  const { compteDu, moisAccordes, arrets } = periode;
  if (compteDu === null) {
    return { etat: "attend-le-contrat", moisEcoules: 0, moisAccordes, joursRestants: null };
  }
  const vecu = ajouterJours(le, -joursSuspendus(arrets, le));
  const moisEcoules = moisEntre(compteDu, vecu);
  const joursRestants =
    moisAccordes === null ? null : ecart(vecu, ajouterMois(compteDu, moisAccordes));
  const suspendu = arrets.some(({ du, au }) => du <= le && (au === null || le < au));
  return { etat: etatDe(joursRestants, suspendu), moisEcoules, moisAccordes, joursRestants };
}

function etatDe(joursRestants: number | null, suspendu: boolean): EtatCompteur {
  if (suspendu) return "suspendu";
  if (joursRestants === null) return "sans-limite";
  return joursRestants <= 0 ? "depasse" : "court";
}

function joursSuspendus(arrets: readonly Arret[], le: string): number {
  return arrets
    .filter(({ du }) => du < le)
    .reduce((somme, { du, au }) => somme + ecart(du, au === null || au > le ? le : au), 0);
}

/** Months wholly lived, date to date. */
export function moisEntre(du: string, au: string): number {
  if (au < du) return 0;
  const rang = (jour: string) => Number(jour.slice(0, 4)) * 12 + Number(jour.slice(5, 7));
  const mois = rang(au) - rang(du);
  return ajouterMois(du, mois) <= au ? mois : mois - 1;
}
