import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type LigneStructure, structuresVues } from "../db/liste-structures.ts";
import { listerStructuresInput } from "../schemas.ts";

export const listerStructures = defineUseCase<
  typeof listerStructuresInput,
  readonly LigneStructure[]
>({
  name: "structure.lister",
  input: listerStructuresInput,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent, now }, filtre) => structuresVues(tx, agent.portee, filtre, civilDay(now)),
});
