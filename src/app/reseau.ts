import { compterCharges, transmettrePortefeuille } from "#accompagnement/orientation";
import { nommerAgents } from "#commun/agent";
import { listerStructures } from "#commun/structure";
import { nomsDesTerritoires } from "#droits/territoire";
import type { Request } from "#platform/http/route.ts";
import { formatCount } from "#platform/ui/format.ts";
import type { PortsStructure } from "../commun/structure/http.ts";

interface Lieu {
  readonly id: number;
  readonly nom: string;
}

function territoiresDuDepartement({ deps }: Request): Promise<readonly Lieu[]> {
  return deps.base.transaction(nomsDesTerritoires);
}

/** What the perimeter of a role is chosen from. */
export async function lieux(request: Request) {
  const structures = request.agent.droits.has("structure:lire")
    ? await request.act(listerStructures, {})
    : [];
  return {
    territoires: await territoiresDuDepartement(request),
    structures: structures.map(({ id, nom }) => ({ id, nom })),
  };
}

/** What the pages of the network take from the other modules. */
export const portsStructure: PortsStructure = {
  territoires: territoiresDuDepartement,
  async comptes(request) {
    return request.agent.droits.has("agent:lire") ? request.act(nommerAgents, {}) : [];
  },
  charges: (request) => request.act(compterCharges, {}),
  remise: {
    droit: "orientation:decider",
    async transmettre(request, demande) {
      const { transmises } = await request.act(transmettrePortefeuille, demande);
      return `${formatCount(transmises, "personne transmise", "personnes transmises")}.`;
    },
  },
  tableau: { path: "/orientation/capacite", droit: "structure:lire" },
};
