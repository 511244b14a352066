export { migrationsRessource } from "./db/migrations.ts";
export type { LieuLu, RessourceLue } from "./db/ressources.ts";
export { exporterRessources } from "./usecases/lire-ressources.ts";
export { type Reprise, reprendreRessources } from "./usecases/reprendre-ressources.ts";
