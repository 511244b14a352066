export { migrationsMessage } from "./db/migrations.ts";
export {
  type DestinataireConnu,
  envoyerMessages,
  type LireDestinataires,
  type MessagesEcrits,
  type PersonneSansMessage,
} from "./usecases/envoyer-messages.ts";
