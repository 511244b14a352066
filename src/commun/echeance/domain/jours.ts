/** Civil days as `YYYY-MM-DD`: no hour, no zone. */
const JOUR_MS = 86_400_000;

export function ajouterJours(jour: string, nombre: number): string {
  return ecrire(new Date(Date.parse(jour) + nombre * JOUR_MS));
}

/**
 * Date to date: « À défaut d’un quantième identique, le délai expire le dernier jour du mois »
 * (Code de procédure civile, art. 641, whose count administrative law follows).
 */
export function ajouterMois(jour: string, nombre: number): string {
  const [annee = 0, mois = 1, quantieme = 1] = jour.split("-").map(Number);
  const dernier = new Date(Date.UTC(annee, mois + nombre, 0)).getUTCDate();
  return ecrire(new Date(Date.UTC(annee, mois - 1 + nombre, Math.min(quantieme, dernier))));
}

/** 0 for Sunday, 6 for Saturday. */
export function jourDeSemaine(jour: string): number {
  return new Date(jour).getUTCDay();
}

function ecrire(date: Date): string {
  return date.toISOString().slice(0, 10);
}
