export {
  deplacerEcheances,
  type FusionDePersonnes,
  rendreEcheances,
} from "./db/deplacer.ts";
export { migrationsEcheance } from "./db/migrations.ts";
export {
  type DossierSuivi,
  type EcheancesReconciliees,
  type Reconciliation,
  reconcilierEcheances,
} from "./db/reconcilier.ts";
export { joursFeries } from "./domain/calendrier.ts";
export { ajouterDelai } from "./domain/delai.ts";
export { deriverEcheances, type Echeance, type Faits } from "./domain/deriver.ts";
