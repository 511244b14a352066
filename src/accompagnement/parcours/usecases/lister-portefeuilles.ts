import { z } from "zod";
import { compterCharges } from "#accompagnement/orientation";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { placesAttendues } from "../domain/charge.ts";
import { cadreDuJour } from "./cadre.ts";
import { lireReferents, type Referent, siens } from "./lire-portefeuille.ts";

export interface PortefeuilleListe {
  readonly referent: Referent;
  readonly suivies: number;
  readonly attendues: number;
}

const rien = z.object({});

/** Every caseload an agent may open, by structure: counts only. */
export const listerPortefeuilles = defineUseCase<typeof rien, readonly PortefeuilleListe[]>({
  name: "parcours.lister-portefeuilles",
  input: rien,
  droit: "parcours:lire",
  nature: "lecture",
  trace: null,
  async run(context) {
    return lirePortefeuilles(context, siens(context, await lireReferents(context)));
  },
});

/** Counts only, the same for every caseload. */
export async function lirePortefeuilles(
  context: Context,
  referents: readonly Referent[],
): Promise<readonly PortefeuilleListe[]> {
  const { regles } = cadreDuJour(context);
  const { referents: charges } = await compterCharges.within(context, context.journal, {});
  const suivies = new Map(charges.map((charge) => [charge.referentId, charge.suivies]));
  return referents.map((referent) => ({
    referent,
    suivies: suivies.get(referent.id) ?? 0,
    attendues: placesAttendues(referent.etp, [], regles.charge.parEtp),
  }));
}
