export { migrationsSeance } from "./db/migrations.ts";
export { reactionsSeance } from "./reactions.ts";
export { creerSeances } from "./usecases/creer-seances.ts";
export { inscrirePersonnes } from "./usecases/inscrire.ts";
export { lireSemaine } from "./usecases/lire-seances.ts";
export { reprendreSeances } from "./usecases/reprendre-seances.ts";
