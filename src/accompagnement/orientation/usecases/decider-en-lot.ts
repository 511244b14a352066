import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { Proposition } from "../db/propositions.ts";
import { decider } from "../domain/decider.ts";
import { deciderEnLotInput } from "../schemas.ts";
import { cadreDuJour, reserverPlaces } from "./cadre.ts";
import { decisionEcrite } from "./decision.ts";
import { ecrireDecisions } from "./ecrire-decisions.ts";
import { conflit, jugerChacune, type RefusDuLot, tenirLeLot } from "./lot.ts";

interface LotDecide {
  readonly decidees: number;
  readonly refusees: readonly RefusDuLot[];
}

const telleQuelle = { type: null, structureId: null, motif: null } as const;

/** Accepts proposals as they are. What became invalid meanwhile is said, one by one; the others pass. */
export const deciderEnLot = defineUseCase({
  name: "orientation.decider-en-lot",
  input: deciderEnLotInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ propositions }, { decidees, refusees }: LotDecide) => ({
    objet: "proposition",
    details: { demandees: propositions.length, decidees, refusees: refusees.length },
  }),
  async run(context, { propositions: voulues }): Promise<LotDecide> {
    const { le, regle } = cadreDuJour(context);
    const versions = new Map(voulues.map(({ id, version }) => [id, version]));
    const ids = [...versions.keys()];
    const lot = await tenirLeLot(context, ids);
    const places = await reserverPlaces(
      context.tx,
      le,
      [...lot.values()].flatMap(({ proposition }) => proposition.structureId ?? []),
    );
    const { bonnes, refusees } = jugerChacune(ids, lot, ({ proposition, present }) => {
      exigerVersion(proposition, versions.get(proposition.id) ?? null);
      exigerNonReportee(proposition, le);
      const decision = decider(proposition, present, telleQuelle, { regle, places });
      return decisionEcrite(context, { le, regle, proposition, present, decision });
    });
    await ecrireDecisions(context, le, bonnes);
    return { decidees: bonnes.length, refusees };
  },
});

function exigerVersion(proposition: Proposition, version: number | null): void {
  if (version !== null && proposition.version !== version) throw conflit(proposition);
}

function exigerNonReportee({ reporteeJusquAu }: Proposition, le: string): void {
  if (reporteeJusquAu === null || reporteeJusquAu <= le) return;
  throw new DomainError(
    "proposition.reportee",
    `La décision a été reportée au ${reporteeJusquAu.split("-").toReversed().join("/")} : décidez-la à part.`,
  );
}
