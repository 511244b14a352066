export { migrationsParcours } from "./db/migrations.ts";
export { fusionsParcours, reactionsParcours } from "./reactions.ts";
export { changerCadre } from "./usecases/changer-cadre.ts";
export { resumerParcours } from "./usecases/consulter-parcours.ts";
export { echeancesAccompagnement, echeancesManquement } from "./usecases/echeances.ts";
export {
  direLaSuite,
  recevoirManquement,
  recueillirExplication,
  signalerManquement,
} from "./usecases/manquements.ts";
export { derogerAccompagnement, renouvelerAccompagnement } from "./usecases/prolonger.ts";
export { mobiliserSoutien, noterSoutien } from "./usecases/soutiens.ts";
export { reprendreAccompagnement, suspendreAccompagnement } from "./usecases/suspendre.ts";
export { preparerTransmission, transmettreLesPersonnes } from "./usecases/transmettre.ts";
