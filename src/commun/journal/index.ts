export {
  ecrireJournal,
  type LigneJournal,
  type Verification,
  verifierJournal,
} from "./db/journal.ts";
export { migrationsJournal } from "./db/migrations.ts";
export { lireJournalAgent } from "./usecases/lire-journal-agent.ts";
export { lireJournalPersonne } from "./usecases/lire-journal-personne.ts";
