import { contratsDe } from "../national/contrats.ts";

export const contrats = contratsDe("93", "2009-06-01", {
  texte:
    "Cahier des charges des projets de ville : « Formalisation du parcours et des actions dans un contrat d’engagement réciproque »",
});
