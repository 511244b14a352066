import { lireNomsDesAgents } from "#commun/agent";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Agent } from "#platform/usecase/define-use-case.ts";
import type { LigneJournal } from "../db/journal.ts";

export const PAR_PAGE = 50;

export interface PageJournal {
  readonly lignes: readonly LigneJournal[];
  /** Agents the lines are about, by their number. */
  readonly agents: ReadonlyMap<number, string>;
  /** Where the older page starts; null at the beginning of the journal. */
  readonly suite: number | null;
}

/** The page of these lines; `sujet` is the agent whose journal it is. */
export async function enPage(
  tx: Tx,
  trouvees: readonly LigneJournal[],
  sujet: number | null = null,
): Promise<PageJournal> {
  const lignes = trouvees.slice(0, PAR_PAGE);
  const concernes = lignes
    .filter(({ objet, objetId }) => objet === "agent" && objetId !== null)
    .map(({ objetId }) => Number(objetId));
  return {
    lignes,
    agents: await lireNomsDesAgents(tx, sujet === null ? concernes : [...concernes, sujet]),
    suite: trouvees.length > PAR_PAGE ? (lignes.at(-1)?.id ?? null) : null,
  };
}

/** The journal says who reads whose file: it is read for the whole département or not at all. */
export function exigerDepartement(agent: Agent): void {
  if (agent.portee.territoires === "tous") return;
  throw new DomainError(
    "habilitation.refusee",
    "Le journal se lit pour tout le département : demandez-le à l’administrateur.",
  );
}
