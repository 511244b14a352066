export { type ChiffresAnnee, chiffresDeLAnnee } from "./domain/annee.ts";
export {
  type ChiffresMois,
  type ComptesAction,
  chiffresDesMois,
  chiffresDuMois,
  compterSejours,
  sansSejour,
} from "./domain/compter.ts";
export { type CorpusMois, corpusDuMois } from "./domain/corpus.ts";
export { type CauseIndefini, estDefinie, type Indefini, type Mesure } from "./domain/mesure.ts";
export {
  decalerMois,
  dernierJour,
  type Mois,
  moisDe,
  moisEntre,
  premierJour,
} from "./domain/mois.ts";
export { coutParAllocataire, montantDesPlaces, prixDeLaPlace } from "./domain/montant.ts";
export { type MoisOccupe, occupation, occupationMensuelle } from "./domain/occupation.ts";
export { placesAu, placesDuMois } from "./domain/places.ts";
export { auCentime, enPourcent, type Rationnel, rationnel } from "./domain/rationnel.ts";
export {
  type FaitsDeResultat,
  type ResultatCalcule,
  resultatAttendu,
} from "./domain/resultat.ts";
export {
  type ClasseComptee,
  classesComptees,
  type SejourACompter,
  type SortiesParClasse,
  sortiesDynamiques,
  totalSorties,
} from "./domain/sejour.ts";
