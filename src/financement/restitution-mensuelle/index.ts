export { migrationsRestitution } from "./db/migrations.ts";
