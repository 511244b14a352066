import {
  constaterOrientationFranceTravail,
  deciderEnLot,
  deciderOrientation,
  listerPropositions,
  proposerOrientations,
  refuserProposition,
  reporterProposition,
  transmettrePropositions,
} from "#accompagnement/orientation";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { Circuit, jours, siPossible } from "./circuit.ts";
import { suivre } from "./suites-orientation.ts";

type EnCours = Awaited<ReturnType<typeof listerPropositions.execute>>[number];

interface Mois {
  /** Month of the monthly file: `2026-10`. */
  readonly mois: string;
  /** The last file leaves work on the table. */
  readonly dernier: boolean;
}

/** Everybody the monthly file brought is oriented by the acts, as a département does it in the month that follows. */
export async function orienterLeMois(
  deps: Deps,
  agent: Agent,
  { mois, dernier }: Mois,
): Promise<void> {
  const circuit = new Circuit(deps, agent, mois);
  await circuit.faire(proposerOrientations, jours.proposer, {});
  await transmettre(circuit, dernier);
  const orientees = await decider(circuit, dernier);
  if (dernier) await constater(circuit);
  if (orientees.length === 0) return;
  await suivre(circuit, orientees, dernier);
}

/** A few files wait for a missing piece; the last month, so do those proposed last. */
async function transmettre(circuit: Circuit, dernier: boolean): Promise<void> {
  if (!circuit.regle.circuit.transmission) return;
  const propositions = (await circuit.faire(listerPropositions, jours.transmettre, {})).filter(
    ({ proposition }) => proposition.etape === "proposee" && !(dernier && proposition.id % 3 === 0),
  );
  const ids = propositions.map(({ proposition }) => proposition.id);
  if (ids.length > 0)
    await circuit.faire(transmettrePropositions, jours.transmettre, { propositions: ids });
}

/** Most are accepted together; one in forty is changed, postponed, sent back, or left waiting. */
async function decider(circuit: Circuit, dernier: boolean): Promise<readonly number[]> {
  const { transmission } = circuit.regle.circuit;
  const aDecider = (await circuit.faire(listerPropositions, jours.decider, {})).filter(
    ({ proposition }) => proposition.etape === (transmission ? "transmise" : "proposee"),
  );
  const sort = ({ proposition }: EnCours) => proposition.id % 40;
  const simples = aDecider.filter(
    (cas) =>
      cas.proposition.obstacle === null &&
      !(dernier ? sort(cas) < 24 : [1, 2, 3, 4].includes(sort(cas))),
  );
  for (const cas of aDecider) await deciderAPart(circuit, cas, sort(cas), dernier);
  if (simples.length > 0) {
    await circuit.faire(deciderEnLot, jours.decider, {
      propositions: simples.map(({ proposition: { id, version } }) => ({ id, version })),
    });
  }
  const restantes = new Set(
    (await circuit.faire(listerPropositions, jours.decider, {})).map(
      ({ proposition }) => proposition.personneId,
    ),
  );
  return simples
    .map(({ proposition }) => proposition.personneId)
    .filter((personneId) => !restantes.has(personneId));
}

async function deciderAPart(
  circuit: Circuit,
  { proposition, present }: EnCours,
  sort: number,
  dernier: boolean,
): Promise<void> {
  const { id: propositionId, version, obstacle } = proposition;
  if (sort === 1 && !dernier) {
    await siPossible(
      circuit.faire(refuserProposition, jours.decider, {
        propositionId,
        version,
        motif: "Le diagnostic est trop ancien : à refaire avec la personne avant de décider",
      }),
    );
  } else if (sort === 2) {
    await siPossible(
      circuit.faire(reporterProposition, jours.decider, {
        propositionId,
        version,
        jusquAu: circuit.jour(28),
        motif: "Hospitalisation en cours, signalée par l’assistante sociale",
      }),
    );
  } else if (sort === 3 && !dernier && obstacle === null) {
    await ecarter(circuit, { proposition, present });
  }
}

/** The responsable keeps the structure and lets it name the référent itself. */
async function ecarter(circuit: Circuit, { proposition }: EnCours): Promise<void> {
  const { id: propositionId, version } = proposition;
  await siPossible(
    circuit.faire(deciderOrientation, jours.decider, {
      propositionId,
      version,
      referentId: null,
      motif:
        "La personne connaît déjà ce référent hors du travail : la structure en désigne un autre",
    }),
  );
}

/** Whom the département left beyond six weeks, France Travail has oriented: one in three of them. */
async function constater(circuit: Circuit): Promise<void> {
  const [agence] = (await circuit.offre()).filter(({ classe }) => classe === "france-travail");
  if (!agence) return;
  const tardives = (await circuit.faire(listerPropositions, jours.decider, {})).filter(
    ({ proposition }) => proposition.le < circuit.jour(1) && proposition.id % 3 === 0,
  );
  for (const { proposition } of tardives.slice(0, 8)) {
    await siPossible(
      circuit.faire(constaterOrientationFranceTravail, jours.notifier, {
        personneId: proposition.personneId,
        le: circuit.jour(jours.decider),
        type: agence.typeOrientation,
        structureId: agence.structureId,
      }),
    );
  }
}
