import type { Matrice, RegleOrientation } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const depuis = "2018-01-01";

export const orientation: ParametreDate<RegleOrientation> = [
  {
    depuis,
    valeur: {
      types: [
        {
          code: "emploi",
          libelle: "Parcours emploi",
          parent: null,
          dominante: "emploi",
          classes: ["france-travail", "organisme-agree", "association"],
        },
        {
          code: "socio-pro",
          libelle: "Parcours socio-professionnel",
          parent: null,
          dominante: "socio-professionnelle",
          classes: ["association", "commune", "ccas", "departement"],
        },
        {
          code: "social",
          libelle: "Parcours social",
          parent: null,
          dominante: "sociale",
          classes: ["departement", "ccas", "commune"],
        },
      ],
      circuit: {
        transmission: true,
        dossierCompletExige: true,
        contratOrientation: false,
        informes: [],
        confirmationParReferent: false,
        reorientation: [],
        decideur: "Président du Conseil départemental",
      },
    },
    texte: "Proposé",
    certitude: "a-confirmer",
  },
];

export const matrice: ParametreDate<Matrice> = [
  {
    depuis,
    valeur: {
      version: "seine-saint-denis-2018-1",
      titre: "Matrice d’orientation",
      poids: [
        { question: "DIFSOC", reponse: "0402", axe: "social", poids: 2, libelle: "santé" },
        { question: "DIFSOC", reponse: "0406", axe: "social", poids: 1, libelle: "endettement" },
      ],
      niveaux: {
        emploi: [{ code: "E", libelle: "tous", jusqua: null }],
        social: [
          { code: "S1", libelle: "peu d’obstacles", jusqua: 0 },
          { code: "S2", libelle: "des obstacles", jusqua: 2 },
          { code: "S3", libelle: "de nombreux obstacles", jusqua: null },
        ],
      },
      grille: [
        { emploi: "E", social: "S1", dominante: "emploi", type: null },
        { emploi: "E", social: "S2", dominante: "socio-professionnelle", type: null },
        { emploi: "E", social: "S3", dominante: "sociale", type: null },
      ],
      avant: [],
      apres: [],
      sansReponse: { dominante: "socio-professionnelle", type: null },
    },
    texte: "Proposée",
    certitude: "a-confirmer",
  },
];
