export { cadreDAction } from "./web/cadre.tsx";
export type { ApportAction, PortsCatalogue } from "./web/ports.ts";
export { routesCatalogue } from "./web/routes-offre.tsx";
