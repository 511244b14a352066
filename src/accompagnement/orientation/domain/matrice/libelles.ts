import type { Dominante } from "#commun/referentiel";

export const libellesDominante: Readonly<Record<Dominante, string>> = {
  emploi: "Emploi",
  "socio-professionnelle": "Socio-professionnelle",
  sociale: "Sociale",
};

export function points(nombre: number): string {
  return `${Math.abs(nombre)} point${Math.abs(nombre) > 1 ? "s" : ""}`;
}

/** `(+3)`, `(−1)`: with the sign of typography, not the hyphen. */
export function signe(nombre: number): string {
  return nombre < 0 ? `−${-nombre}` : `+${nombre}`;
}
