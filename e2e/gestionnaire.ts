import type { Journey } from "./support/journey.ts";

export const parcoursGestionnaire: readonly Journey[] = [];
