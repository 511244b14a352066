export { migrationsApi } from "./db/migrations.ts";
