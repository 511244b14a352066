const SEMAINE_MS = 7 * 86_400_000;

/** Weeks left, the one under way included; none once the day has passed. */
export function semainesRestantes(aujourdhui: string, limite: string): number {
  if (aujourdhui >= limite) return 0;
  return Math.ceil((Date.parse(limite) - Date.parse(aujourdhui)) / SEMAINE_MS);
}

/** Contracts to sign each week, rounded up: what is left is never left to the last week. */
export function rythme(restants: number, semaines: number): number {
  if (restants === 0) return 0;
  return semaines === 0 ? restants : Math.ceil(restants / semaines);
}
