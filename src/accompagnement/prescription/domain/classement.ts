import type {
  ActionAPlacer,
  ActionClassee,
  CadreDuClassement,
  PersonneAPlacer,
  SensRaison,
} from "./placement.ts";
import { raisonsDuContrat, raisonsDuDroit } from "./raisons-de-droit.ts";
import { raisonsDuLieu } from "./raisons-de-lieu.ts";
import { attendUneSortie, raisonsDesPlaces, raisonsDesPresences } from "./raisons-de-place.ts";
import { raisonsDuBesoin, raisonsDuPublic } from "./raisons-de-public.ts";

const lectures = [
  raisonsDesPresences,
  raisonsDuDroit,
  raisonsDuPublic,
  raisonsDuContrat,
  raisonsDuLieu,
  raisonsDuBesoin,
  raisonsDesPlaces,
] as const;

/** What speaks for one action, against it, or forbids it today: the same words on the screen and in the proof kept. */
export function juger(
  personne: PersonneAPlacer,
  action: ActionAPlacer,
  cadre: CadreDuClassement,
): ActionClassee {
  const raisons = lectures.flatMap((lire) => lire(personne, action, cadre));
  return {
    action,
    admissible: raisons.every(({ sens }) => sens !== "empeche"),
    points: raisons.reduce((somme, { poids }) => somme + poids, 0),
    libres: action.places === null ? null : Math.max(action.places - action.presents, 0),
    raisons: raisons.toSorted((a, b) => ordre[a.sens] - ordre[b.sens] || b.poids - a.poids),
  };
}

const ordre: Readonly<Record<SensRaison, number>> = { empeche: 0, pour: 1, contre: 2 };

/** Those that may receive her first, the best reasons first; never two in an order that chance decides. */
export function classer(
  personne: PersonneAPlacer,
  actions: readonly ActionAPlacer[],
  cadre: CadreDuClassement,
): readonly ActionClassee[] {
  return actions.map((action) => juger(personne, action, cadre)).toSorted(comparer);
}

export function comparer(a: ActionClassee, b: ActionClassee): number {
  return (
    Number(b.admissible) - Number(a.admissible) ||
    Number(attendUneSortie(a.raisons)) - Number(attendUneSortie(b.raisons)) ||
    b.points - a.points ||
    (b.libres ?? 0) - (a.libres ?? 0) ||
    a.action.nom.localeCompare(b.action.nom, "fr") ||
    a.action.id - b.action.id
  );
}
