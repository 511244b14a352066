import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheReferent, trouverReferent } from "../db/referents.ts";
import { lireReferentInput } from "../schemas.ts";

export const lireReferent = defineUseCase<typeof lireReferentInput, FicheReferent>({
  name: "referent.lire",
  input: lireReferentInput,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent, now }, { referentId }) =>
    trouverReferent(tx, agent.portee, { id: referentId, le: civilDay(now) }),
});
