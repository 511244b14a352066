import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type {
  FrequenceRencontres,
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

const document = "Guide du porteur de projet, appel à projets 2019-2021, Département du Nord";
const depuis = "2019-01-01";

const frequence = (
  fois: number,
  par: FrequenceRencontres["par"],
  texte: string,
): FrequenceRencontres => ({ fois, par, texte: `${document}, ${texte}`, certitude: "V" });

const vide = {
  commence: "designation",
  suspensions: [],
  derogations: [],
  frequence: null,
  charge: null,
} as const;

const accompagnements: readonly RegleAccompagnement[] = [
  {
    ...vide,
    code: "iod",
    libelle: "Intervention sur l’offre et la demande (IOD)",
    types: ["emploi-direct"],
    parDefaut: true,
    duree: {
      mois: 12,
      minimumMois: null,
      renouvellements: 0,
      moisRenouveles: null,
      plafondMois: 12,
      texte: `${document}, I.1 : « L’accompagnement ne devra pas excéder 12 mois »`,
      certitude: "V",
    },
    frequence: frequence(2, "mois", "I.1 : « reçus à minima 2 fois par mois »"),
    fin: "La personne en emploi est suivie six mois ; sinon, le référent prépare un relais ou une réorientation.",
  },
  {
    ...vide,
    code: "coaching",
    libelle: "Coaching vers l’emploi",
    types: ["emploi-direct", "projet-professionnel"],
    parDefaut: false,
    duree: {
      mois: 3,
      minimumMois: null,
      renouvellements: 0,
      moisRenouveles: null,
      plafondMois: 3,
      texte: `${document} : « Le coaching est prévu pour une durée de 3 mois maximum »`,
      certitude: "V",
    },
    frequence: frequence(1, "semaine", "coaching : « au moins une fois par semaine »"),
    charge: {
      parEtp: 35,
      territoires: [],
      texte: `${document} : « Chaque coach assure le suivi d’un portefeuille de 35 allocataires du RSA »`,
      certitude: "V",
    },
    fin: "Sans emploi trouvé, la personne est réorientée vers un autre type d’accompagnement.",
  },
  {
    ...vide,
    code: "projet",
    libelle: "Définir et concrétiser son projet professionnel",
    types: ["projet-professionnel"],
    parDefaut: true,
    duree: {
      mois: 12,
      minimumMois: null,
      renouvellements: null,
      moisRenouveles: 12,
      plafondMois: null,
      texte: `${document}, III.1 : « ne pourra excéder 12 mois renouvelables »`,
      certitude: "V",
    },
    frequence: frequence(2, "mois", "III.1 : « au moins deux fois par mois »"),
    fin: "Le référent renouvelle, ou prépare le relais ; la personne en formation ou en emploi est suivie six mois.",
  },
  {
    ...vide,
    code: "aci",
    libelle: "Atelier et chantier d’insertion (ACI)",
    types: ["projet-professionnel", "emploi-direct", "orientation-sociale"],
    parDefaut: false,
    duree: {
      mois: 4,
      minimumMois: 4,
      renouvellements: null,
      moisRenouveles: null,
      plafondMois: 24,
      texte: `${document} : « La durée minimum est de 4 mois. Le CDDI peut être renouvelé dans la limite d’une durée totale de 24 mois »`,
      certitude: "V",
    },
    derogations: [
      {
        code: "cinquante-ans",
        libelle: "Personne de 50 ans et plus",
        ageMinimum: 50,
        preuveExigee: false,
      },
      {
        code: "travailleur-handicape",
        libelle: "Travailleuse ou travailleur reconnu handicapé",
        ageMinimum: null,
        preuveExigee: true,
      },
    ],
    frequence: frequence(1, "mois", "ACI : « au moins une fois par mois »"),
    fin: "Un bilan est fait trois mois après la fin du CDDI.",
  },
  {
    ...vide,
    code: "independants",
    libelle: "Accompagnement des entrepreneurs et travailleurs indépendants",
    types: ["emploi-independants"],
    parDefaut: true,
    duree: sansDuree(`${document}, III.2 : les modalités sont « adaptées à l’objectif demandé »`),
    fin: "L’opérateur fait le bilan du développement de l’activité.",
  },
  {
    ...vide,
    code: "service-public-emploi",
    libelle: "Suivi par le service public de l’emploi",
    types: ["emploi-service-public"],
    parDefaut: true,
    duree: sansDuree(`${document} : il ne règle pas le suivi par le service public de l’emploi`),
    fin: "Le service public de l’emploi poursuit son suivi.",
  },
  {
    ...vide,
    code: "orientation-sociale",
    libelle: "Accompagnement individuel de parcours, orientation sociale",
    types: ["orientation-sociale"],
    parDefaut: true,
    duree: sansDuree(`${document}, VI.1 : « précisées par l’opérateur »`),
    frequence: mensuelleProposee(`${document}, VI.1 : « précisées par l’opérateur »`),
    fin: "Le référent favorise le relais vers une action d’insertion professionnelle.",
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
        texte: `${document} : il fixe des places par action, non une charge par agent ; soixante personnes par équivalent temps plein sont proposées`,
        certitude: "a-confirmer",
      },
      manquements,
      absencesAExaminer,
      soutiens,
    },
    texte: `${document} : « Modalités d’accompagnement » de chaque fiche et missions du référent`,
    certitude: "a-confirmer",
  },
];

export const echeancesDuParcours = echeancesParcours(depuis, document);
