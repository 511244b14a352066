import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type { RegleParcours } from "../../src/commun/referentiel/domain/parcours.ts";
import {
  absencesAExaminer,
  echeancesParcours,
  manquements,
  mensuelleProposee,
  sansDuree,
  soutiens,
} from "../national/parcours.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Département du Bas-Rhin";
const depuis = "2015-01-01";
const sollicitation = `${document}, 3) a) : « une sollicitation continue et soutenue »`;
const formation = { code: "formation", libelle: "Formation (préqualification, qualification)" };

export const parcours: ParametreDate<RegleParcours> = [
  {
    depuis,
    valeur: {
      accompagnements: [
        {
          code: "referent-professionnel",
          libelle: "Référent de parcours professionnel",
          types: ["referent-professionnel"],
          parDefaut: true,
          commence: "contrat",
          duree: {
            mois: 6,
            minimumMois: null,
            renouvellements: 1,
            moisRenouveles: 6,
            plafondMois: 12,
            texte: `${document} : « La durée de prise en charge est limitée à 6 mois, renouvelable 1 fois […] Cette limite n’est pas applicable lorsque l’allocataire est inscrit en formation »`,
            certitude: "V",
          },
          suspensions: [formation],
          derogations: [],
          frequence: mensuelleProposee(sollicitation),
          charge: null,
          fin: "La place revient à une autre personne : un relais ou une réorientation en CTRSA se prépare avant le terme.",
        },
        {
          code: "mobilisation",
          libelle: "Mobilisation vers l’emploi avec appui social",
          types: ["mobilisation"],
          parDefaut: true,
          commence: "designation",
          duree: sansDuree(
            `${document} : il ne règle que le parcours professionnel`,
            "a-confirmer",
          ),
          suspensions: [formation],
          derogations: [],
          frequence: mensuelleProposee(sollicitation),
          charge: null,
          fin: "Le référent propose un relais vers le parcours professionnel dès que la situation le permet.",
        },
        {
          code: "social",
          libelle: "Parcours d’insertion sociale",
          types: ["social"],
          parDefaut: true,
          commence: "designation",
          duree: sansDuree(
            `${document} : il ne règle que le parcours professionnel`,
            "a-confirmer",
          ),
          suspensions: [],
          derogations: [],
          frequence: mensuelleProposee(sollicitation),
          charge: null,
          fin: "Le référent fait le point et demande une réorientation quand l’emploi devient possible.",
        },
        {
          code: "independants",
          libelle: "Accompagnement des travailleurs indépendants",
          types: ["independants"],
          parDefaut: true,
          commence: "designation",
          duree: sansDuree(`${document} : un cahier des charges spécifique les concerne`),
          suspensions: [],
          derogations: [],
          frequence: null,
          charge: null,
          fin: "Les suites relèvent du cahier des charges des travailleurs indépendants.",
        },
        {
          code: "service-public-emploi",
          libelle: "Suivi par le service public de l’emploi",
          types: ["service-public-emploi"],
          parDefaut: true,
          commence: "designation",
          duree: sansDuree(`${document} : il ne règle pas le suivi par Pôle emploi`),
          suspensions: [],
          derogations: [],
          frequence: null,
          charge: null,
          fin: "Le service public de l’emploi poursuit son suivi.",
        },
      ],
      charge: {
        parEtp: 60,
        territoires: [{ nom: "Strasbourg", parEtp: 70 }],
        texte: `${document}, 4) : « un ETP […] la mobilisation de 60 (sur le périmètre hors CUS) ou 70 (sur la CUS) allocataires du RSA par mois »`,
        certitude: "V",
      },
      manquements,
      absencesAExaminer,
      soutiens,
    },
    texte: `${document} : durée de prise en charge, charge d’un conseiller, appui aux repas, transports et garde d’enfant, « Tout manquement doit être signalé au Département »`,
    certitude: "a-confirmer",
  },
];

export const echeancesDuParcours = echeancesParcours(depuis, document);
