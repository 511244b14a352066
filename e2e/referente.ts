import type { Journey } from "./support/journey.ts";

export const parcoursReferente: readonly Journey[] = [];
