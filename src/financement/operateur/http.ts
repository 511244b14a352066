export { routesOperateur } from "./web/routes-operateurs.tsx";
