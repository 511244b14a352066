import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

/** Day of the following month from which the monthly file of beneficiaries is awaited. */
export const arriveeMensuelleProposee: ParametreDate<number> = [
  {
    depuis: "2009-06-01",
    valeur: 6,
    texte:
      "Aucun texte ne fixe ce jour. Proposé d’après les fichiers d’exemple VRSB0801, créés le 5 et le 7 du mois suivant (DTCREAFLUX) ; la convention avec l’organisme payeur le précise",
    certitude: "a-confirmer",
  },
];
