export { migrationsRestitution } from "./db/migrations.ts";
export { reactionsRestitution } from "./reactions.ts";
export { compterRestitutions, listerASuivre } from "./usecases/consulter-tableau.ts";
export { lireMoisNonTransmis } from "./usecases/mois-non-transmis.ts";
export { prevoirRestitutions } from "./usecases/prevoir-restitutions.ts";
export { rappelerRestitutions } from "./usecases/rappeler-restitutions.ts";
export {
  accepterRestitutions,
  renvoyerRestitution,
} from "./usecases/recevoir-restitutions.ts";
export { rectifierRestitution } from "./usecases/rectifier-restitution.ts";
export { relancerRestitutions } from "./usecases/relancer-restitutions.ts";
export { rendreRestitution } from "./usecases/rendre-restitution.ts";
export { reprendreRestitutions } from "./usecases/reprendre-restitutions.ts";
export { certifierEtTransmettre } from "./usecases/transmettre-restitution.ts";
export { verifierRestitution } from "./usecases/verifier-restitution.ts";
