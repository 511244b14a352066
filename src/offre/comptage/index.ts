export {
  type ChiffresMois,
  chiffresDuMois,
  compterSejours,
} from "./domain/compter.ts";
export { corpusDuMois } from "./domain/corpus.ts";
export {
  decalerMois,
  dernierJour,
  type Mois,
  moisDe,
  moisEntre,
  premierJour,
} from "./domain/mois.ts";
export { placesAu, placesDuMois } from "./domain/places.ts";
export { classesComptees, type SejourACompter, totalSorties } from "./domain/sejour.ts";
