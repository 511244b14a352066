import type {
  RegleOrientation,
  TypeOrientation,
} from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const document =
  "Lettre de mission unique 2018-2020 des Projets de Ville RSA, Département de la Seine-Saint-Denis";

const types: readonly TypeOrientation[] = [
  {
    code: "emploi",
    libelle: "Emploi",
    parent: null,
    dominante: "emploi",
    classes: [],
  },
  {
    code: "service-public-emploi",
    libelle: "Suivi par le service public de l’emploi",
    parent: "emploi",
    dominante: "emploi",
    classes: ["france-travail", "cap-emploi"],
  },
  {
    code: "rsa-jeune",
    libelle: "RSA jeune, suivi par la mission locale",
    parent: "emploi",
    dominante: "emploi",
    classes: ["mission-locale"],
  },
  {
    code: "projet-de-ville",
    libelle: "Projet de Ville RSA",
    parent: null,
    dominante: "socio-professionnelle",
    classes: ["commune", "ccas", "association", "organisme-agree"],
  },
  {
    code: "service-social",
    libelle: "Service social",
    parent: null,
    dominante: "sociale",
    classes: ["departement", "ccas"],
  },
];

export const orientation: ParametreDate<RegleOrientation> = [
  {
    depuis: "2018-01-01",
    valeur: {
      types,
      circuit: {
        transmission: false,
        dossierCompletExige: true,
        contratOrientation: false,
        informes: ["Chef de Projet de Ville RSA"],
        confirmationParReferent: false,
        reorientation: [
          { code: "concertation-locale", libelle: "instance de concertation locale" },
          { code: "equipe-pluridisciplinaire", libelle: "équipe pluridisciplinaire" },
        ],
        decideur: "Président du Conseil départemental de la Seine-Saint-Denis",
      },
    },
    texte: `${document} : « personnes orientées vers le Projet de Ville RSA », « Centralisation des informations relatives aux bénéficiaires du RSA suivis par le Projet de Ville RSA », « en saisissant l’instance de concertation locale puis l’équipe pluridisciplinaire ». Les types suivent la préorientation du logiciel du département ; les organismes de chacun sont proposés.`,
    certitude: "a-confirmer",
  },
];
