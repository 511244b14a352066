import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { referentsVus } from "../db/referents.ts";
import { cloreStructure, trouverStructure } from "../db/structures.ts";
import { lendemain } from "../domain/periodes.ts";
import { fermerStructureInput } from "../schemas.ts";
import { structureFermee } from "./faits.ts";
import { refuser } from "./regles.ts";

/** A structure closes once everybody has left it; nothing of its past goes. */
export const fermerStructure = defineUseCase<typeof fermerStructureInput, void>({
  name: "structure.fermer",
  input: fermerStructureInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ structureId, dernierJour }) => ({
    objet: "structure",
    objetId: structureId,
    details: { au: dernierJour },
  }),
  async run({ tx, agent, now, tell }, { structureId, dernierJour }) {
    const le = civilDay(now);
    const fiche = await trouverStructure(tx, agent.portee, { id: structureId, le, verrou: true });
    const des = lendemain(dernierJour);
    if (dernierJour < fiche.du) {
      refuser("dernierJour", "La fermeture ne peut pas précéder l’ouverture de la structure.");
    }
    if (fiche.jusque !== null && fiche.jusque <= le) {
      throw new DomainError("structure.fermee", "Cette structure est déjà fermée.");
    }
    const equipe = await referentsVus(tx, agent.portee, { le, structureId });
    const restants = equipe.filter(({ jusque }) => jusque === null || jusque > des);
    if (restants.length > 0) {
      throw new DomainError(
        "structure.referents-presents",
        `${restants.map(({ prenom, nom }) => `${prenom} ${nom}`).join(", ")} y ${restants.length > 1 ? "travaillent" : "travaille"} encore après ce jour : enregistrez d’abord ${restants.length > 1 ? "leur départ" : "son départ"}.`,
        { referents: restants.map(({ id }) => id) },
      );
    }
    await cloreStructure(tx, structureId, des);
    await tell(structureFermee, { structureId, nom: fiche.nom, des });
  },
});
