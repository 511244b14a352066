import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type {
  RegleAccompagnement,
  RegleParcours,
} from "../../src/commun/referentiel/domain/parcours.ts";
import {
  absencesAExaminer,
  echeancesParcours,
  manquements,
  mensuelleProposee,
  sansDuree,
  soutiens,
} from "../national/parcours.ts";

const document =
  "Lettre de mission unique 2018-2020 des Projets de Ville RSA, Département de la Seine-Saint-Denis";
const depuis = "2018-01-01";
const suivi = `${document} : « des contacts réguliers avec le bénéficiaire »`;
const formation = { code: "formation", libelle: "Formation" };

const commun = { commence: "designation", derogations: [], charge: null } as const;

const accompagnements: readonly RegleAccompagnement[] = [
  {
    ...commun,
    code: "projet-de-ville",
    libelle: "Projet de Ville RSA",
    types: ["projet-de-ville"],
    parDefaut: true,
    duree: {
      mois: 12,
      minimumMois: null,
      renouvellements: null,
      moisRenouveles: 12,
      plafondMois: null,
      texte: `${document} : accompagner « tout au long de son parcours d’insertion » ; un point tous les douze mois est proposé`,
      certitude: "a-confirmer",
    },
    suspensions: [formation],
    frequence: mensuelleProposee(suivi),
    fin: "Le référent renouvelle, ou saisit l’instance de concertation locale puis l’équipe pluridisciplinaire.",
  },
  {
    ...commun,
    code: "service-social",
    libelle: "Service social",
    types: ["service-social"],
    parDefaut: true,
    duree: sansDuree(
      `${document} : accompagner « tout au long de son parcours d’insertion »`,
      "a-confirmer",
    ),
    suspensions: [],
    frequence: mensuelleProposee(suivi),
    fin: "Le référent saisit l’instance de concertation locale quand un autre service convient mieux.",
  },
  {
    ...commun,
    code: "service-public-emploi",
    libelle: "Suivi par le service public de l’emploi",
    types: ["service-public-emploi", "rsa-jeune"],
    parDefaut: true,
    duree: sansDuree(`${document} : il ne règle que le Projet de Ville`),
    suspensions: [],
    frequence: null,
    fin: "Le service public de l’emploi poursuit son suivi.",
  },
];

export const parcours: ParametreDate<RegleParcours> = [
  {
    depuis,
    valeur: {
      accompagnements,
      charge: {
        parEtp: 60,
        territoires: [],
        texte: `${document} : elle ne fixe pas de charge ; soixante personnes par équivalent temps plein sont proposées`,
        certitude: "a-confirmer",
      },
      manquements,
      absencesAExaminer,
      soutiens,
    },
    texte: `${document} : « Sécurisation du parcours », « saisissant l’instance de concertation locale puis l’équipe pluridisciplinaire »`,
    certitude: "a-confirmer",
  },
];

export const echeancesDuParcours = echeancesParcours(depuis, document);
