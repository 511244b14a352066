import { reactionsDiagnostic } from "#accompagnement/diagnostic";
import { reactionsOrientation } from "#accompagnement/orientation";
import type { Reaction } from "#platform/usecase/define-use-case.ts";
import { reactionsCourrier } from "./courriers.ts";

/** Who listens to what, across modules: the reactions to one fact run in this order. */
export const reactions: readonly Reaction[] = [
  ...reactionsDiagnostic,
  ...reactionsOrientation,
  ...reactionsCourrier,
];
