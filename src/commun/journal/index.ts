export { ecrireJournal } from "./db/journal.ts";
export { migrationsJournal } from "./db/migrations.ts";
