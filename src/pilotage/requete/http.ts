export { routesRequete } from "./web/routes-requetes.tsx";
export { vuesDeListe } from "./web/vues-de-liste.ts";
