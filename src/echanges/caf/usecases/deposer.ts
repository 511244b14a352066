import { deposerFlux } from "#droits/flux-caf";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { examinerFlux } from "../lecture/examiner-flux.ts";
import { presenter } from "./importer-flux.ts";

interface Depot {
  readonly chemin: string;
  /** Name people gave the file. */
  readonly nom: string;
  /** Name under which it is kept until its run ends. */
  readonly depot: string;
}

/**
 * Examines a file put down on a page and opens its run, for another process to write it.
 * @throws DomainError `flux.*` when the file as a whole is refused: nothing is written
 */
export async function deposer(
  deps: Deps,
  agent: Agent,
  { chemin, nom, depot }: Depot,
): Promise<{ readonly integrationId: number; readonly remplace: string | null }> {
  const examen = await examinerFlux(chemin);
  return deposerFlux.execute(deps, agent, { flux: presenter(examen, nom), depot });
}
