import { z } from "zod";
import { compterSansOrientation as compter } from "#droits/dossier";
import { type ContourTerritoire, lireContours } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";

const rien = z.object({});

interface Carte {
  readonly sansOrientation: readonly {
    readonly territoireId: number | null;
    readonly nombre: number;
  }[];
  readonly contours: readonly ContourTerritoire[];
}

/** The outlines of the territories, and where the persons still to orient live: counts only. */
export const compterSansOrientation = defineUseCase<typeof rien, Carte>({
  name: "orientation.compter-sans-orientation",
  input: rien,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, agent, now }) {
    const le = civilDay(now);
    return {
      sansOrientation: await compter(tx, agent.portee, le),
      contours: await lireContours(tx, le),
    };
  },
});
