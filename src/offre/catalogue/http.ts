export { cadreDAction } from "./web/cadre.tsx";
export type { ApportAction, CadreAction, PortsCatalogue } from "./web/ports.ts";
