import type { CircuitOrientation, EtapeOrientation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/** What can be done of a proposal. */
export type ActeDeProposition = "transmettre" | "reporter" | "decider" | "refuser" | "ecarter";

/** Where each act leads from each step; what is not written here is refused. */
const passages: Readonly<
  Record<EtapeOrientation, Readonly<Partial<Record<ActeDeProposition, EtapeOrientation>>>>
> = {
  proposee: {
    transmettre: "transmise",
    reporter: "proposee",
    decider: "decidee",
    refuser: "ecartee",
    ecarter: "ecartee",
  },
  transmise: {
    reporter: "transmise",
    decider: "decidee",
    refuser: "ecartee",
    ecarter: "ecartee",
  },
  decidee: {},
  ecartee: {},
};

const enMots: Readonly<Record<EtapeOrientation, string>> = {
  proposee: "proposée",
  transmise: "transmise pour décision",
  decidee: "déjà décidée",
  ecartee: "déjà écartée",
};

const actesEnMots: Readonly<Record<ActeDeProposition, string>> = {
  transmettre: "être transmise",
  reporter: "être reportée",
  decider: "être décidée",
  refuser: "être renvoyée",
  ecarter: "être écartée",
};

/** @throws DomainError `proposition.passage-interdit` */
export function passer(
  etape: EtapeOrientation,
  acte: ActeDeProposition,
  circuit: Pick<CircuitOrientation, "transmission">,
): EtapeOrientation {
  const vers = passages[etape][acte];
  if (vers === undefined) {
    throw new DomainError(
      "proposition.passage-interdit",
      `Cette proposition est ${enMots[etape]} : elle ne peut plus ${actesEnMots[acte]}. Rechargez la page pour voir où elle en est.`,
      { etape, acte },
    );
  }
  if (etape === "proposee" && circuit.transmission && (acte === "decider" || acte === "refuser")) {
    throw new DomainError(
      "proposition.non-transmise",
      "Cette proposition n’a pas encore été transmise pour décision. Transmettez-la d’abord.",
      { etape, acte },
    );
  }
  return vers;
}

/** The steps an act may start from, under this circuit. */
export function etapesPour(
  acte: ActeDeProposition,
  circuit: Pick<CircuitOrientation, "transmission">,
): readonly EtapeOrientation[] {
  const toutes: readonly EtapeOrientation[] = ["proposee", "transmise"];
  const attendTransmission = circuit.transmission && (acte === "decider" || acte === "refuser");
  return toutes.filter(
    (etape) => passages[etape][acte] !== undefined && !(attendTransmission && etape === "proposee"),
  );
}
