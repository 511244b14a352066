export { migrationsParticipation } from "./db/migrations.ts";
export { sejoursChanges } from "./usecases/faits.ts";
