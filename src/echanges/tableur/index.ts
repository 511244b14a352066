export { migrationsTableur } from "./db/migrations.ts";
export { prendreLignes } from "./usecases/prendre-lignes.ts";
export { prendreSejours } from "./usecases/prendre-sejours.ts";
