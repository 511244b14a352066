export { routesTableur } from "./web/routes-tableur.tsx";
