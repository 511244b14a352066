import { ajouterJours } from "#commun/echeance";
import { ANNONCE_PLAFOND } from "./plafond.ts";

type Faits = Readonly<Record<string, string | null>>;

interface SejourDate {
  readonly sortiLe: string | null;
  readonly terme: string | null;
  readonly annule: boolean;
  readonly suitePrevueLe: string | null;
  readonly suiteConstateeLe: string | null;
}

/** The facts deadlines start from or end with: the cap that comes near, what is awaited after the exit. */
export function faitsDuSejour(sejour: SejourDate): Faits {
  if (sejour.annule) return {};
  return { ...faitsDuPlafond(sejour), ...faitsDeLaSuite(sejour) };
}

/** Who left before the delay began was never asked anything. */
function faitsDuPlafond({ terme, sortiLe }: SejourDate): Faits {
  if (terme === null) return {};
  const depuis = (jour: string) => (sortiLe !== null && sortiLe < jour ? null : jour);
  return {
    "plafond-proche": depuis(ajouterJours(terme, -ANNONCE_PLAFOND)),
    "dernier-jour-du-sejour": depuis(ajouterJours(terme, -1)),
    "sejour-sorti": sortiLe,
  };
}

/** What was learnt before its day is learnt: the delay then starts on that day. */
function faitsDeLaSuite({ suitePrevueLe, suiteConstateeLe }: SejourDate): Faits {
  if (suitePrevueLe === null) return {};
  const avant = suiteConstateeLe !== null && suiteConstateeLe < suitePrevueLe;
  return {
    "suite-de-sejour-attendue": avant ? suiteConstateeLe : suitePrevueLe,
    "suite-de-sejour-constatee": suiteConstateeLe,
  };
}
