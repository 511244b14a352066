import type { FicheAction } from "#commun/referentiel";
import { jourA } from "../calendrier.ts";

/** An action as its story needs it. */
export interface ActionJouee {
  readonly id: number;
  readonly nom: string;
  readonly fiche: FicheAction;
  readonly territoireId: number;
  readonly du: string;
  /** First day it no longer runs. */
  readonly au: string | null;
  readonly places: readonly {
    readonly du: string;
    readonly au: string | null;
    readonly places: number;
  }[];
}

export interface PersonneJouee {
  readonly personneId: number;
  readonly territoireId: number | null;
  readonly beneficiaire: boolean;
  readonly dateNaissance: string | null;
}

export interface SejourJoue {
  readonly actionId: number;
  readonly personneId: number;
  readonly entreLe: string;
  readonly sortiLe: string | null;
  /** Rank in the whole story: what varies from one stay to the next. */
  readonly rang: number;
}

/** The same for the same numbers: what makes lives differ without chance. */
export function varier(...nombres: readonly number[]): number {
  let melange = 2_166_136_261;
  for (const nombre of nombres) {
    melange = Math.imul(melange ^ nombre, 16_777_619);
    melange ^= melange >>> 13;
  }
  return Math.abs(melange >>> 1);
}

/** Days of a stay: most of what the sheet allows, a few beyond it, longer where it renews without bound. */
function dureeEnJours({ duree }: FicheAction, rang: number): number {
  const jours = (duree.maxMois ?? 11) * 30;
  const plafond = duree.maxMois !== null;
  if (plafond && varier(rang, 11) % 17 === 0) return jours + 55;
  const part = 35 + (varier(rang, 7) % 66);
  const longue = plafond && duree.renouvellements !== 0 && varier(rang, 13) % 4 === 0;
  return Math.max(12, Math.round((jours * part * (longue ? 1.7 : 1)) / 100));
}

/** Days a place waits between two persons, fewer where they stay less. Some actions are half empty. */
function attente({ id, fiche }: ActionJouee, rang: number): number {
  const courte = (fiche.duree.maxMois ?? 12) < 6;
  return varier(rang, 3) % (varier(id, 5) % 8 === 0 ? 45 : courte ? 6 : 15);
}

const JEUNES = /moins de 30 ans/;
const NOUVEL_ESSAI = 12;
const ASSEZ_LOIN = 20;

interface Place {
  readonly action: ActionJouee;
  readonly rang: number;
  jour: string;
}

/**
 * Who was in which action, place by place, day after day: a person is in one action at a time, and besides in one
 * whose sheet keeps following her. `jusqua` is the last day told.
 */
export function raconterSejours(
  actions: readonly ActionJouee[],
  personnes: readonly PersonneJouee[],
  jusqua: string,
): readonly SejourJoue[] {
  const file = new File(places(actions, jusqua));
  const vivier = new Vivier(personnes);
  const sejours: SejourJoue[] = [];
  for (let place = file.prendre(); place !== null; place = file.prendre()) {
    const sejour = ouverte(place) ? entrer(place, vivier, sejours.length + 1, jusqua) : null;
    if (sejour) sejours.push(sejour);
    place.jour = prochainJour(place, sejour, jusqua);
    if (place.jour <= jusqua) file.rendre(place);
  }
  return sejours;
}

function entrer(
  { action, rang: place, jour }: Place,
  vivier: Vivier,
  rang: number,
  jusqua: string,
): SejourJoue | null {
  const finit = jourA(jour, dureeEnJours(action.fiche, varier(action.id, place, rang)));
  const reste = finit > jusqua;
  const personneId = vivier.choisir(action, jour, { finit, reste, rang });
  if (personneId === null) return null;
  return { actionId: action.id, personneId, entreLe: jour, sortiLe: reste ? null : finit, rang };
}

function prochainJour({ action, jour }: Place, sejour: SejourJoue | null, jusqua: string): string {
  if (sejour === null) return jourA(jour, NOUVEL_ESSAI);
  const { sortiLe, rang } = sejour;
  return sortiLe === null ? jourA(jusqua, 1) : jourA(sortiLe, attente(action, rang));
}

/** A place beyond those of the day waits for more of them; an action that has closed takes nobody. */
function ouverte({ action, rang, jour }: Place): boolean {
  if (action.au !== null && jour >= action.au) return false;
  const dites = action.places.find(({ du, au }) => du <= jour && (au === null || jour < au));
  const plus = varier(action.id, 17) % 13 === 0 ? 1 : 0;
  const moitie = varier(action.id, 5) % 8 === 0;
  const voulues = (dites?.places ?? 0) + plus;
  return rang < (moitie ? Math.ceil(voulues * 0.6) : voulues);
}

function places(actions: readonly ActionJouee[], jusqua: string): Place[] {
  return actions.flatMap((action) => {
    const nombre = Math.max(0, ...action.places.map((une) => une.places)) + 1;
    return Array.from({ length: nombre }, (_, rang) => ({
      ...{ action, rang },
      jour: jourA(action.du, 1 + (varier(action.id, rang) % 50)),
    })).filter(({ jour }) => jour <= jusqua);
  });
}

/** Places in the order of the day on which each looks for somebody. */
class File {
  readonly #jours = new Map<string, Place[]>();
  #ordre: string[];

  constructor(toutes: readonly Place[]) {
    for (const place of toutes) this.#ranger(place);
    this.#ordre = [...this.#jours.keys()].toSorted();
  }

  prendre(): Place | null {
    for (;;) {
      const [jour] = this.#ordre;
      if (jour === undefined) return null;
      const place = this.#jours.get(jour)?.shift();
      if (place) return place;
      this.#jours.delete(jour);
      this.#ordre.shift();
    }
  }

  rendre(place: Place): void {
    if (!this.#jours.has(place.jour)) this.#inserer(place.jour);
    this.#ranger(place);
  }

  #ranger(place: Place): void {
    const memes = this.#jours.get(place.jour) ?? [];
    memes.push(place);
    this.#jours.set(place.jour, memes);
  }

  #inserer(jour: string): void {
    let [bas, haut] = [0, this.#ordre.length];
    while (bas < haut) {
      const milieu = (bas + haut) >>> 1;
      if ((this.#ordre[milieu] ?? "") < jour) bas = milieu + 1;
      else haut = milieu;
    }
    this.#ordre.splice(bas, 0, jour);
  }
}

interface Disponible extends PersonneJouee {
  libre: string;
  libreAutre: string;
  derniereAction: number;
}

interface Recherche {
  readonly finit: string;
  /** Still there at the end of the story: her right must be open. */
  readonly reste: boolean;
  readonly rang: number;
}

/** Persons of each territory, and from which day each may enter an action. */
class Vivier {
  readonly #parTerritoire = new Map<number, Disponible[]>();

  constructor(personnes: readonly PersonneJouee[]) {
    for (const personne of personnes) {
      if (personne.territoireId === null) continue;
      const voisins = this.#parTerritoire.get(personne.territoireId) ?? [];
      voisins.push({ ...personne, libre: "", libreAutre: "", derniereAction: 0 });
      this.#parTerritoire.set(personne.territoireId, voisins);
    }
  }

  choisir(action: ActionJouee, jour: string, { finit, reste, rang }: Recherche): number | null {
    const voisins = this.#parTerritoire.get(action.territoireId) ?? [];
    const cle = action.fiche.gardeLeSuivi ? "libreAutre" : "libre";
    const perdu = rang % 41 === 0;
    const depart = varier(rang, action.id) % Math.max(1, voisins.length);
    for (let pas = 0; pas < voisins.length; pas += 1) {
      const une = voisins[(depart + pas) % voisins.length];
      const libre = une !== undefined && une[cle] <= jour && une.derniereAction !== action.id;
      if (!libre || (reste && une.beneficiaire === perdu) || !convient(une, action, jour)) continue;
      une[cle] = reste ? "9999" : jourA(finit, ASSEZ_LOIN);
      une.derniereAction = action.id;
      return une.personneId;
    }
    return null;
  }
}

const convient = (personne: PersonneJouee, { nom }: ActionJouee, jour: string): boolean =>
  !JEUNES.test(nom) || jeune(personne, jour);

function jeune({ dateNaissance }: PersonneJouee, jour: string): boolean {
  if (dateNaissance === null) return false;
  const limite = `${Number(jour.slice(0, 4)) - 30}${jour.slice(4)}`;
  return dateNaissance > limite;
}
