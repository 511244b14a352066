import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireSecteur } from "../db/secteurs.ts";
import { insererStructure } from "../db/structures.ts";
import { creerStructureInput } from "../schemas.ts";
import { exigerTerritoires, exigerType, refuser } from "./regles.ts";

export const creerStructure = defineUseCase<typeof creerStructureInput, { readonly id: number }>({
  name: "structure.creer",
  input: creerStructureInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ nom, classe, du }, { id }) => ({
    objet: "structure",
    objetId: id,
    details: { nom, classe, du },
  }),
  async run(context, { du, secteurs, ...fiche }) {
    for (const { type } of secteurs) {
      exigerType(context, { code: type, classe: fiche.classe, le: du, champ: "secteurs" });
    }
    exigerTerritoires(context, secteurs);
    if (context.agent.portee.territoires !== "tous" && secteurs.length === 0) {
      refuser(
        "secteurs",
        "Choisissez ce que la structure reçoit, et sur lequel de vos territoires.",
      );
    }
    const id = await insererStructure(context.tx, fiche, du);
    for (const secteur of secteurs) {
      await ecrireSecteur(context.tx, id, secteur, [{ du, jusque: null, valeur: true }]);
    }
    return { id };
  },
});
