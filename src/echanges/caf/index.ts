export { ecrireFlux } from "./generateur/ecrire-flux.ts";
export type { OptionsFlux } from "./generateur/options.ts";
export { deposer } from "./usecases/deposer.ts";
export { importerDepot } from "./usecases/importer-depot.ts";
export { importerFlux } from "./usecases/importer-flux.ts";
export { rejouer } from "./usecases/rejouer.ts";
