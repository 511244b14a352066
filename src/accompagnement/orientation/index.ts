export { aOrienter } from "./db/filtres.ts";
export { requetesOrientation } from "./db/listes-suivi.ts";
export { migrationsOrientation } from "./db/migrations.ts";
export { migrationsMatrice } from "./db/migrations-matrice.ts";
export { type OrientationEnCours, verrouillerOrientationsDe } from "./db/orientations.ts";
export {
  type DemandeEnInstance,
  lireDemandesEnInstance,
  lireSuivisConstates,
} from "./db/suivis-constates.ts";
export { reactionsOrientation } from "./reactions.ts";
export { transmettrePortefeuille } from "./usecases/changer-referent.ts";
export { compterCharges } from "./usecases/compter-charges.ts";
export { compterOrientations } from "./usecases/compter-orientations.ts";
export { confirmerDesignation, contesterDesignation } from "./usecases/confirmer-designation.ts";
export { constaterOrientationFranceTravail } from "./usecases/constater-france-travail.ts";
export { deciderEnLot } from "./usecases/decider-en-lot.ts";
export { deciderOrientation } from "./usecases/decider-orientation.ts";
export {
  echeancesOrientation,
  tenirLesEcheances,
} from "./usecases/echeances.ts";
export { suivisChanges } from "./usecases/faits.ts";
export { lireChampsCourrier } from "./usecases/lire-champs-courrier.ts";
export { listerPropositions } from "./usecases/lister-propositions.ts";
export { enregistrerMatrice, ouvrirBrouillonMatrice } from "./usecases/matrice-brouillon.ts";
export { consulterMatrice } from "./usecases/matrice-consulter.ts";
export { notifierOrientations } from "./usecases/notifier-orientations.ts";
export { fixerPremierRendezVous, tenirPremierRendezVous } from "./usecases/premier-rendez-vous.ts";
export { proposerOrientations } from "./usecases/proposer-orientations.ts";
export {
  deciderReorientation,
  demanderReorientation,
  examinerReorientation,
} from "./usecases/reorientations.ts";
export { refuserProposition, reporterProposition } from "./usecases/reporter-proposition.ts";
export { suivrePremiersRendezVous } from "./usecases/suivre-l-agenda.ts";
export { transmettrePropositions } from "./usecases/transmettre-propositions.ts";
