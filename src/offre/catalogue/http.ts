export { cadreDAction } from "./web/cadre.tsx";
export type { ApportAction, CadreAction, LienOffre, PortsCatalogue } from "./web/ports.ts";
export { routesCatalogue } from "./web/routes-offre.tsx";
