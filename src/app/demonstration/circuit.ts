import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { lireOffre } from "#commun/structure";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";

/** Days of the month that follows a monthly file, as a département spends them. */
export const jours = {
  proposer: 4,
  transmettre: 6,
  decider: 10,
  notifier: 13,
  fixer: 16,
  recevoir: 20,
} as const;

/** One département and one month of it, at the hour of each act. */
export class Circuit {
  readonly #deps: Deps;
  readonly #agent: Agent;
  readonly #mois: string;

  constructor(deps: Deps, agent: Agent, mois: string) {
    this.#deps = deps;
    this.#agent = agent;
    this.#mois = moisSuivant(mois);
  }

  jour(numero: number): string {
    return `${this.#mois}-${String(numero).padStart(2, "0")}`;
  }

  faire<Entree, Sortie>(
    acte: {
      readonly execute: (deps: Deps, agent: Agent, entree: Entree) => Promise<Sortie>;
    },
    jour: number,
    entree: Entree,
  ): Promise<Sortie> {
    const now = new Date(`${this.jour(jour)}T09:00:00Z`);
    return acte.execute({ ...this.#deps, now: () => now }, this.#agent, entree);
  }

  offre() {
    return this.#deps.base.transaction((tx) => lireOffre(tx, this.jour(1)));
  }

  get regle() {
    const { orientation } = chargerReferentiel(this.#deps.base.departement.referentiel);
    return valeurAu(orientation, this.jour(1));
  }
}

function moisSuivant(mois: string): string {
  const date = new Date(`${mois}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
}

/** What the rules refuse that day stays as it is: a full structure, a right just closed. */
export async function siPossible(acte: Promise<unknown>): Promise<void> {
  try {
    await acte;
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
  }
}
