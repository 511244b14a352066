import { contratsDe } from "../national/contrats.ts";

export const contrats = contratsDe("80", "2009-06-01", {
  texte:
    "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme : « Suivi des contrats d’engagement réciproques »",
});
