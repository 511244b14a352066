import { ajouterJours, ajouterMois } from "#commun/echeance";

const premierDuMois = (jour: string) => `${jour.slice(0, 7)}-01`;

/** The last day of each month that ended between two days. */
export function finsDeMois(du: string, au: string): readonly string[] {
  const fins: string[] = [];
  for (let mois = premierDuMois(du); ; mois = ajouterMois(mois, 1)) {
    const fin = ajouterJours(ajouterMois(mois, 1), -1);
    if (fin > au) return fins;
    fins.push(fin);
  }
}
