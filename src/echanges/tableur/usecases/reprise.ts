import { z } from "zod";

/** The bytes of a spreadsheet of a former tool. */
export const reprendreFichierInput = z.object({ contenu: z.instanceof(Uint8Array) });

/** A line of a taken-over file that was not written, and everything that stands in the way. */
export interface LigneRefusee {
  readonly ligne: number;
  readonly raisons: readonly string[];
}

/** What one file of a former tool may hold. */
export const limitesReprise = { rows: 200_000, columns: 200 } as const;

export const enOrdre = (refusees: readonly LigneRefusee[]): readonly LigneRefusee[] =>
  refusees.toSorted((a, b) => a.ligne - b.ligne);
