import { listerPropositions } from "#accompagnement/orientation";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { lireOffre } from "#commun/structure";
import { lirePresents, type PersonnePresente } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { moisDeLaDemonstration, ouvreApres, ouvreAvant } from "./calendrier.ts";

export type EnCours = Awaited<ReturnType<typeof listerPropositions.execute>>[number];

/** She who signs in as a référent, as the network names her. */
export const REFERENTE = "Rose Parcours";

/** One département and the weeks that follow one monthly file, at the hour of each act. */
export class Circuit {
  /** How many monthly files came before this one. */
  readonly rang: number;
  /** The last file: what it starts is not finished today. */
  readonly dernier: boolean;
  readonly aujourdhui: string;
  readonly #deps: Deps;
  readonly #agent: Agent;
  readonly #suivant: string;

  constructor(deps: Deps, agent: Agent, mois: string) {
    this.#deps = deps;
    this.#agent = agent;
    this.aujourdhui = civilDay(deps.now());
    const tous = moisDeLaDemonstration(this.aujourdhui);
    this.rang = tous.indexOf(mois);
    this.dernier = this.rang === tous.length - 1;
    this.#suivant = moisSuivant(mois);
  }

  /** A day of the month that follows the file. */
  du(numero: number): string {
    return `${this.#suivant}-${String(numero).padStart(2, "0")}`;
  }

  ilYA(jours: number): string {
    return ouvreAvant(this.aujourdhui, jours);
  }

  dans(jours: number): string {
    return ouvreApres(this.aujourdhui, jours);
  }

  faire<Entree, Sortie>(
    acte: {
      readonly execute: (deps: Deps, agent: Agent, entree: Entree) => Promise<Sortie>;
    },
    jour: string,
    entree: Entree,
  ): Promise<Sortie> {
    const now = new Date(`${jour}T09:00:00Z`);
    return acte.execute({ ...this.#deps, now: () => now }, this.#agent, entree);
  }

  /** The same act, by somebody else: an account, or a name alone. */
  faireAuNomDe<Entree, Sortie>(
    { id, nom }: { readonly id: number | null; readonly nom: string },
    acte: {
      readonly execute: (deps: Deps, agent: Agent, entree: Entree) => Promise<Sortie>;
    },
    jour: string,
    entree: Entree,
  ): Promise<Sortie> {
    const now = new Date(`${jour}T09:00:00Z`);
    return acte.execute({ ...this.#deps, now: () => now }, { ...this.#agent, id, nom }, entree);
  }

  lire<Lu>(lire: (tx: Tx) => Promise<Lu>): Promise<Lu> {
    return this.#deps.base.transaction(lire);
  }

  propositions(): Promise<readonly EnCours[]> {
    return this.faire(listerPropositions, this.aujourdhui, {});
  }

  /** Steps somebody may decide from. */
  aDecider({ proposition }: EnCours): boolean {
    return proposition.etape === (this.regle.circuit.transmission ? "transmise" : "proposee");
  }

  presents(condition: Sql): Promise<readonly PersonnePresente[]> {
    return this.#deps.base.transaction((tx) => lirePresents(tx, condition));
  }

  offre() {
    return this.#deps.base.transaction((tx) => lireOffre(tx, this.du(1)));
  }

  /** Name of the référentiel of the département. */
  get referentiel(): string {
    return this.#deps.base.departement.referentiel;
  }

  get regle() {
    const { orientation } = chargerReferentiel(this.referentiel);
    return valeurAu(orientation, this.du(1));
  }
}

function moisSuivant(mois: string): string {
  const date = new Date(`${mois}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
}

/** What the rules refuse that day stays as it is: a full structure, a right just closed. */
export async function siPossible(acte: Promise<unknown>): Promise<boolean> {
  try {
    await acte;
    return true;
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
    return false;
  }
}
