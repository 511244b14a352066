import {
  type ChiffresMois,
  type ComptesAction,
  compterSejours,
  type Fenetre,
  sansSejour,
} from "./compter.ts";
import { indefini, type Mesure } from "./mesure.ts";
import { type Mois, moisEntre } from "./mois.ts";
import { type PeriodeDePlaces, placesDuMois } from "./places.ts";
import { diviser, rationnel, somme } from "./rationnel.ts";
import type { SejourACompter } from "./sejour.ts";

export interface ActionComptee {
  readonly id: number;
  /** What it is grouped under: its axis, its operator… */
  readonly groupe: string;
  readonly places: readonly PeriodeDePlaces[];
}

export interface MoisDeGroupe extends ChiffresMois {
  readonly places: number;
  /** Places taken, an action beyond its places filling no other one’s. */
  readonly occupees: number;
}

export interface GroupeCompte {
  readonly groupe: string;
  readonly actions: readonly number[];
  readonly mois: readonly MoisDeGroupe[];
  readonly personnes: number;
  /** Mean of the months that are over, each action capped at its places. */
  readonly occupation: Mesure;
}

/** The active file of groups of actions, month by month, from one reading of their stays. */
export function compterGroupes(
  actions: readonly ActionComptee[],
  sejours: readonly SejourACompter[],
  fenetre: Fenetre,
  courant: Mois,
): readonly GroupeCompte[] {
  const parAction = compterSejours(sejours, fenetre);
  const parGroupe = Map.groupBy(actions, ({ groupe }) => groupe);
  const reunis = reunir(actions, sejours, [...parGroupe.keys()], fenetre);
  return [...parGroupe].map(([groupe, siennes], rang) => {
    const comptes = reunis.get(rang) ?? sansSejour(rang, fenetre);
    const places = placesEtOccupees(siennes, parAction, fenetre);
    const mois = comptes.mois.map((chiffres, m) => ({
      ...chiffres,
      ...(places[m] ?? { places: 0, occupees: 0 }),
    }));
    return {
      groupe,
      actions: siennes.map(({ id }) => id),
      mois,
      personnes: comptes.personnes,
      occupation: moyenneDesFinis(mois, courant),
    };
  });
}

/** Everything together: the same person in two groups is one person. */
export function compterEnsemble(
  actions: readonly ActionComptee[],
  sejours: readonly SejourACompter[],
  fenetre: Fenetre,
  courant: Mois,
): GroupeCompte {
  const ensemble = actions.map((action) => ({ ...action, groupe: "" }));
  const [compte] = compterGroupes(ensemble, sejours, fenetre, courant);
  return (
    compte ?? {
      groupe: "",
      actions: [],
      mois: [],
      personnes: 0,
      occupation: indefini("aucune-place"),
    }
  );
}

function reunir(
  actions: readonly ActionComptee[],
  sejours: readonly SejourACompter[],
  groupes: readonly string[],
  fenetre: Fenetre,
): ReadonlyMap<number, ComptesAction> {
  const rangs = new Map(groupes.map((groupe, rang) => [groupe, rang]));
  const rangDe = new Map(actions.map(({ id, groupe }) => [id, rangs.get(groupe) ?? -1]));
  return compterSejours(
    sejours.flatMap((sejour) => {
      const actionId = rangDe.get(sejour.actionId);
      return actionId === undefined ? [] : [{ ...sejour, actionId }];
    }),
    fenetre,
  );
}

function placesEtOccupees(
  actions: readonly ActionComptee[],
  comptes: ReadonlyMap<number, ComptesAction>,
  { du, au }: Fenetre,
): readonly { readonly places: number; readonly occupees: number }[] {
  return moisEntre(du, au).map((mois, rang) => {
    let [places, occupees] = [0, 0];
    for (const { id, places: periodes } of actions) {
      const siennes = placesDuMois(periodes, mois) ?? 0;
      places += siennes;
      occupees += Math.min(siennes, comptes.get(id)?.mois[rang]?.fin ?? 0);
    }
    return { places, occupees };
  });
}

export const tauxDuMois = ({
  places,
  occupees,
}: Pick<MoisDeGroupe, "occupees" | "places">): Mesure =>
  places === 0 ? indefini("aucune-place") : rationnel(occupees, places);

function moyenneDesFinis(mois: readonly MoisDeGroupe[], courant: Mois): Mesure {
  const taux = mois
    .filter((un) => un.mois < courant && un.places > 0)
    .map(({ places, occupees }) => rationnel(occupees, places));
  return taux.length === 0
    ? indefini("aucune-place")
    : diviser(somme(taux), rationnel(taux.length));
}
