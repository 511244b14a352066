import { classesComptees, corpusDuMois, type Mois, totalSorties } from "#offre/comptage";
import { aCompter, type ChiffresRestitution, type SejourFige } from "./chiffres.ts";

export const clesChiffre = [
  "debut",
  "entrees",
  "sorties",
  ...classesComptees,
  "fin",
  "personnes",
  "jours-places",
] as const;
export type CleChiffre = (typeof clesChiffre)[number];

export const libellesChiffre: Readonly<Record<CleChiffre, string>> = {
  debut: "Présents au premier jour du mois",
  entrees: "Entrées",
  sorties: "Sorties",
  durable: "en emploi durable",
  transition: "en emploi de transition",
  positive: "positives",
  autre: "autres",
  "a-arbitrer": "à arbitrer",
  fin: "Présents au dernier jour du mois",
  personnes: "Personnes accompagnées dans le mois",
  "jours-places": "Journées de présence",
};

/** Said alone, where the line of exits is not above: « Sorties en emploi durable ». */
export const libelleSeul = (cle: CleChiffre): string =>
  estClasse(cle) ? `Sorties ${libellesChiffre[cle]}` : libellesChiffre[cle];

export const estClasse = (cle: CleChiffre): boolean => classesComptees.some((une) => une === cle);

export function valeurDe(chiffres: ChiffresRestitution, cle: CleChiffre): number {
  switch (cle) {
    case "debut":
    case "entrees":
    case "fin":
    case "personnes":
      return chiffres[cle];
    case "jours-places":
      return chiffres.joursPlaces;
    case "sorties":
      return totalSorties(chiffres.sorties);
    default:
      return chiffres.sorties[cle];
  }
}

/** The stays behind a figure. */
export function sejoursDuChiffre(
  corpus: readonly SejourFige[],
  mois: Mois,
  cle: CleChiffre,
): readonly number[] {
  const parChiffre = corpusDuMois(aCompter(corpus), mois);
  switch (cle) {
    case "debut":
    case "entrees":
    case "fin":
      return parChiffre[cle];
    case "personnes":
    case "jours-places":
      return corpus.map(({ id }) => id);
    case "sorties":
      return classesComptees.flatMap((classe) => parChiffre.sorties[classe]);
    default:
      return parChiffre.sorties[cle];
  }
}

export interface LigneEcart {
  readonly cle: CleChiffre;
  readonly avant: number;
  readonly apres: number;
}

/** Line by line, what one version says and the other does not. */
export function comparerChiffres(
  avant: ChiffresRestitution,
  apres: ChiffresRestitution,
): readonly LigneEcart[] {
  return clesChiffre
    .map((cle) => ({ cle, avant: valeurDe(avant, cle), apres: valeurDe(apres, cle) }))
    .filter((ligne) => ligne.avant !== ligne.apres);
}

export interface EcartCorpus {
  readonly ajoutes: readonly number[];
  readonly retires: readonly number[];
  readonly changes: readonly number[];
}

/** The stays that make the difference. */
export function comparerCorpus(
  avant: readonly SejourFige[],
  apres: readonly SejourFige[],
): EcartCorpus {
  const anciens = new Map(avant.map((sejour) => [sejour.id, empreinte(sejour)]));
  const nouveaux = new Set(apres.map(({ id }) => id));
  return {
    ajoutes: apres.filter(({ id }) => !anciens.has(id)).map(({ id }) => id),
    retires: avant.filter(({ id }) => !nouveaux.has(id)).map(({ id }) => id),
    changes: apres
      .filter((sejour) => anciens.has(sejour.id) && anciens.get(sejour.id) !== empreinte(sejour))
      .map(({ id }) => id),
  };
}

const empreinte = ({ personneId, entreLe, sortiLe, classe }: SejourFige): string =>
  [personneId, entreLe, sortiLe, classe].join(" ");
