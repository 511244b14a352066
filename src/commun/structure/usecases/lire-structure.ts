import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheReferent, referentsVus } from "../db/referents.ts";
import { type Capacite, capacitesDe, type Secteur, secteursDe } from "../db/secteurs.ts";
import { type FicheStructure, trouverStructure } from "../db/structures.ts";
import { lireStructureInput } from "../schemas.ts";

export interface DossierStructure {
  readonly fiche: FicheStructure;
  /** Of all times, as are the places and the référents. */
  readonly secteurs: readonly Secteur[];
  readonly capacites: readonly Capacite[];
  readonly referents: readonly FicheReferent[];
}

export const lireStructure = defineUseCase<typeof lireStructureInput, DossierStructure>({
  name: "structure.lire",
  input: lireStructureInput,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, agent, now }, { structureId }) {
    const le = civilDay(now);
    return {
      fiche: await trouverStructure(tx, agent.portee, { id: structureId, le }),
      secteurs: await secteursDe(tx, structureId),
      capacites: await capacitesDe(tx, structureId),
      referents: await referentsVus(tx, agent.portee, { le, structureId }),
    };
  },
});
