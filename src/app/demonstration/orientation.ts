import { proposerOrientations } from "#accompagnement/orientation";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { Circuit, type EnCours, REFERENTE } from "./circuit.ts";
import { accepter, ecarter, reporter, transmettre } from "./decisions.ts";
import { finirAujourdhui } from "./derniers-jours.ts";
import { completerLesDossiers, constaterTardives, deciderAilleurs } from "./dossiers-difficiles.ts";
import { suivre } from "./suites-orientation.ts";

/** Everybody the files of a month brought is oriented by the acts, as a département does it in the month that follows. */
export async function orienterLeMois(deps: Deps, agent: Agent, mois: string): Promise<void> {
  const circuit = new Circuit(deps, agent, mois);
  if (circuit.dernier) {
    await completerLesDossiers(circuit, circuit.ilYA(DEPUIS_LE_FICHIER));
    return finirAujourdhui(circuit);
  }
  await reprendre(circuit);
  await circuit.faire(proposerOrientations, circuit.du(4), {});
  await completerLesDossiers(circuit, circuit.du(5));
  await transmettre(circuit, circuit.du(6));
  await decider(circuit);
  await suivre(circuit);
}

const DEPUIS_LE_FICHIER = 17;
const DEJA_CONNU =
  "La personne connaît déjà ce référent hors du travail : la structure en désigne un autre";

/** What the month before left: postponed, difficult, or beyond the delay. */
async function reprendre(circuit: Circuit): Promise<void> {
  await transmettre(circuit, circuit.du(2));
  const anciennes = await circuit.propositions();
  const rattrapee = await rattrapees(circuit);
  const simples = anciennes.filter(
    (cas) => circuit.aDecider(cas) && cas.proposition.obstacle === null && !rattrapee(cas),
  );
  await accepter(circuit, circuit.du(3), simples);
  const difficiles = anciennes.filter(
    (cas) => cas.proposition.obstacle !== null && cas.proposition.id % 4 < circuit.rang - 1,
  );
  await deciderAilleurs(circuit, circuit.du(9), difficiles);
  await constaterTardives(circuit, circuit.du(12));
}

/**
 * Of the stock one in eight was left for the autumn, and half of whom the référente who signs in will follow:
 * decided in the last weeks, they are the work of today.
 */
async function rattrapees(circuit: Circuit): Promise<(cas: EnCours) => boolean> {
  const siens = (await circuit.offre())
    .flatMap(({ referents }) => referents)
    .find(({ nom }) => nom === REFERENTE);
  return ({ proposition: { id, referentId } }) =>
    id % 8 === 6 || (siens !== undefined && referentId === siens.id && id % 2 === 0);
}

/** Nearly all are accepted together; of forty, one is postponed, one departs from the proposal, one waits. */
async function decider(circuit: Circuit): Promise<void> {
  const jour = circuit.du(10);
  const aDecider = (await circuit.propositions()).filter((cas) => circuit.aDecider(cas));
  const rattrapee = await rattrapees(circuit);
  const parmi = circuit.rang === 0 ? 40 : 10;
  const simples: EnCours[] = [];
  for (const cas of aDecider) {
    const { id, obstacle } = cas.proposition;
    if (obstacle !== null || id % parmi === 4 || rattrapee(cas)) continue;
    if (id % parmi === 2) await reporter(circuit, jour, cas, circuit.du(28));
    else if (id % parmi === 3) await ecarter(circuit, jour, cas, DEJA_CONNU);
    else simples.push(cas);
  }
  await accepter(circuit, jour, simples);
}
