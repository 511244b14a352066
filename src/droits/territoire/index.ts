export type { CommuneTrouvee } from "./db/communes.ts";
export {
  communeDansTerritoires,
  communeNommee,
  jointureCommune,
  jointureTerritoire,
} from "./db/condition-commune.ts";
export { migrationsTerritoire } from "./db/migrations.ts";
export { nomsDesTerritoires, type Territoire, territoireDesCommunes } from "./db/territoires.ts";
export { cleCommune } from "./domain/cle-commune.ts";
export type { Commune, TypeCommune } from "./domain/commune.ts";
export {
  type IndexCommunes,
  type ResolutionCommune,
  resoudreCommune,
} from "./domain/resoudre-commune.ts";
export { chargerCommunes, chargerIndexCommunes } from "./usecases/charger-communes.ts";
export { creerTerritoire } from "./usecases/creer-territoire.ts";
export { installerTerritoires } from "./usecases/installer-territoires.ts";
export { listerTerritoires, type Territoires } from "./usecases/lister-territoires.ts";
export { modifierTerritoire } from "./usecases/modifier-territoire.ts";
export { rechercherCommune } from "./usecases/rechercher-commune.ts";
