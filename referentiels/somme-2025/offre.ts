export { offre } from "../nord-2019/offre.ts";
