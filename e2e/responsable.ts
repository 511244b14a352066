import type { Journey } from "./support/journey.ts";

export const parcoursResponsable: readonly Journey[] = [];
