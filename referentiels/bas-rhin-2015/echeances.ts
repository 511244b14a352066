import type { Calendrier, RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

export const echeances: readonly RegleEcheance[] = [];

export const joursFeries: ParametreDate<Calendrier> = [
  {
    depuis: "2015-01-01",
    valeur: "alsace-moselle",
    texte: "Code du travail, art. L3134-13",
    certitude: "V",
  },
];
