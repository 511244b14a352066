export { routesRessources } from "./web/routes-ressources.tsx";
