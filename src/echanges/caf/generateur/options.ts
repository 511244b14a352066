import type { DefautPlante } from "./defauts.ts";

export type Encodage = "windows-1252" | "ISO-8859-1" | "UTF-8";

export interface OptionsFlux {
  /** Households in the file of any month. */
  readonly dossiers: number;
  /** `2026-10`. */
  readonly mois: string;
  /** First month of the simulated population, the same for all its months. */
  readonly depuis?: string;
  readonly departement: { readonly code: string; readonly nom?: string };
  readonly graine: number;
  readonly nature?: "beneficiaires" | "instructions";
  /** `2026-10-14`: what changed that day only. */
  readonly quotidien?: string;
  /** Instructions of the whole stock, not only of those who arrive. */
  readonly tous?: boolean;
  readonly encodage?: Encodage;
  /**
   * 1, the pace of the field: 2 % of households arrive each month, 3 % change right or family, and in
   * all 12 % of records differ from the month before inside a civil quarter (`mesurerChangements`).
   * 0.3: 5 %. The first month of a quarter brings new resources to everyone.
   */
  readonly rythme?: number;
  /** The month before, with this share (0.03) of its records changed, to a record or two. */
  readonly seulementChangements?: number;
  /** Share of the records with a planted defect, for each kind. */
  readonly defauts?: number;
  /** Persons told twice, under two claims, as two persons of nearly the same name: for the merge. */
  readonly redites?: number;
  /** Told of the claim said twice. */
  readonly surRedite?: (numeroDemande: string) => void;
  readonly surDefaut?: (defaut: DefautPlante) => void;
  readonly surAvancement?: (faits: number) => void;
  /** Told at the end of how many records were written. */
  readonly surTotal?: (dossiers: number) => void;
}
