import type { Faits } from "./deriver.ts";

/** One course whose deadlines are kept: an orientation, a contract. */
export interface DossierSuivi {
  readonly personneId: number;
  readonly objet: string;
  readonly objetId: number;
  readonly faits: Faits;
}

export interface EcheancesReconciliees {
  /** Created or changed. */
  readonly ecrites: number;
  /** Open ones that the facts no longer say. */
  readonly eteintes: number;
  /** Open after it, among these courses. */
  readonly ouvertes: number;
}
