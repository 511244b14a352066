export { departementConnu } from "./db/communes.ts";
export {
  communeDansTerritoires,
  communeNommee,
  jointureCommune,
  jointureTerritoire,
} from "./db/condition-commune.ts";
export { type ContourTerritoire, lireContours } from "./db/contours.ts";
export { migrationsTerritoire } from "./db/migrations.ts";
export { nomsDesTerritoires, territoireDesCommunes } from "./db/territoires.ts";
export { cheminDe, milieuDe } from "./domain/contours.ts";
export { resoudreCommune } from "./domain/resoudre-commune.ts";
export { chargerCommunes, chargerIndexCommunes } from "./usecases/charger-communes.ts";
export { installerTerritoires } from "./usecases/installer-territoires.ts";
export { listerTerritoires } from "./usecases/lister-territoires.ts";
export { rechercherCommune } from "./usecases/rechercher-commune.ts";
