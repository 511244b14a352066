import type { State } from "#platform/ui/tone.ts";
import type { Depot } from "../db/depots.ts";

export function etatDuDepot(
  { lanceLe, integreLe }: Pick<Depot, "lanceLe" | "integreLe">,
  refusees: number,
): { readonly mot: string; readonly ton: State } {
  if (lanceLe === null) return { mot: "à vérifier", ton: "soon" };
  if (integreLe === null) return { mot: "en cours", ton: "waiting" };
  return refusees === 0
    ? { mot: "pris en entier", ton: "ok" }
    : { mot: "lignes à corriger", ton: "late" };
}
