import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { insererReferent } from "../db/referents.ts";
import { trouverStructure } from "../db/structures.ts";
import { accueillirReferentInput } from "../schemas.ts";
import { refuser } from "./regles.ts";

/** Somebody arrives: from that day she can be designated. */
export const accueillirReferent = defineUseCase<
  typeof accueillirReferentInput,
  { readonly id: number }
>({
  name: "referent.accueillir",
  input: accueillirReferentInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ structureId, nom, prenom, du, etp, places }, { id }) => ({
    objet: "referent",
    objetId: id,
    details: { structure: structureId, nom, prenom, du, etp, places },
  }),
  async run({ tx, agent, now }, { structureId, du, ...referent }) {
    const fiche = await trouverStructure(tx, agent.portee, {
      id: structureId,
      le: civilDay(now),
      verrou: true,
    });
    if (du < fiche.du) refuser("du", "La structure n’était pas encore ouverte ce jour-là.");
    if (fiche.jusque !== null) {
      refuser("du", "Cette structure ferme : elle n’accueille plus de référent.");
    }
    return { id: await insererReferent(tx, structureId, referent, du) };
  },
});
