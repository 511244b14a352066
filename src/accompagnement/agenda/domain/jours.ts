import { ajouterJours } from "#commun/echeance";

const JOUR_MS = 86_400_000;

/** 1 for Monday, 7 for Sunday. */
export function rangDansLaSemaine(jour: string): number {
  return ((new Date(jour).getUTCDay() + 6) % 7) + 1;
}

export function lundiDe(jour: string): string {
  return ajouterJours(jour, 1 - rangDansLaSemaine(jour));
}

/** `fin` excluded. */
export function joursEntre(debut: string, fin: string): readonly string[] {
  const nombre = Math.max(0, Math.round((Date.parse(fin) - Date.parse(debut)) / JOUR_MS));
  return Array.from({ length: nombre }, (_, rang) => ajouterJours(debut, rang));
}

export const vues = ["jour", "semaine", "mois"] as const;
export type Vue = (typeof vues)[number];

export interface Fenetre {
  readonly debut: string;
  /** First day after it. */
  readonly fin: string;
}

/** The days a view shows: whole weeks for a month, so that each has its seven columns. */
export function fenetreDe(vue: Vue, jour: string): Fenetre {
  switch (vue) {
    case "jour":
      return { debut: jour, fin: ajouterJours(jour, 1) };
    case "semaine":
      return { debut: lundiDe(jour), fin: ajouterJours(lundiDe(jour), 7) };
    case "mois": {
      const premier = `${jour.slice(0, 7)}-01`;
      return {
        debut: lundiDe(premier),
        fin: ajouterJours(lundiDe(ajouterJours(moisPlus(premier, 1), -1)), 7),
      };
    }
  }
}

/** First day of the month so many months away. */
export function moisPlus(jour: string, nombre: number): string {
  const [annee = 0, mois = 1] = jour.split("-").map(Number);
  return new Date(Date.UTC(annee, mois - 1 + nombre, 1)).toISOString().slice(0, 10);
}

/** The same view one step before or after. */
export function voisine(vue: Vue, jour: string, pas: -1 | 1): string {
  if (vue === "mois") return moisPlus(jour, pas);
  return ajouterJours(jour, vue === "semaine" ? 7 * pas : pas);
}
