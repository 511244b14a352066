import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { communesSansTerritoire, type Territoire, territoiresAu } from "../db/territoires.ts";
import { listerTerritoiresInput } from "../schemas.ts";

export interface Territoires {
  readonly le: string;
  readonly territoires: readonly Territoire[];
  readonly sansTerritoire: readonly { readonly code: string; readonly nom: string }[];
}

/** No person is read: every agent of the département may. */
export const listerTerritoires = defineUseCase({
  name: "territoire.lister",
  input: listerTerritoiresInput,
  droit: null,
  nature: "lecture",
  trace: null,
  async run({ tx, now, departement }, input): Promise<Territoires> {
    const le = input.le ?? civilDay(now);
    return {
      le,
      territoires: await territoiresAu(tx, le),
      sansTerritoire: await communesSansTerritoire(tx, le, departement.code),
    };
  },
});
