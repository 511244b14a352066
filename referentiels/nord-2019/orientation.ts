import type {
  RegleOrientation,
  TypeOrientation,
} from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const document = "Appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";

const types: readonly TypeOrientation[] = [
  {
    code: "emploi",
    libelle: "Parcours vers l’emploi",
    parent: null,
    dominante: "emploi",
    classes: [],
  },
  {
    code: "emploi-direct",
    libelle: "Aller directement à l’emploi (médiation, IOD)",
    parent: "emploi",
    dominante: "emploi",
    classes: ["association", "organisme-agree"],
  },
  {
    code: "emploi-service-public",
    libelle: "Suivi par le service public de l’emploi",
    parent: "emploi",
    dominante: "emploi",
    classes: ["france-travail", "cap-emploi", "mission-locale"],
  },
  {
    code: "emploi-independants",
    libelle: "Accompagnement des entrepreneurs et travailleurs indépendants",
    parent: "emploi",
    dominante: "emploi",
    classes: ["association", "organisme-agree"],
  },
  {
    code: "projet-professionnel",
    libelle: "Définir et concrétiser son projet professionnel",
    parent: null,
    dominante: "socio-professionnelle",
    classes: ["association", "organisme-agree", "ccas", "commune", "departement"],
  },
  {
    code: "orientation-sociale",
    libelle: "Orientation sociale",
    parent: null,
    dominante: "sociale",
    classes: ["departement", "ccas", "commune", "association"],
  },
];

export const orientation: ParametreDate<RegleOrientation> = [
  {
    depuis: "2019-01-01",
    valeur: {
      types,
      circuit: {
        transmission: true,
        dossierCompletExige: false,
        contratOrientation: false,
        informes: [],
        confirmationParReferent: false,
        reorientation: [
          {
            code: "piple",
            libelle: "pôle insertion professionnelle et lutte contre les exclusions (PIPLE)",
          },
        ],
        decideur: "Responsable du pôle insertion professionnelle et lutte contre les exclusions",
      },
    },
    texte: `${document} : « allocataires qui leur sont adressés par le PIPLE en vue de leur orientation », « préconisation à faire au PIPLE d’un autre parcours », « faisant l’objet d’une orientation sociale par le Département », « orientés par les PIPLE » (indépendants). Le regroupement des axes en types et leurs organismes sont proposés.`,
    certitude: "a-confirmer",
  },
];
