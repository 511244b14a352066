import type { UsageCourrier } from "#commun/referentiel";

export const libellesUsage: Readonly<Record<UsageCourrier, string>> = {
  "notification-orientation": "Notification d’orientation",
  convocation: "Convocation au premier rendez-vous",
  "convocation-rendez-vous": "Convocation à un rendez-vous",
  information: "Information",
  "changement-referent": "Changement de référent",
  "contrat-a-signer": "Contrat à signer",
  "contrat-signe": "Envoi du contrat signé",
  "contrat-fini": "Fin d’un contrat",
  "contrat-resilie": "Résiliation d’un contrat",
  "renouvellement-refuse": "Refus de renouvellement",
};
