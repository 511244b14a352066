export { annulerFusionMessages, suivreFusionMessages } from "./db/fusions.ts";
export { lireMessagesDe, type MessageLu } from "./db/lire-messages.ts";
export { migrationsMessage } from "./db/migrations.ts";
export { annulerMessages } from "./usecases/annuler-messages.ts";
export {
  type DestinataireConnu,
  type DestinataireMessage,
  envoyerMessages,
  type LireDestinataires,
  type MessagesEcrits,
  type PersonneSansMessage,
} from "./usecases/envoyer-messages.ts";
export { listerMessages } from "./usecases/lister-messages.ts";
export { oublierMessages } from "./usecases/oublier-messages.ts";
export { verifierAvantEnvoi } from "./usecases/verifier-avant-envoi.ts";
