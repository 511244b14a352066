import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { estVivante, PERSONNE } from "../db/integrations.ts";
import { type IntegrationLue, lirePrecedente, lireUne } from "../db/lectures.ts";
import { compterAvertissementsParCode, compterRejetsParCause } from "../db/listes-du-flux.ts";
import { porteurCourant } from "../db/porteur-courant.ts";
import { type EtatAffiche, etatAffiche } from "../domain/avancement.ts";
import { introuvable } from "./terminer-integration.ts";

export interface IntegrationDite extends IntegrationLue {
  readonly dite: EtatAffiche;
}

export function dire(integration: IntegrationLue, now: Date): IntegrationDite {
  return {
    ...integration,
    dite: etatAffiche({
      etat: integration.etat,
      vivante: estVivante(integration, porteurCourant(), now),
      attendue: integration.processus === PERSONNE,
    }),
  };
}

/** One run, with its rejects by cause and its warnings by code. */
export const lireIntegration = defineUseCase({
  name: "flux-caf.lire-integration",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:lire",
  nature: "lecture",
  // Figures: nobody's file is opened.
  trace: null,
  async run({ tx, now }, { integrationId }) {
    const lue = await lireUne(tx, integrationId);
    if (!lue) throw introuvable(integrationId);
    return {
      integration: dire(lue, now),
      precedente: await lirePrecedente(tx, lue),
      causes: await compterRejetsParCause(tx, integrationId),
      avertissements: await compterAvertissementsParCode(tx, integrationId),
    };
  },
});
