export { migrationsTableur } from "./db/migrations.ts";
export type { SejourEcrit } from "./domain/lire-ligne.ts";
export { deposerTableur } from "./usecases/deposer-tableur.ts";
export { expliquerTableur } from "./usecases/expliquer-tableur.ts";
export { choisirPersonne, lancerTableur } from "./usecases/lancer-tableur.ts";
export { prendreLignes } from "./usecases/prendre-lignes.ts";
export { prendreSejours } from "./usecases/prendre-sejours.ts";
