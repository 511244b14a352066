/** What may stand between `{{` and `}}` in a message; the module that writes gives the values. */
export const champsMessage = [
  "personne.appel",
  "personne.nom-complet",
  "rendez-vous.date",
  "rendez-vous.heure",
  "rendez-vous.lieu",
  "rendez-vous.avec",
  "rendez-vous.motif",
  "rendez-vous.pieces",
  "rendez-vous.avant",
  "structure.nom",
  "structure.telephone",
  "structure.courriel",
  "message.expediteur",
] as const;
