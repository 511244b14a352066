const MS_PAR_JOUR = 86_400_000;

/** A civil month, `YYYY-MM`. */
export type Mois = string;

export const moisDe = (jour: string): Mois => jour.slice(0, 7);

export const premierJour = (mois: Mois): string => `${mois}-01`;

/** Months since year 0: what a table of months is indexed by. */
export const rangDuMois = (mois: Mois): number =>
  Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5, 7)) - 1;

export function moisDuRang(rang: number): Mois {
  const annee = Math.floor(rang / 12);
  return `${String(annee).padStart(4, "0")}-${String((rang % 12) + 1).padStart(2, "0")}`;
}

export const decalerMois = (mois: Mois, nombre: number): Mois =>
  moisDuRang(rangDuMois(mois) + nombre);

/** Days since 1970. */
export const rangDuJour = (jour: string): number => Date.parse(jour) / MS_PAR_JOUR;

export function dernierJour(mois: Mois): string {
  const suivant = rangDuJour(premierJour(decalerMois(mois, 1)));
  return new Date((suivant - 1) * MS_PAR_JOUR).toISOString().slice(0, 10);
}

export const joursDuMois = (mois: Mois): number => Number(dernierJour(mois).slice(8));

/** Every month from one to the other, both included. */
export function moisEntre(du: Mois, au: Mois): readonly Mois[] {
  const [premier, dernier] = [rangDuMois(du), rangDuMois(au)];
  return Array.from({ length: Math.max(0, dernier - premier + 1) }, (_, i) =>
    moisDuRang(premier + i),
  );
}

export const moisDeLAnnee = (annee: number): readonly Mois[] =>
  moisEntre(`${annee}-01`, `${annee}-12`);
