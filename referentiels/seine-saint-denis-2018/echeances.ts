import type { Calendrier, RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

export const echeances: readonly RegleEcheance[] = [];

export const joursFeries: ParametreDate<Calendrier> = [
  {
    depuis: "2018-01-01",
    valeur: "metropole",
    texte: "Code du travail, art. L3133-1",
    certitude: "V",
  },
];
