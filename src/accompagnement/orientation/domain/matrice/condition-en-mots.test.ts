import { expect, test } from "vitest";
import { chargerReferentiel, listerReferentiels, valeurAu } from "#commun/referentiel";
import { conditionEnMots } from "./condition-en-mots.ts";

test("une règle se lit en français, questions, codes et types nommés", () => {
  const { matrice, orientation, diagnostic } = chargerReferentiel("nord-2019");
  const cadre = {
    questions: diagnostic[0].valeur,
    types: orientation[0].valeur.types,
  };
  const dites = matrice[0].valeur.avant.map(({ si }) => conditionEnMots(si, cadre));
  expect(dites).toEqual([
    "activité : Travailleur non salarié du régime général, Auto-entrepreneur, Conjoint collaborateur d’un travailleur indépendant",
    "« Voulez-vous créer ou reprendre une entreprise ? » : Oui ; et il reste au moins 1 place en « Accompagnement des entrepreneurs et travailleurs indépendants » sur son territoire",
    "« Où habitez-vous ? » : Logement d’urgence : foyer d’urgence, Logement d’urgence : CHRS (centre d’hébergement et de réinsertion sociale), Logement d’urgence : hôtel social, Logement précaire : sans hébergement ; et au moins 1 enfant à charge",
  ]);
});

test("aucune règle livrée ne montre un code à qui la lit", () => {
  for (const { matrice, orientation, diagnostic } of listerReferentiels()) {
    const [{ valeur, depuis }] = matrice;
    const cadre = {
      questions: valeurAu(diagnostic, depuis),
      types: valeurAu(orientation, depuis).types,
    };
    for (const { si } of [...valeur.avant, ...valeur.apres]) {
      expect(conditionEnMots(si, cadre)).not.toMatch(/code inconnu|\b\d{4}\b/u);
    }
  }
});
