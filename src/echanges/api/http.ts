export { routesApi } from "./web/routes-api.tsx";
