export { migrationsFluxCaf } from "./db/migrations.ts";
