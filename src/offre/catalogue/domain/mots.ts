import { type FicheAction, libellesCategorie, type ResultatAttendu } from "#commun/referentiel";

export const libellesContractualisation: Readonly<
  Record<FicheAction["contractualisation"]["nature"], string>
> = {
  "par-la-reference": "Par la référence adossée",
  possible: "Possible",
  obligatoire: "Obligatoire",
  sans: "Non prévue",
  "selon-type": "Selon le type d’action",
};

/** « 12 mois au plus, renouvelables » */
export function dureeEnMots({
  minMois,
  maxMois,
  renouvellements,
  suspenduePar,
}: FicheAction["duree"]): string {
  if (maxMois === null) return minMois === null ? "Sans limite dite" : `${minMois} mois au moins`;
  const bornes = minMois === null ? `${maxMois} mois au plus` : `De ${minMois} à ${maxMois} mois`;
  const suite = suspenduePar.includes("formation") ? ", suspendue par une formation" : "";
  return `${bornes}${renouvellement(renouvellements)}${suite}`;
}

function renouvellement(fois: number | null): string {
  if (fois === null) return ", renouvelables";
  if (fois === 0) return "";
  return fois === 1 ? ", renouvelables une fois" : `, renouvelables ${fois} fois`;
}

export function rythmeEnMots(rythme: FicheAction["rythme"]): string {
  if (rythme === null) return "Aucun rythme fixé";
  const fois = rythme.minimum === 1 ? "Une rencontre" : `${rythme.minimum} rencontres`;
  return `${fois} par ${rythme.par} au moins${rythme.presentiel ? ", en présence" : ""}`;
}

export function comptageEnMots({ mode }: FicheAction["comptage"]): string {
  return mode === "annuel"
    ? "Objectif annuel : le nombre de places doit être atteint le dernier jour de l’année."
    : "Objectif mensuel en « file active » : le nombre de places doit être atteint le dernier jour de chaque mois, chaque place laissée libre étant occupée par un nouvel allocataire.";
}

const denominateurs: Readonly<Record<ResultatAttendu["denominateur"], string>> = {
  places: "places financées",
  sorties: "sorties de l’action",
  accompagnes: "personnes accompagnées",
  freins: "freins travaillés",
};

/** « 50 pour 100 places financées », « 100 % des personnes accompagnées » */
export function cibleEnMots({ cible, denominateur }: ResultatAttendu): string {
  if (cible === null) return "Fixée avec chaque opérateur";
  const quoi = denominateurs[denominateur];
  if (cible.n === cible.d) return `100 % des ${quoi}`;
  return denominateur === "places"
    ? `${cible.n} pour ${cible.d} ${quoi}`
    : `${Math.round((100 * cible.n) / cible.d)} % des ${quoi}`;
}

export interface PrixEnMots {
  readonly qui: string;
  readonly centimes: number;
  readonly places: number;
}

/** One line per forfait; none when the price is agreed with each project. */
export function prixEnLignes(prix: FicheAction["prix"]): readonly PrixEnMots[] {
  if (prix.nature === "negocie") return [];
  return prix.lignes.map(({ categories, centimes, places }) => ({
    qui:
      categories === "toutes"
        ? "Tous les opérateurs"
        : categories.map((une) => libellesCategorie[une]).join(", "),
    centimes,
    places,
  }));
}
