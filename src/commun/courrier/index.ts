export { annulerFusionCourriers, suivreFusionCourriers } from "./db/fusions.ts";
export { migrationsCourrier } from "./db/migrations.ts";
export type { Valeurs } from "./domain/champs.ts";
export { decouper, fusionner } from "./domain/fusion.ts";
export {
  emettreCourriers,
  type LireChamps,
  type PersonneEcartee,
} from "./usecases/emettre-courriers.ts";
export { imprimerEnAttente } from "./usecases/imprimer-courriers.ts";
export { lireCourrier } from "./usecases/lire-courrier.ts";
export { emettreLot, preparerLot } from "./usecases/lots.ts";
export { lireReperesCourriers } from "./usecases/reperes-de-personne.ts";
export { marquerEnvoyes, noterReception } from "./usecases/suivre-envoi.ts";
