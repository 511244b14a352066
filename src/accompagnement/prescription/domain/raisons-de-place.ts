import { admet } from "#offre/participation";
import { dateEnMots, nombreEnMots } from "./mots.ts";
import {
  type ActionAPlacer,
  type CadreDuClassement,
  contre,
  empeche,
  type PersonneAPlacer,
  pour,
  type Raison,
} from "./placement.ts";

/** Open today, not hers already, and what another presence means. */
export function raisonsDesPresences(
  { presences, prescrites }: PersonneAPlacer,
  action: ActionAPlacer,
  { le, doublesPresences }: CadreDuClassement,
): readonly Raison[] {
  if (action.du > le) return [empeche("ouverture", `L’action ouvre le ${dateEnMots(action.du)}`)];
  if (action.au !== null && action.au <= le) return [empeche("ouverture", "L’action est fermée")];
  const dedans = presences.find(({ actionId }) => actionId === action.id);
  if (dedans)
    return [empeche("presente", `Déjà dans l’action, depuis le ${dateEnMots(dedans.depuis)}`)];
  if (prescrites.includes(action.id)) {
    return [empeche("prescrite", "Déjà prescrite, et pas encore close")];
  }
  const ailleurs = presences.find(({ fiche }) => !admet(doublesPresences, action.fiche, fiche));
  return ailleurs
    ? [contre("ailleurs", 3, `Déjà dans « ${ailleurs.action} » : l’entrée attendra sa sortie`)]
    : [];
}

/** The entry itself is refused until she leaves the other: said, and ranked after what she may enter today. */
export const attendUneSortie = (raisons: readonly Raison[]): boolean =>
  raisons.some(({ code }) => code === "ailleurs");

const DELAI_COURT = 15;
const DELAI_LONG = 45;

/** Places left today, who waits for them, and how long others waited. */
export function raisonsDesPlaces(_: PersonneAPlacer, action: ActionAPlacer): readonly Raison[] {
  return [...places(action), ...attente(action)];
}

function places({ places, presents, enAttente }: ActionAPlacer): readonly Raison[] {
  if (places === null) return [];
  const libres = places - presents;
  if (libres > enAttente) {
    const texte = `${nombreEnMots(libres, "place libre", "places libres")} sur ${places}`;
    return [pour("places", libres * 2 >= places ? 4 : 3, texte)];
  }
  const file =
    enAttente === 0 ? "" : `, ${nombreEnMots(enAttente, "personne attend", "personnes attendent")}`;
  return [
    contre(
      "places",
      3,
      libres > 0
        ? `${nombreEnMots(libres, "place libre", "places libres")}${file}`
        : `Plus de place${file}`,
    ),
  ];
}

function attente({ delaiMedian }: ActionAPlacer): readonly Raison[] {
  if (delaiMedian === null) return [];
  const texte = `Entrée en ${nombreEnMots(delaiMedian, "jour", "jours")} d’ordinaire`;
  if (delaiMedian <= DELAI_COURT) return [pour("attente", 2, texte)];
  return delaiMedian >= DELAI_LONG ? [contre("attente", 2, texte)] : [pour("attente", 0, texte)];
}
