import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { changerDepot } from "../db/depots.ts";
import {
  lireIntegrationsConnues,
  ouvrirIntegration,
  reprendreIntegration,
} from "../db/integrations.ts";
import { porteurEnAttente } from "../db/porteur-courant.ts";
import { estPremierFichier, type FluxPresente, recevoirFlux } from "../domain/recevoir-flux.ts";

interface Entree {
  readonly flux: FluxPresente;
  /** Name under which the file is kept. */
  readonly depot: string;
}

interface Depose {
  readonly integrationId: number;
  /** The same file was put down before and its first copy is no longer needed. */
  readonly remplace: string | null;
}

/** Takes a file put down on a page: refused before anything is written, or opened for the process that will write it. */
export const deposerFlux = defineUseCase({
  name: "flux-caf.deposer",
  input: z.custom<Entree>(),
  droit: "flux:importer",
  nature: "ecriture",
  trace: ({ flux }, { integrationId }: Depose) => ({
    objet: "integration",
    objetId: integrationId,
    details: { fichier: flux.fichier, reference: flux.reference },
  }),
  async run({ tx, now, agent, departement }, { flux, depot }): Promise<Depose> {
    const porteur = porteurEnAttente();
    const connues = await lireIntegrationsConnues(tx, porteur, now);
    const { reprendre } = recevoirFlux(flux, connues, departement);
    const qui = {
      porteur,
      agentId: agent.id,
      agentNom: agent.nom,
      now,
      premierFichier: estPremierFichier(flux, connues),
    };
    const { id } =
      reprendre === null
        ? await ouvrirIntegration(tx, flux, qui)
        : await reprendreIntegration(tx, reprendre, porteur, now);
    return { integrationId: id, remplace: await changerDepot(tx, id, depot) };
  },
});
