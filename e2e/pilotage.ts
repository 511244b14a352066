import type { Journey } from "./support/journey.ts";

export const parcoursPilotage: readonly Journey[] = [];
