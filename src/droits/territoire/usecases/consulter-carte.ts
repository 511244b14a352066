import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterContours } from "../db/contours.ts";
import { listerTerritoiresInput } from "../schemas.ts";

/** How many communes the map in force draws. No person is read: every agent may. */
export const consulterCarte = defineUseCase({
  name: "territoire.consulter-carte",
  input: listerTerritoiresInput,
  droit: null,
  nature: "lecture",
  trace: null,
  run: async ({ tx }): Promise<{ readonly communes: number }> => ({
    communes: await compterContours(tx),
  }),
});
