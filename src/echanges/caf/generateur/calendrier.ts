/** Months are counted from year 0: `2026-10` is 2026 × 12 + 9. */
export function moisDe(texte: string): number {
  return Number(texte.slice(0, 4)) * 12 + Number(texte.slice(5, 7)) - 1;
}

export const anneeDe = (mois: number): number => Math.floor(mois / 12);

const DEUX: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

export const deux = (n: number): string => DEUX[n] ?? String(n);

export function jour(mois: number, quantieme: number): string {
  return `${anneeDe(mois)}-${deux((mois % 12) + 1)}-${deux(quantieme)}`;
}

export const texteDuMois = (mois: number): string => jour(mois, 1).slice(0, 7);

function dernierJour(mois: number): number {
  const m = mois % 12;
  if (m !== 1) return m === 3 || m === 5 || m === 8 || m === 10 ? 30 : 31;
  const annee = anneeDe(mois);
  return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28;
}

export const finDeMois = (mois: number): string => jour(mois, dernierJour(mois));

export const debutDeTrimestre = (mois: number): number => mois - (mois % 3);

/** Monday to Friday: an organism does not process files at the week-end. */
export function joursOuvres(mois: number): readonly number[] {
  const premier = new Date(Date.UTC(anneeDe(mois), mois % 12, 1)).getUTCDay();
  const jours: number[] = [];
  for (let j = 1; j <= dernierJour(mois); j++) {
    const rang = (premier + j - 1) % 7;
    if (rang !== 0 && rang !== 6) jours.push(j);
  }
  return jours;
}
