export const typesCommune = ["actuelle", "deleguee", "associee", "arrondissement"] as const;
export type TypeCommune = (typeof typesCommune)[number];

/** A row of the official division: today's communes, and the former ones that still have a code. */
export interface Commune {
  /** INSEE code: `80021`, `2A004`, `97411`. */
  readonly code: string;
  readonly nom: string;
  /** Names of delegated communes that share its code. */
  readonly autresNoms: readonly string[];
  readonly departement: string;
  readonly arrondissement: string | null;
  readonly epci: string | null;
  /** Établissement public territorial, in the Métropole du Grand Paris only. */
  readonly ept: string | null;
  readonly codesPostaux: readonly string[];
  readonly population: number | null;
  readonly type: TypeCommune;
  /** Code of the commune of today it belongs to: its own for a commune of today. */
  readonly chefLieu: string;
}
