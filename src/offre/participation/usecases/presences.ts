import { programmeAu } from "#offre/catalogue";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireAutresSejours } from "../db/sejours.ts";

interface Jours {
  readonly personneId: number;
  readonly actionId: number;
  /** The day from which she would be there: its programme judges. */
  readonly du: string;
  readonly au: string | null;
  /** The stay itself, once it is written. */
  readonly sauf: number | null;
}

/** What else she does on these days, and what the programme admits at once. */
export async function lirePresences(
  { tx, departement }: Pick<Context, "departement" | "tx">,
  { actionId, ...jours }: Jours,
) {
  const { programme } = programmeAu(departement.referentiel, jours.du);
  const autres = await lireAutresSejours(tx, jours);
  return {
    autres: autres.map((autre) => ({ ...autre, memeAction: autre.actionId === actionId })),
    doublesPresences: programme.doublesPresences.valeur,
  };
}
