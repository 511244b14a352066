import type { Tx } from "#platform/db/tx.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { compterEffectifs } from "./suites-de-flux.ts";

/** What a file leaves behind it, kept with its run: the trend of a figure is the figure after each file. */
export async function compterSituations(
  tx: Tx,
  integrationId: number,
): Promise<{
  readonly beneficiaires: number;
  readonly entrants: number;
  readonly incomplets: number;
}> {
  const { beneficiaires, incomplets } = await compterEffectifs(tx, porteeTotale);
  const [ligne] = await tx.query<{ entrants: number }>(
    "select count(distinct personne_id)::int as entrants from mouvement where integration_id = $1 and nature = 'entree'",
    [integrationId],
  );
  return { beneficiaires, incomplets, entrants: ligne?.entrants ?? 0 };
}
