export {
  lireRealisations,
  lireSejoursComptes,
  type NatureRealisation,
  placesPrises,
  type RealisationNotee,
  type SejourCompte,
} from "./db/comptes.ts";
export { lireSejours, type SejourLu } from "./db/lectures.ts";
export { migrationsParticipation } from "./db/migrations.ts";
export {
  compterAcces,
  compterNatures,
  compterProfils,
  compterTermes,
  type DimensionProfil,
  dimensionsProfil,
  type EntreesDuProfil,
  type SortiesParNature,
  type TermesAVenir,
} from "./db/profils.ts";
export { type ClasseConstatee, classerSortie, compareASixMois } from "./domain/sortie.ts";
export { reactionsParticipation } from "./reactions.ts";
export { annulerSejour, arbitrerSortie } from "./usecases/arbitrer-sortie.ts";
export { renouvelerSejour, reprendreSejour, suspendreSejour } from "./usecases/durer.ts";
export { echeancesSejour } from "./usecases/echeances.ts";
export { entrerEnAction } from "./usecases/entrer-en-action.ts";
export { sejoursChanges } from "./usecases/faits.ts";
export { noterRealisation, noterSuite } from "./usecases/noter-realisation.ts";
export { reprendreSejours } from "./usecases/reprendre-sejours.ts";
export { rectifierSortie, rouvrirSejour, sortirDAction } from "./usecases/sortir-d-action.ts";
