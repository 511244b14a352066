import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireTendance } from "../db/portefeuille.ts";
import { cadreDuJour } from "./cadre.ts";
import { lireReferents, siens } from "./lire-portefeuille.ts";
import { lirePortefeuilles } from "./lister-portefeuilles.ts";

export interface PortefeuilleResume {
  readonly suivies: number;
  readonly attendues: number;
  /** Persons accompanied on the first of each of the last months, then today. */
  readonly tendance: readonly number[];
}

const rien = z.object({});
const MOIS = 5;

/** The caseload of who signs in, for her home; null for who has none of her own. */
export const resumerPortefeuille = defineUseCase<typeof rien, PortefeuilleResume | null>({
  name: "parcours.resumer-portefeuille",
  input: rien,
  droit: "parcours:lire",
  nature: "lecture",
  trace: null,
  async run(context) {
    const { agent, tx } = context;
    if (agent.id === null) return null;
    const { le } = cadreDuJour(context);
    const referents = siens(context, await lireReferents(context, { agentId: agent.id }));
    if (referents.length === 0) return null;
    const portefeuilles = await lirePortefeuilles(context, referents);
    const suivies = portefeuilles.reduce((somme, un) => somme + un.suivies, 0);
    const passe = await lireTendance(
      tx,
      referents.map(({ id }) => id),
      premiersDuMois(le),
    );
    return {
      suivies,
      attendues: portefeuilles.reduce((somme, { attendues }) => somme + attendues, 0),
      tendance: [...passe, suivies],
    };
  },
});

function premiersDuMois(le: string): readonly string[] {
  const [annee = 0, mois = 1] = le.split("-").map(Number);
  return Array.from({ length: MOIS }, (_, rang) =>
    new Date(Date.UTC(annee, mois - MOIS + rang, 1)).toISOString().slice(0, 10),
  );
}
