import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type IntegrationOuverte,
  lireIntegrationsConnues,
  ouvrirIntegration,
  type Porteur,
  reprendreIntegration,
} from "../db/integrations.ts";
import { estPremierFichier, type FluxPresente, recevoirFlux } from "../domain/recevoir-flux.ts";

interface Entree {
  readonly flux: FluxPresente;
  readonly porteur: Porteur;
}

/** Takes a file, or takes up the run of it that was interrupted. Refused before anything is written. */
export const demarrerIntegration = defineUseCase({
  name: "flux-caf.demarrer-integration",
  input: z.custom<Entree>(),
  droit: "flux:importer",
  nature: "ecriture",
  trace: ({ flux }, ouverte: IntegrationOuverte) => ({
    objet: "integration",
    objetId: ouverte.id,
    details: { fichier: flux.fichier, reference: flux.reference, reprise: ouverte.position > 0 },
  }),
  async run({ tx, now, agent, departement }, { flux, porteur }) {
    const connues = await lireIntegrationsConnues(tx, porteur, now);
    const { reprendre } = recevoirFlux(flux, connues, departement);
    if (reprendre !== null) return reprendreIntegration(tx, reprendre, porteur, now);
    return ouvrirIntegration(tx, flux, {
      porteur,
      agentId: agent.id,
      agentNom: agent.nom,
      now,
      premierFichier: estPremierFichier(flux, connues),
    });
  },
});
