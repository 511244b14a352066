import type { CanalMessage, UsageMessage } from "#commun/referentiel";

export const libellesUsageMessage: Readonly<Record<UsageMessage, string>> = {
  "convocation-rendez-vous": "Convocation à un rendez-vous",
  "rappel-rendez-vous": "Rappel d’un rendez-vous",
  "annulation-rendez-vous": "Annulation d’un rendez-vous",
  "deplacement-rendez-vous": "Changement d’un rendez-vous",
};

export const libellesCanal: Readonly<Record<CanalMessage, string>> = {
  courriel: "Courriel",
  sms: "SMS",
};

/** As the filters of the list say it. */
export const libellesEtatMessage = {
  "en-attente": "À envoyer",
  envoye: "Envoyé",
  ecrit: "Pas envoyé : aucun serveur",
  refuse: "Refusé",
  annule: "Retiré",
} as const;
