import { lireValeurBrute, normaliserDepartement } from "./valeurs-brutes.ts";

export interface NombreParDepartement {
  /** IDEPARTE without leading zeros. */
  readonly code: string;
  readonly nombre: number;
}

export interface NombreParOrganisme {
  readonly famille: string;
  readonly numero: string;
  readonly nombre: number;
}

const MAXIMUM = 200;

/** Counts the départements and the organisms the records come from. */
export class Provenances {
  readonly #departements = new Map<string, number>();
  readonly #organismes = new Map<string, number>();

  ajouter(octets: Buffer): void {
    const departement = lireValeurBrute(octets, "IDEPARTE");
    if (departement !== null) incrementer(this.#departements, normaliserDepartement(departement));
    const numero = lireValeurBrute(octets, "NUMORG");
    if (numero === null) return;
    incrementer(this.#organismes, `${lireValeurBrute(octets, "FONORG") ?? ""} ${numero}`);
  }

  departements(): readonly NombreParDepartement[] {
    return trier(this.#departements).map(([code, nombre]) => ({ code, nombre }));
  }

  organismes(): readonly NombreParOrganisme[] {
    return trier(this.#organismes).map(([cle, nombre]) => {
      const espace = cle.lastIndexOf(" ");
      return { famille: cle.slice(0, espace), numero: cle.slice(espace + 1), nombre };
    });
  }
}

function incrementer(comptes: Map<string, number>, cle: string): void {
  const compte = comptes.get(cle);
  if (compte === undefined && comptes.size >= MAXIMUM) return;
  comptes.set(cle, (compte ?? 0) + 1);
}

const trier = (comptes: ReadonlyMap<string, number>): [string, number][] =>
  [...comptes].sort(([, a], [, b]) => b - a);
