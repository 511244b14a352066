import type { Mois } from "#offre/comptage";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { moisNonTransmis } from "../db/comptes.ts";
import { cadreDuJour } from "./cadre.ts";

/**
 * The months of an action whose return never came, and is no longer waited for: what they were is unknown. Before the
 * département began to receive returns, none is missing.
 */
export async function lireMoisNonTransmis(
  context: Pick<Context, "departement" | "now" | "tx">,
  actionId: number,
): Promise<ReadonlySet<Mois>> {
  const { le, regle } = cadreDuJour(context);
  const { nonTransmiseApres } = regle;
  return new Set(await moisNonTransmis(context.tx, { actionId, le, nonTransmiseApres }));
}
