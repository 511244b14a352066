export { annulerFusionCourriers, suivreFusionCourriers } from "./db/fusions.ts";
export { migrationsCourrier } from "./db/migrations.ts";
export type { Valeurs } from "./domain/champs.ts";
export { type MoyenEnvoi, moyensEnvoi } from "./domain/courrier.ts";
export {
  type CourrierEmis,
  type CourriersEmis,
  type DemandeCourriers,
  type DestinataireCourrier,
  emettreCourriers,
  type LireChamps,
  type PersonneEcartee,
} from "./usecases/emettre-courriers.ts";
export { imprimerCourriers, imprimerEnAttente } from "./usecases/imprimer-courriers.ts";
export { emettreLot, preparerLot } from "./usecases/lots.ts";
export { lireReperesCourriers } from "./usecases/reperes-de-personne.ts";
