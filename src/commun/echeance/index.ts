export { enRetardPour, lireLimite } from "./db/condition-retard.ts";
export {
  deplacerEcheances,
  type FusionDePersonnes,
  rendreEcheances,
} from "./db/deplacer.ts";
export type { DefinirPersonnes } from "./db/liste-echeances.ts";
export { migrationsEcheance } from "./db/migrations.ts";
export {
  type DossierSuivi,
  type EcheancesReconciliees,
  type Reconciliation,
  reconcilierEcheances,
} from "./db/reconcilier.ts";
export type { Echeance, Faits } from "./domain/deriver.ts";
export { type CompteEcheances, compterEcheances } from "./usecases/compter-echeances.ts";
export { type AFaire, lireAFaire } from "./usecases/lire-a-faire.ts";
export { lireEcheancesPersonne } from "./usecases/lire-echeances-personne.ts";
export { type ListeDe, preparerListes } from "./usecases/listes.ts";
export { recalculerEcheances, type SourceEcheances } from "./usecases/recalculer-echeances.ts";
