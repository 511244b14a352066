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
export { imprimerCourriers } from "./usecases/imprimer-courriers.ts";
