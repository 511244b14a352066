import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { secteursDe } from "../db/secteurs.ts";
import { ecrireStructure, type FicheStructure, trouverStructure } from "../db/structures.ts";
import { contient } from "../domain/periodes.ts";
import { modifierStructureInput } from "../schemas.ts";
import { exigerType } from "./regles.ts";

export const modifierStructure = defineUseCase<typeof modifierStructureInput, FicheStructure>({
  name: "structure.modifier",
  input: modifierStructureInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ structureId, nom, classe }) => ({
    objet: "structure",
    objetId: structureId,
    details: { nom, classe },
  }),
  async run(context, { structureId, version, ...fiche }) {
    const { tx, agent, now } = context;
    const le = civilDay(now);
    const cible = { id: structureId, le };
    const lue = await trouverStructure(tx, agent.portee, { ...cible, verrou: true });
    if (fiche.classe !== lue.classe) {
      const servis = (await secteursDe(tx, structureId)).filter((un) => contient(un, le));
      for (const { type } of servis) {
        exigerType(context, { code: type, classe: fiche.classe, le, champ: "classe" });
      }
    }
    const ecrite = await ecrireStructure(tx, structureId, version, fiche);
    const actuelle = await trouverStructure(tx, agent.portee, cible);
    if (ecrite) return actuelle;
    throw new DomainError(
      "structure.conflit",
      "Cette fiche a été modifiée par quelqu’un d’autre pendant votre saisie. Comparez, puis enregistrez à nouveau.",
      { actuelle },
    );
  },
});
