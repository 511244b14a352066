import {
  type ActionAPlacer,
  contre,
  empeche,
  type PersonneAPlacer,
  pour,
  type Raison,
} from "./placement.ts";

/** Whom the action serves, then how near it is: a commune, its intercommunality, the territory. */
export function raisonsDuLieu(personne: PersonneAPlacer, action: ActionAPlacer): readonly Raison[] {
  const { codeCommune, commune, territoireId, territoire } = personne;
  if (territoireId === null) {
    return [empeche("territoire", "Son adresse n’est dans aucun territoire du Département")];
  }
  if (territoireId !== action.territoireId) {
    return [
      empeche(
        "territoire",
        `L’action sert le territoire ${action.territoire} ; son adresse est dans celui de ${territoire}`,
      ),
    ];
  }
  if (action.communes.length > 0 && !(codeCommune && action.communes.includes(codeCommune))) {
    return [empeche("commune", `L’action ne sert pas sa commune${commune ? `, ${commune}` : ""}`)];
  }
  return [proximite(personne, action)];
}

function proximite({ codeCommune, epci, commune }: PersonneAPlacer, action: ActionAPlacer): Raison {
  if (action.codeCommune === null) return pour("distance", 1, "Dans son territoire");
  if (action.codeCommune === codeCommune) {
    return pour("distance", 4, commune ? `Dans sa commune, ${commune}` : "Dans sa commune");
  }
  if (epci !== null && action.epci === epci) {
    return pour("distance", 2, "Dans son intercommunalité");
  }
  return contre("distance", 1, "Hors de son intercommunalité : prévoir le déplacement");
}
