export { migrationsOperateur } from "./db/migrations.ts";
export { noterContact } from "./usecases/tenir-contacts.ts";
