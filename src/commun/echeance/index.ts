export { enRetardPour, lireLimite } from "./db/condition-retard.ts";
export { deplacerEcheances, rendreEcheances } from "./db/deplacer.ts";
export { migrationsEcheance, tablesDesEcheances } from "./db/migrations.ts";
export {
  type EcheancesReconciliees,
  ouvrirEcheances,
  reconcilierEcheances,
} from "./db/reconcilier.ts";
export { lireRetards } from "./db/retards.ts";
export { nomDuFerie } from "./domain/calendrier.ts";
export { jourOuvreAvant } from "./domain/delai.ts";
export { ajouterJours, ajouterMois } from "./domain/jours.ts";
export { compterEcheances } from "./usecases/compter-echeances.ts";
export { lireAFaire } from "./usecases/lire-a-faire.ts";
export { lireEcheancesPersonne } from "./usecases/lire-echeances-personne.ts";
export { preparerListes } from "./usecases/listes.ts";
export { recalculerEcheances, type SourceEcheances } from "./usecases/recalculer-echeances.ts";
