export { compterParAction } from "./db/comptes.ts";
export { migrationsPrescription } from "./db/migrations.ts";
export { reactionsPrescription } from "./reactions.ts";
export { compterPrescriptions, consulterActionsDe } from "./usecases/consulter.ts";
export { echeancesPrescription } from "./usecases/echeances.ts";
export { entrerDepuisPrescription } from "./usecases/entrer-depuis-prescription.ts";
export { expirerPrescriptions } from "./usecases/expirer-prescriptions.ts";
export { prescriptionsChangees } from "./usecases/faits.ts";
export { prescrire } from "./usecases/prescrire.ts";
export { repondre, repondreEnLot } from "./usecases/repondre.ts";
export { reprendrePrescriptions } from "./usecases/reprendre-prescriptions.ts";
export {
  annulerPrescription,
  noterPremierAccueil,
  prendreConnaissance,
  relancerOperateur,
} from "./usecases/suites.ts";
