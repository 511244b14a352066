import { rendreEcheances } from "#commun/echeance";
import { nomsDesReferents, nomsDesStructures } from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Fusion, rendreOrientations } from "../db/fusions.ts";
import { cloreDemandesDe } from "../db/suites.ts";
import { tenirAJour } from "./cadre.ts";
import { suivreLesDroits } from "./suivre-les-droits.ts";

/**
 * A merge is undone: everybody finds again what was hers, as far as today allows. Between the two, a right may have
 * closed, a référent left, a structure closed: what nobody could decide today does not begin again.
 */
export async function annulerFusion(context: Context, fusion: Fusion): Promise<void> {
  const { tx, agent } = context;
  const { gardeeId, absorbeeId } = fusion;
  const le = civilDay(context.now);
  const { sansStructure } = await rendreOrientations(tx, fusion, {
    structures: ids(await nomsDesStructures(tx, le)),
    referents: ids(await nomsDesReferents(tx, le)),
  });
  if (sansStructure) {
    await cloreDemandesDe(tx, [absorbeeId], {
      etat: "sans-objet",
      le,
      par: agent.id,
      motif: "La structure a fermé pendant que les fiches étaient fusionnées",
    });
  }
  await rendreEcheances(tx, fusion);
  await suivreLesDroits(context, [gardeeId, absorbeeId]);
  await tenirAJour(context, [gardeeId, absorbeeId]);
}

function ids(nommes: readonly { readonly id: number }[]): readonly number[] {
  return nommes.map(({ id }) => id);
}
