import type { UsageCourrier } from "#commun/referentiel";

export const libellesUsage: Readonly<Record<UsageCourrier, string>> = {
  "notification-orientation": "Notification d’orientation",
  convocation: "Convocation",
  information: "Information",
  "changement-referent": "Changement de référent",
};
