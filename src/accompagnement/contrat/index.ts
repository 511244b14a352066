export { requetesContrat } from "./db/listes.ts";
export { migrationsContrat } from "./db/migrations.ts";
export { reactionsContrat } from "./reactions.ts";
export { lireChampsContrat } from "./usecases/champs-courrier.ts";
export { compterContrats, releverContractualisation } from "./usecases/compter-contrats.ts";
export { echeancesContrat } from "./usecases/echeances.ts";
export { contratsChanges } from "./usecases/faits.ts";
export { imprimerContrats } from "./usecases/imprimer-contrats.ts";
export { resilierContrat, terminerContrat } from "./usecases/mettre-fin.ts";
export {
  modifierContrat,
  proposerContrat,
  refuserContrat,
  validerContrat,
} from "./usecases/preparer-contrat.ts";
export { redigerContrat } from "./usecases/rediger-contrat.ts";
export { reprendreContrats } from "./usecases/reprendre-contrats.ts";
export { signerContrat, signerPourLeDepartement } from "./usecases/signer-contrat.ts";
export {
  amenderContrat,
  faireBilan,
  renouvelerContrat,
} from "./usecases/suites-contrat.ts";
