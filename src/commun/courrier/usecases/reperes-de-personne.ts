import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type CourrierLu, lireCourriersDe } from "../db/lire-courriers.ts";
import { courriersDePersonneInput } from "../schemas.ts";

/** The letters of a person as marks of her path. Her page has already judged whether she may be seen. */
export const lireReperesCourriers = defineUseCase({
  name: "courrier.reperes",
  input: courriersDePersonneInput,
  droit: "courrier:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx }, { personneId }): Promise<readonly CourrierLu[]> => lireCourriersDe(tx, personneId),
});
