import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Fusion, lireFusions, lirePaires, type PagePaires } from "../db/doublons.ts";

const input = z.object({ apres: z.coerce.number().int().min(0).default(0) });

export interface Doublons extends PagePaires {
  /** Number of the last pair shown when there are more. */
  readonly suite: number | null;
  readonly fusions: readonly Fusion[];
}

const PAR_PAGE = 50;
const FUSIONS = 20;

export const listerDoublons = defineUseCase({
  name: "doublon.lister",
  input,
  droit: "doublon:traiter",
  nature: "lecture",
  trace: null,
  async run({ tx, agent }, { apres }): Promise<Doublons> {
    const { paires, total } = await lirePaires(tx, agent.portee, apres, PAR_PAGE + 1);
    const page = paires.slice(0, PAR_PAGE);
    return {
      paires: page,
      total,
      suite: paires.length > PAR_PAGE ? (page.at(-1)?.id ?? null) : null,
      fusions: await lireFusions(tx, agent.portee, FUSIONS),
    };
  },
});
