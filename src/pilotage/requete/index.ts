export { migrationsRequete } from "./db/migrations.ts";
