import type { QuestionDiagnostic } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { difficulteSociale } from "./codes/diagnostic.ts";

/** The questions of the socio-professional diagnostic, with the codes of the CAF’s instruction flow. */
export const diagnosticNational: ParametreDate<readonly QuestionDiagnostic[]> = [
  {
    depuis: "2009-06-01",
    valeur: [
      {
        code: difficulteSociale.balise,
        theme: "Situation sociale",
        libelle: "Quelles difficultés rencontrez-vous ?",
        multiple: true,
        reponses: difficulteSociale.codes,
        exclusives: ["0401"],
        critereOrientation: null,
        texte: difficulteSociale.source,
        certitude: "S",
      },
    ],
    texte: "Données socio-professionnelles du flux instruction (VIRS0901)",
    certitude: "S",
  },
];
