import { ajouterJours } from "#commun/echeance";

/** Monday of the week of a day. */
export function lundiDe(jour: string): string {
  return ajouterJours(jour, -((new Date(jour).getUTCDay() + 6) % 7));
}

/** Its seven days. */
export function joursDeLaSemaine(lundi: string): readonly string[] {
  return Array.from({ length: 7 }, (_, rang) => ajouterJours(lundi, rang));
}

/** Midday parts the day. */
export function estLeMatin(debut: string): boolean {
  return debut < "12:00";
}

export interface Moment {
  readonly le: string;
  /** `09:30` */
  readonly heure: string;
}

/** Over: nobody is expected there any more. */
export function estFinie(
  { jour, fin }: { readonly jour: string; readonly fin: string },
  { le, heure }: Moment,
): boolean {
  return jour < le || (jour === le && fin <= heure);
}
