import { ecrireJournal } from "#commun/journal";
import type { Deps } from "#platform/usecase/define-use-case.ts";

export const journal: Deps["journal"] = ecrireJournal;
