export { migrationsRessource } from "./db/migrations.ts";
export { reprendreRessources } from "./usecases/reprendre-ressources.ts";
