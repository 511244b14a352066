import { z } from "zod";

const PAGE = 50;

/** A page of a list of a run, ordered by identifier. */
export const demandePage = z.object({
  integrationId: z.number().int(),
  apres: z.number().int().nullable().default(null),
  limite: z.number().int().min(1).max(200).default(PAGE),
});

export interface PageLue<Ligne> {
  readonly lignes: readonly Ligne[];
  /** Where the next page begins; null on the last one. */
  readonly suite: number | null;
}

/** Cuts the row read beyond the page, which only says that there is a next one. */
export function enPage<Ligne>(
  lues: readonly Ligne[],
  limite: number,
  cle: (ligne: Ligne) => number,
): PageLue<Ligne> {
  const lignes = lues.slice(0, limite);
  const derniere = lignes.at(-1);
  return { lignes, suite: lues.length > limite && derniere !== undefined ? cle(derniere) : null };
}
