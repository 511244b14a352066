import { jourOuvreDes } from "#commun/echeance";
import type { Calendrier, RegleRestitution } from "#commun/referentiel";
import { decalerMois, dernierJour, type Mois, moisDe, moisEntre } from "#offre/comptage";

export interface EcheanceDuMois {
  readonly mois: Mois;
  /** The 10th itself, of which reminders speak. */
  readonly rappelLe: string;
  /** The worked day after which it is late. */
  readonly dueLe: string;
}

/** When the return of a month is due. A closed day moves the lateness, never what reminders say. */
export function echeanceDuMois(
  mois: Mois,
  { jour, report }: Pick<RegleRestitution, "jour" | "report">,
  calendrier: Calendrier,
): EcheanceDuMois {
  const suivant = decalerMois(mois, 1);
  const dernier = dernierJour(suivant);
  const voulu = `${suivant}-${String(jour).padStart(2, "0")}`;
  const rappelLe = voulu <= dernier ? voulu : dernier;
  return {
    mois,
    rappelLe,
    dueLe: report === "ouvre-suivant" ? jourOuvreDes(rappelLe, calendrier) : rappelLe,
  };
}

/** The months an action is open in, even for a day. Its end is excluded; without one, up to the horizon. */
export function moisTouches(
  { du, au }: { readonly du: string; readonly au: string | null },
  horizon: Mois,
): readonly Mois[] {
  if (au === null) return moisEntre(moisDe(du), horizon);
  if (au <= du) return [];
  const finit = au.endsWith("-01") ? decalerMois(moisDe(au), -1) : moisDe(au);
  return moisEntre(moisDe(du), finit);
}

/** Returns are foreseen up to the end of the next civil year: conventions are signed by years. */
export const horizonDe = (le: string): Mois => `${Number(le.slice(0, 4)) + 1}-12`;

/** T79: what a month counts is known once its last day is over. */
export const moisFini = (mois: Mois, le: string): boolean => le > dernierJour(mois);

export const moisDeLAnnee = (annee: number): readonly Mois[] =>
  moisEntre(`${annee}-01`, `${annee}-12`);
