import type { z } from "zod";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { decider } from "../domain/decider.ts";
import { deciderInput } from "../schemas.ts";
import { cadreDuJour, reserverPlaces } from "./cadre.ts";
import { decisionEcrite } from "./decision.ts";
import { ecrireDecisions } from "./ecrire-decisions.ts";
import { conflit, introuvable, type Tenue, tenirLeLot } from "./lot.ts";

export interface OrientationDecidee {
  readonly orientationId: number;
  readonly personneId: number;
  readonly structureId: number;
  readonly referentId: number | null;
}

/** Accepts a proposal, or departs from it with a reason. */
export const deciderOrientation = defineUseCase({
  name: "orientation.decider",
  input: deciderInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ propositionId, motif }, decidee: OrientationDecidee) => ({
    objet: "orientation",
    objetId: decidee.orientationId,
    personneId: decidee.personneId,
    details: { proposition: propositionId, structure: decidee.structureId, motif },
  }),
  async run(context, saisie): Promise<OrientationDecidee> {
    const { le, regle } = cadreDuJour(context);
    const { proposition, present } = await tenir(context, saisie);
    const structureId = saisie.structureId ?? proposition.structureId;
    const places = await reserverPlaces(context.tx, le, structureId === null ? [] : [structureId]);
    const decision = decider(proposition, present, saisie, { regle, places });
    const nouvelle = decisionEcrite(context, { le, regle, proposition, present, decision });
    const [ecrite] = await ecrireDecisions(context, le, [nouvelle]);
    return {
      orientationId: ecrite?.orientationId ?? 0,
      personneId: proposition.personneId,
      structureId: decision.structureId,
      referentId: decision.referentId,
    };
  },
});

/** @throws DomainError `proposition.introuvable`, `proposition.conflit` with what is recorded now */
export async function tenir(
  context: Context,
  { propositionId, version }: Pick<z.output<typeof deciderInput>, "propositionId" | "version">,
): Promise<Tenue> {
  const tenue = (await tenirLeLot(context, [propositionId])).get(propositionId);
  if (!tenue) throw introuvable();
  if (tenue.proposition.version !== version) throw conflit(tenue.proposition);
  return tenue;
}
