export { annulerFusionMessages, suivreFusionMessages } from "./db/fusions.ts";
export { lireMessagesDe, type MessageLu } from "./db/lire-messages.ts";
export { migrationsMessage } from "./db/migrations.ts";
export { annulerMessages } from "./usecases/annuler-messages.ts";
export { envoyerMessages, type LireDestinataires } from "./usecases/envoyer-messages.ts";
export { oublierMessages } from "./usecases/oublier-messages.ts";
export { verifierAvantEnvoi } from "./usecases/verifier-avant-envoi.ts";
