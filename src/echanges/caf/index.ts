export { ecrireFlux } from "./generateur/ecrire-flux.ts";
export type { OptionsFlux } from "./generateur/options.ts";
export { type BilanImport, importerFlux } from "./usecases/importer-flux.ts";
