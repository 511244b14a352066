import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheReferent, referentsVus } from "../db/referents.ts";
import { listerReferentsInput } from "../schemas.ts";

/** Everybody who works, worked or will work there. */
export const listerReferents = defineUseCase<typeof listerReferentsInput, readonly FicheReferent[]>(
  {
    name: "referent.lister",
    input: listerReferentsInput,
    droit: "structure:lire",
    nature: "lecture",
    trace: null,
    run: ({ tx, agent, now }, choix) =>
      referentsVus(tx, agent.portee, { le: civilDay(now), ...choix }),
  },
);
