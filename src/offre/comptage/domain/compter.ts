import { type Mois, moisDuRang, premierJour, rangDuJour, rangDuMois } from "./mois.ts";
import {
  type ClasseComptee,
  classesComptees,
  type SejourACompter,
  type SortiesParClasse,
} from "./sejour.ts";

/** What one month of an action counts. `debut + entrees − sorties = fin`, and `fin` opens the next month. */
export interface ChiffresMois {
  readonly mois: Mois;
  /** Present when the month opens. */
  readonly debut: number;
  readonly entrees: number;
  readonly sorties: SortiesParClasse;
  /** Present at the end of the last day. */
  readonly fin: number;
  /** Distinct persons seen in the month: those of a month are never added to those of another. */
  readonly personnes: number;
  /** Days on which a place was held, a place being free on the day of the exit. */
  readonly joursPlaces: number;
}

export interface ComptesAction {
  readonly actionId: number;
  readonly mois: readonly ChiffresMois[];
  /** Distinct persons over all the months asked. */
  readonly personnes: number;
}

export interface Fenetre {
  readonly du: Mois;
  /** Included. */
  readonly au: Mois;
}

/** Counts every action and every month in one pass over the stays. */
export function compterSejours(
  sejours: readonly SejourACompter[],
  fenetre: Fenetre,
): ReadonlyMap<number, ComptesAction> {
  const calendrier = preparerCalendrier(fenetre);
  const compteurs = new Map<number, Compteur>();
  for (const sejour of enOrdre(sejours)) {
    const compteur = compteurs.get(sejour.actionId) ?? new Compteur(sejour.actionId, calendrier);
    compteurs.set(sejour.actionId, compteur);
    compteur.ajouter(sejour);
  }
  return new Map([...compteurs].map(([actionId, compteur]) => [actionId, compteur.clore()]));
}

/** Person by person, from the first stay to the last: what lets a month count a person once. */
const enOrdre = (sejours: readonly SejourACompter[]): readonly SejourACompter[] =>
  sejours.toSorted(
    (a, b) =>
      a.actionId - b.actionId || a.personneId - b.personneId || comparer(a.entreLe, b.entreLe),
  );

const comparer = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The figures of one month, whatever the actions the stays are in. */
export function chiffresDuMois(sejours: readonly SejourACompter[], mois: Mois): ChiffresMois {
  return chiffresDesMois(sejours, { du: mois, au: mois }).mois[0] ?? moisVide(mois);
}

/** The figures of stays taken together, a person of two actions being one person. */
export function chiffresDesMois(
  sejours: readonly SejourACompter[],
  fenetre: Fenetre,
): Omit<ComptesAction, "actionId"> {
  const reunis = sejours.map((sejour) => ({ ...sejour, actionId: 0 }));
  return compterSejours(reunis, fenetre).get(0) ?? sansSejour(0, fenetre);
}

/** An action nobody was in is counted too: zero is a figure. */
export function sansSejour(actionId: number, fenetre: Fenetre): ComptesAction {
  return new Compteur(actionId, preparerCalendrier(fenetre)).clore();
}

const moisVide = (mois: Mois): ChiffresMois => {
  const [vide] = sansSejour(0, { du: mois, au: mois }).mois;
  if (vide === undefined) throw new RangeError(mois);
  return vide;
};

interface Calendrier {
  readonly premier: number;
  readonly nombre: number;
  /** Day on which each month begins, and the day after the last month. */
  readonly debuts: readonly number[];
}

function preparerCalendrier({ du, au }: Fenetre): Calendrier {
  const premier = rangDuMois(du);
  const nombre = Math.max(0, rangDuMois(au) - premier + 1);
  const debuts = Array.from({ length: nombre + 1 }, (_, i) =>
    rangDuJour(premierJour(moisDuRang(premier + i))),
  );
  return { premier, nombre, debuts };
}

class Compteur {
  readonly actionId: number;
  readonly #calendrier: Calendrier;
  readonly #entrees: Int32Array;
  readonly #sorties: Readonly<Record<ClasseComptee, Int32Array>>;
  readonly #personnes: Int32Array;
  readonly #jours: Int32Array;
  #ouverture = 0;
  #distinctes = 0;
  /** The person being read, and the last month in which she is already counted. */
  #personne: number | null = null;
  #dejaVue = -1;

  constructor(actionId: number, calendrier: Calendrier) {
    const table = () => new Int32Array(calendrier.nombre);
    this.actionId = actionId;
    this.#calendrier = calendrier;
    this.#entrees = table();
    this.#personnes = table();
    this.#jours = table();
    this.#sorties = {
      durable: table(),
      transition: table(),
      positive: table(),
      autre: table(),
      "a-arbitrer": table(),
    };
  }

  ajouter({ personneId, entreLe, sortiLe, classe }: SejourACompter): void {
    const { premier, nombre } = this.#calendrier;
    const entree = rangDuMois(entreLe) - premier;
    const sortie = sortiLe === null ? nombre : rangDuMois(sortiLe) - premier;
    if (entree >= nombre || sortie < 0) return;
    if (entree < 0) this.#ouverture += 1;
    else plusUn(this.#entrees, entree);
    if (sortie < nombre) plusUn(this.#sorties[classe ?? "a-arbitrer"], sortie);
    const [du, au] = [Math.max(entree, 0), Math.min(sortie, nombre - 1)];
    this.#compterLaPersonne(personneId, du, au);
    this.#compterLesJours(entreLe, sortiLe, du, au);
  }

  #compterLaPersonne(personneId: number, du: number, au: number): void {
    if (this.#personne !== personneId) {
      this.#personne = personneId;
      this.#dejaVue = -1;
      this.#distinctes += 1;
    }
    for (let m = Math.max(du, this.#dejaVue + 1); m <= au; m += 1) plusUn(this.#personnes, m);
    this.#dejaVue = Math.max(this.#dejaVue, au);
  }

  #compterLesJours(entreLe: string, sortiLe: string | null, du: number, au: number): void {
    const { debuts } = this.#calendrier;
    const entree = rangDuJour(entreLe);
    const sortie = sortiLe === null ? Number.POSITIVE_INFINITY : rangDuJour(sortiLe);
    for (let m = du; m <= au; m += 1) {
      const debut = Math.max(entree, debuts[m] ?? 0);
      const fin = Math.min(sortie, debuts[m + 1] ?? 0);
      this.#jours[m] = (this.#jours[m] ?? 0) + Math.max(0, fin - debut);
    }
  }

  clore(): ComptesAction {
    const mois: ChiffresMois[] = [];
    let debut = this.#ouverture;
    for (let m = 0; m < this.#calendrier.nombre; m += 1) {
      const sorties = this.#sortiesDe(m);
      const entrees = this.#entrees[m] ?? 0;
      const fin = classesComptees.reduce(
        (reste, classe) => reste - sorties[classe],
        debut + entrees,
      );
      mois.push({
        mois: moisDuRang(this.#calendrier.premier + m),
        debut,
        entrees,
        sorties,
        fin,
        personnes: this.#personnes[m] ?? 0,
        joursPlaces: this.#jours[m] ?? 0,
      });
      debut = fin;
    }
    return { actionId: this.actionId, mois, personnes: this.#distinctes };
  }

  #sortiesDe(m: number): SortiesParClasse {
    return {
      durable: this.#sorties.durable[m] ?? 0,
      transition: this.#sorties.transition[m] ?? 0,
      positive: this.#sorties.positive[m] ?? 0,
      autre: this.#sorties.autre[m] ?? 0,
      "a-arbitrer": this.#sorties["a-arbitrer"][m] ?? 0,
    };
  }
}

function plusUn(table: Int32Array, rang: number): void {
  table[rang] = (table[rang] ?? 0) + 1;
}
