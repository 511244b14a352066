import { type Dominante, dominantes } from "#commun/referentiel";
import { entretenirListes } from "#droits/dossier";
import type { Command } from "#platform/cli/command.ts";
import { formatCount } from "#platform/ui/format.ts";
import { dominantesEnMots } from "./domain/libelles.ts";
import { type Obstacle, obstaclesEnMots } from "./domain/offre.ts";
import { type BilanPropositions, proposerOrientations } from "./usecases/proposer-orientations.ts";

const proposer: Command = {
  name: "orienter proposer",
  summary: "Propose une orientation à toutes les personnes d’un département qui en attendent une",
  options: {
    departement: { type: "string", help: "le département, par exemple somme", required: true },
  },
  async run({ options, deps, agent }) {
    const acces = await deps(String(options["departement"]));
    const bilan = await proposerOrientations.execute(acces, agent, {});
    if (bilan.proposees > 0) {
      await entretenirListes(acces.base);
      await acces.base.maintain(["proposition", "echeance"]);
    }
    return { ...bilan };
  },
  print(bilan) {
    const { proposees, versionMatrice, parDominante, parStructure, obstacles } =
      bilan as unknown as BilanPropositions;
    const parMot = (dominante: Dominante) =>
      `  ${dominantesEnMots[dominante]} : ${parDominante[dominante] ?? 0}`;
    const arretees = Object.entries(obstacles) as [Obstacle, number][];
    return [
      `${formatCount(proposees, "orientation proposée", "orientations proposées")} avec la matrice ${versionMatrice}`,
      ...dominantes.map(parMot),
      ...parStructure.map(({ structure, nombre }) => `  ${structure} : ${nombre}`),
      ...arretees.map(([code, nombre]) => `  ${obstaclesEnMots[code]} : ${nombre}`),
    ].join("\n");
  },
};

export const commandesOrientation: readonly Command[] = [proposer];
