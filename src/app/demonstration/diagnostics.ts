import {
  consulterDiagnostic,
  repondreDiagnostic,
  validerDiagnostic,
} from "#accompagnement/diagnostic";
import {
  consulterMatrice,
  enregistrerMatrice,
  ouvrirBrouillonMatrice,
} from "#accompagnement/orientation";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { Circuit } from "./circuit.ts";

const DIAGNOSTICS = 6;
/** Days ago. */
const RECUEILLIS = 2;
/** Pages left aside in the last diagnosis, which stays a draft. */
const PAGES_RESTANTES = 3;
/** Of the matrix made of rules: without it the draft of that département would move nobody. */
const REGLE_RETIREE = "activite-ancienne-57";

/** The last month leaves work on the table: diagnoses just validated or under way, a matrix being thought about. */
export async function laisserEnCours(deps: Deps, agent: Agent, mois: string): Promise<void> {
  const circuit = new Circuit(deps, agent, mois);
  if (!circuit.dernier) return;
  await collecterDiagnostics(circuit);
  await esquisserMatrice(circuit);
}

/** A few persons whose orientation waits have met somebody: their diagnosis is validated, one is under way. */
async function collecterDiagnostics(circuit: Circuit): Promise<void> {
  const propositions = await circuit.propositions();
  const rencontrees = propositions.slice(0, DIAGNOSTICS);
  for (const [rang, { proposition }] of rencontrees.entries()) {
    const dernier = rang === rencontrees.length - 1;
    await recueillir(circuit, proposition.personneId, dernier ? PAGES_RESTANTES : 0);
  }
}

/** What she told the organism, said again, and what nobody had asked her. */
async function recueillir(circuit: Circuit, personneId: number, restantes: number): Promise<void> {
  const jour = circuit.ilYA(RECUEILLIS);
  const { pages, declarees, brouillon, valides } = await circuit.faire(consulterDiagnostic, jour, {
    personneId,
  });
  if (brouillon !== null || valides.length > 0) return;
  const connues = { ...declarees, NUMERIQUE: ["AIDE"], TEMPSVOULU: ["PLEIN"] };
  const remplies = pages.slice(0, pages.length - restantes);
  for (const [version, { numero, questions }] of remplies.entries()) {
    const siennes = new Set(questions.map(({ code }) => code));
    await circuit.faire(repondreDiagnostic, jour, {
      personneId,
      page: numero,
      version,
      reponses: Object.fromEntries(
        Object.entries(connues)
          .filter(([code]) => siennes.has(code))
          .map(([code, reponses]) => [code, [...reponses]]),
      ),
    });
  }
  if (restantes === 0) {
    await circuit.faire(validerDiagnostic, jour, { personneId, version: remplies.length });
  }
}

/** A matrix somebody is thinking about: it can be simulated, nobody has adopted it. */
async function esquisserMatrice(circuit: Circuit): Promise<void> {
  const jour = circuit.ilYA(RECUEILLIS);
  const { brouillons, enVigueur } = await circuit.faire(consulterMatrice, jour, {
    brouillonId: null,
  });
  if (brouillons.length > 0) return;
  const { brouillonId } = await circuit.faire(ouvrirBrouillonMatrice, jour, {});
  await circuit.faire(enregistrerMatrice, jour, {
    brouillonId,
    version: 1,
    contenu: {
      ...enVigueur.matrice,
      avant: enVigueur.matrice.avant.filter(({ code }) => code !== REGLE_RETIREE),
      poids: enVigueur.matrice.poids.map((un) =>
        un.question === "TOPENGDEMARECHEMPLOI" && un.reponse === "1"
          ? { ...un, poids: un.poids + 1 }
          : un,
      ),
    },
  });
}
