import { lacherIntegration, oublierDepot, prendreDepot } from "#droits/flux-caf";
import { type Agent, type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { importerFlux } from "./importer-flux.ts";

interface Travail {
  readonly integrationId: number;
  /** Path of a file kept under this name. */
  readonly chemin: (depot: string) => string;
}

const produit: Agent = {
  id: null,
  nom: "Jalon",
  droits: new Set(["flux:importer"]),
  portee: porteeTotale,
};

/** Writes the run of a file put down on a page, in the name of the agent who did. Gives the file to remove. */
export async function importerDepot(
  deps: Deps,
  { integrationId, chemin }: Travail,
): Promise<string | null> {
  const depot = await prendreDepot.execute(deps, produit, { integrationId });
  if (!depot) return null;
  const agent: Agent = { ...produit, id: depot.agentId, nom: depot.agentNom };
  try {
    await importerFlux(deps, agent, chemin(depot.depot), { nom: depot.fichier });
  } catch (error) {
    await lacherIntegration.execute(deps, produit, { integrationId });
    throw error;
  }
  return oublierDepot.execute(deps, produit, { integrationId });
}
