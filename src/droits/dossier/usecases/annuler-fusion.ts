import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { deciderPaire } from "../db/doublons.ts";
import {
  marquerAnnulee,
  replacer,
  verrouillerFusion,
  verrouillerPersonnes,
} from "../db/fusions.ts";
import { annulerFusionInput } from "../schemas.ts";
import { exigerPersonne } from "./consulter-personne.ts";
import { fusionAnnulee } from "./faits.ts";
import type { FusionDecidee } from "./fusionner-personnes.ts";
import { recalculer } from "./regle-du-jour.ts";

/** Moves back exactly what was moved. What files have said since stays with the kept one, who they named. */
export const annulerFusion = defineUseCase({
  name: "doublon.annuler-fusion",
  input: annulerFusionInput,
  droit: "doublon:traiter",
  nature: "ecriture",
  trace: (_, { fusionId, gardeeId, absorbeeId }: FusionDecidee) => ({
    objet: "fusion",
    objetId: fusionId,
    personneId: gardeeId,
    details: { rendue: absorbeeId },
  }),
  async run(context, { fusionId }): Promise<FusionDecidee> {
    const { tx, agent, now } = context;
    const fusion = await verrouillerFusion(tx, fusionId);
    if (!fusion) {
      throw new DomainError(
        "fusion.introuvable",
        "Cette fusion n’existe pas, ou elle a déjà été annulée. Revenez à la liste des doublons.",
      );
    }
    await exigerPersonne(tx, fusion.gardeeId, agent.portee);
    // A merge of the kept one that is being made counts: it would carry off what is given back here.
    const personnes = await verrouillerPersonnes(tx, [fusion.gardeeId, fusion.absorbeeId]);
    const gardee = personnes.find(({ id }) => id === fusion.gardeeId);
    if (gardee?.fusionneeDansId !== null) {
      throw new DomainError(
        "fusion.recouverte",
        "La fiche gardée a été fusionnée à son tour dans une autre. Annulez d’abord cette fusion plus récente.",
      );
    }
    const { gardeeId, absorbeeId, paireId, deplacements } = fusion;
    await replacer(tx, fusion, deplacements);
    await marquerAnnulee(tx, { id: fusionId, agentId: agent.id, le: now });
    if (paireId !== null)
      await deciderPaire(tx, { id: paireId, decision: null, agentId: null, le: now });
    await recalculer(context, [gardeeId, absorbeeId]);
    await context.tell(fusionAnnulee, { fusionId, gardeeId, absorbeeId });
    return { fusionId, gardeeId, absorbeeId };
  },
});
