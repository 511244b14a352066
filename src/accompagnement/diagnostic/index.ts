export { migrationsDiagnostic } from "./db/migrations.ts";
export { lireReponses } from "./db/reponses.ts";
export type { ReponsesDiagnostic } from "./domain/reponses.ts";
export { validerDiagnostic } from "./usecases/clore-brouillon.ts";
export { consulterDiagnostic } from "./usecases/consulter-diagnostic.ts";
export { diagnosticValide } from "./usecases/faits.ts";
export { reactionsDiagnostic } from "./usecases/reactions.ts";
export { repondreDiagnostic } from "./usecases/repondre-diagnostic.ts";
