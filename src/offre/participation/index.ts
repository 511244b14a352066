export {
  lireRealisations,
  lireSejoursComptes,
  placesPrises,
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
} from "./db/profils.ts";
export { verrouillerEntrees } from "./db/verrous.ts";
export { admet } from "./domain/entree.ts";
export { reactionsParticipation } from "./reactions.ts";
export { annulerSejour, arbitrerSortie } from "./usecases/arbitrer-sortie.ts";
export { type SejourTouche, tenirAJour } from "./usecases/cadre.ts";
export { suspendreSejour } from "./usecases/durer.ts";
export { echeancesSejour } from "./usecases/echeances.ts";
export { entrerDansUnLot, entrerEnAction } from "./usecases/entrer-en-action.ts";
export { entreePrescrite, sejoursChanges } from "./usecases/faits.ts";
export { noterRealisation } from "./usecases/noter-realisation.ts";
export {
  attenteDesRecherches,
  type Chercheur,
  compterRecherchesManquees,
  estUneRechercheManquee,
  exigerRecherchePermise,
  personneIntrouvable,
} from "./usecases/recherches.ts";
export { reprendreSejours } from "./usecases/reprendre-sejours.ts";
export { rouvrirSejour, sortirDAction, sortirDansUnLot } from "./usecases/sortir-d-action.ts";
