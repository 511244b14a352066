import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

export const courriers: ParametreDate<readonly ModeleCourrier[]> = [
  { depuis: "2015-01-01", valeur: [], texte: "Proposés", certitude: "a-confirmer" },
];
