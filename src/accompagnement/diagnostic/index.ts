export { migrationsDiagnostic } from "./db/migrations.ts";
export { lireReponses } from "./db/reponses.ts";
export type { ReponsesDiagnostic } from "./domain/reponses.ts";
export { diagnosticValide } from "./usecases/faits.ts";
export { reactionsDiagnostic } from "./usecases/reactions.ts";
