import { z } from "zod";
import { conditionPortee, lirePresents, type PersonnePresente } from "#droits/dossier";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lirePropositionsEnCours, type Proposition } from "../db/propositions.ts";

export interface PropositionEnCours {
  readonly proposition: Proposition;
  readonly present: PersonnePresente;
}

/** Every pending proposal of the agent’s perimeter, in the order of the queue. */
export const listerPropositions = defineUseCase({
  name: "orientation.lister-propositions",
  input: z.object({}),
  droit: "orientation:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, agent }): Promise<readonly PropositionEnCours[]> {
    const propositions = await lirePropositionsEnCours(tx);
    const ids = propositions.map(({ personneId }) => personneId);
    const presents = await lirePresents(
      tx,
      allOf([sql`s.personne_id = any(${ids}::int[])`, conditionPortee(agent.portee)]),
    );
    const parPersonne = new Map(presents.map((present) => [present.personneId, present]));
    return propositions.flatMap((proposition) => {
      const present = parPersonne.get(proposition.personneId);
      return present ? [{ proposition, present }] : [];
    });
  },
});
