export { annulerFusionCourriers, suivreFusionCourriers } from "./db/fusions.ts";
export { migrationsCourrier } from "./db/migrations.ts";
export {
  emettreCourriers,
  type LireChamps,
  type PersonneEcartee,
} from "./usecases/emettre-courriers.ts";
export { imprimerEnAttente } from "./usecases/imprimer-courriers.ts";
export { emettreLot, preparerLot } from "./usecases/lots.ts";
export { lireReperesCourriers } from "./usecases/reperes-de-personne.ts";
