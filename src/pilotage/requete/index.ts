export { migrationsRequete } from "./db/migrations.ts";
export { compterRequete, type RequeteStandard } from "./usecases/compter-requete.ts";
