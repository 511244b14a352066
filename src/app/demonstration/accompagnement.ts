import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { tenirLesAgendas } from "./agendas.ts";
import { Circuit } from "./circuit.ts";
import { contracter } from "./contrats.ts";
import { connaitreLesTailles } from "./ensemble.ts";
import { raconterEntretiens } from "./entretiens.ts";
import { porterLesMessages } from "./messages.ts";
import { monterLOffre } from "./offre.ts";
import { suivreLesParcours } from "./parcours.ts";

/** What follows the orientations of a month, in the order in which it happens. */
const suites: readonly ((circuit: Circuit) => Promise<void>)[] = [
  tenirLesAgendas,
  raconterEntretiens,
  contracter,
  suivreLesParcours,
  monterLOffre,
];

/** Whom a month oriented is met, known, put under contract and followed, by the acts of those who do it. */
export async function accompagnerLeMois(deps: Deps, agent: Agent, mois: string): Promise<void> {
  const circuit = new Circuit(deps, agent, mois);
  for (const suite of suites) {
    await connaitreLesTailles(deps);
    await suite(circuit);
  }
  await porterLesMessages(circuit);
}
