import type { FoyerAInscrire, LotRedige } from "#droits/dossier";

/** A record that cannot be written, as the reader found it. */
export interface RejetLu {
  readonly rang: number;
  readonly ligne: number;
  readonly code: string;
  readonly motif: string;
  readonly numeroDemande: string | null;
  readonly brut: string;
}

/** What a reader makes of a run of consecutive records `(depuis, jusqua]`. Every record is in one of the three. */
export interface LotLu {
  readonly depuis: number;
  readonly jusqua: number;
  readonly foyers: readonly FoyerLu[];
  /** The rows of some of them, made as they were read: only where nothing was known before the file. */
  readonly redige?: LotRedige | undefined;
  readonly rejets: readonly RejetLu[];
  readonly inchanges: number;
}

export interface FoyerLu extends FoyerAInscrire {
  /** Tags outside the norm, ignored and counted. */
  readonly balisesInconnues: readonly string[];
  /** The record as received, for the case where the base refuses it. */
  brut(): string;
}
