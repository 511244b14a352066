import type { FicheAction, ProgrammeOffre } from "../../src/commun/referentiel/domain/offre.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { offreProposee } from "../national/offre.ts";

const document =
  "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme";
const propose = "a-confirmer" as const;
const libre = "Le profil de poste n’en fixe pas (à préciser avec le prestataire)";

const commun = {
  duree: {
    minMois: null,
    maxMois: 12,
    renouvellements: 1,
    suspenduePar: ["formation"],
    exceptions: [],
  },
  contractualisation: {
    nature: "obligatoire",
    texte:
      "Le contrat d’engagement réciproque est suivi par échéancier ; il accompagne l’action (lecture proposée)",
  },
  modalites: {
    duree: "Douze mois, renouvelables une fois (proposé)",
    frequence: libre,
    suite: "Suivi en comité de suivi territorial des actions d’accompagnement",
  },
  articulations: [
    "Comités de suivi territoriaux, avec les coordonnateurs et les responsables territoriaux",
    "Référent désigné : l’intégration se fait sous 15 jours calendaires, en lien avec lui",
    "Base de ressources sociales du territoire",
  ],
  rythme: null,
  suivi: null,
  publicsPrioritaires: [],
  comptage: { mode: "file-active-mensuelle", base: null },
  prix: { nature: "negocie" },
  resultats: [],
  criteres: [
    "Indicateurs de performance de l’action",
    "Taux de contractualisation",
    "Axes d’amélioration et ajustements proposés",
  ],
  socle: "sejour",
  adosseeA: null,
  types: [],
  gardeLeSuivi: false,
  certitude: propose,
} as const satisfies Partial<FicheAction>;

const attendues = [
  "Mettre en place l’accompagnement dès la décision transmise au prestataire",
  "Respecter le processus d’intégration : 15 jours calendaires, en lien avec le référent désigné",
  "Communiquer sur le parcours auprès des allocataires et des professionnels",
  "Rendre compte de l’avancement de l’action et des résultats obtenus",
];

const source = `${document} : « Suivi des actions d’accompagnement lié au RSA rénové », orientation par dominante ; durée, comptage et résultats proposés`;

const emploi: FicheAction = {
  ...commun,
  code: "renove-emploi",
  numero: "E",
  axe: "emploi",
  libelle: "Accompagnement rénové, dominante emploi",
  court: "RSA rénové emploi",
  objectifs: ["Accompagner des allocataires du RSA vers le retour à l’emploi"],
  actionsAttendues: attendues,
  publics: ["Allocataires du RSA orientés en dominante emploi"],
  freins: ["qualification", "savoir-etre"],
  dominantes: ["emploi"],
  texte: source,
};

const socioProfessionnel: FicheAction = {
  ...commun,
  code: "renove-socio-pro",
  numero: "SP",
  axe: "socio-professionnel",
  libelle: "Accompagnement rénové, dominante socio-professionnelle",
  court: "RSA rénové socio-pro",
  objectifs: [
    "Accompagner à la fois le projet professionnel et ce qui l’empêche, dans le cadre rénové",
  ],
  actionsAttendues: attendues,
  publics: ["Allocataires du RSA orientés en dominante socio-professionnelle"],
  freins: ["mobilite", "garde-enfants", "confiance", "numerique"],
  dominantes: ["socio-professionnelle"],
  gardeLeSuivi: true,
  texte: source,
};

const social: FicheAction = {
  ...commun,
  code: "renove-social",
  numero: "S",
  axe: "social",
  libelle: "Accompagnement rénové, dominante sociale",
  court: "RSA rénové social",
  objectifs: ["Lever d’abord les difficultés sociales, en gardant la perspective de l’emploi"],
  actionsAttendues: attendues,
  publics: ["Allocataires du RSA orientés en dominante sociale"],
  freins: ["sante", "logement", "droits", "budget"],
  dominantes: ["sociale"],
  gardeLeSuivi: true,
  texte: source,
};

const appui: FicheAction = {
  ...commun,
  code: "appui",
  numero: "A",
  axe: "social",
  libelle: "Appuis mobilisés avec la base de ressources sociales",
  court: "Appui ponctuel",
  objectifs: ["Croiser les offres de services envisageables pour répondre à un besoin précis"],
  actionsAttendues: [
    "Ateliers et appuis tirés de la base de ressources sociales, tenue à jour par le territoire",
  ],
  contractualisation: {
    nature: "sans",
    texte: "L’appui vérifie que le contrat existe ; il n’en porte pas (proposé)",
  },
  modalites: { duree: libre, frequence: libre, suite: "Retour au référent désigné (proposé)" },
  duree: {
    minMois: null,
    maxMois: null,
    renouvellements: null,
    suspenduePar: [],
    exceptions: [],
  },
  publics: ["Allocataires du RSA accompagnés, quelle que soit leur dominante"],
  freins: ["numerique", "mobilite", "langue", "budget", "droits"],
  dominantes: ["emploi", "socio-professionnelle", "sociale"],
  comptage: { mode: "annuel", base: null },
  texte: `${document} : « Savoir différencier et croiser les offres de services envisageables », « actualisation de la base de ressources sociales » ; le reste est proposé`,
};

export const offre: ParametreDate<ProgrammeOffre> = [
  {
    depuis: "2025-01-01",
    valeur: {
      ...offreProposee,
      titre: "Accompagnement rénové des allocataires du RSA",
      axes: [
        {
          code: "emploi",
          numero: "Dominante emploi",
          libelle: "Aller vers l’emploi",
          objectif: "Retour à l’emploi, avec les employeurs du territoire",
          domaine: "professionnel",
        },
        {
          code: "socio-professionnel",
          numero: "Dominante socio-professionnelle",
          libelle: "Construire son projet",
          objectif: "Avancer sur le projet et sur ce qui l’empêche",
          domaine: "professionnel",
        },
        {
          code: "social",
          numero: "Dominante sociale",
          libelle: "Lever les difficultés sociales",
          objectif: "Retrouver les conditions d’un projet",
          domaine: "social",
        },
      ],
      passages: [
        { de: "social", vers: "socio-professionnel" },
        { de: "socio-professionnel", vers: "emploi" },
        { de: "social", vers: "emploi" },
      ],
      fiches: [emploi, socioProfessionnel, social, appui],
      categoriesAdmises: {
        valeur: [
          "association",
          "fondation",
          "ess",
          "entreprise",
          "etablissement-public",
          "ccas",
          "cias",
          "epci",
          "commune",
          "departement",
        ],
        texte: `${document} : « transmettre la décision […] au prestataire » ; il ne dit pas quels organismes peuvent l’être (proposé)`,
        certitude: propose,
      },
      prescripteurs: {
        valeur: ["departement", "ccas", "association", "organisme-agree"],
        texte: `${document} : le responsable territorial décide, le territoire transmet ; la liste est proposée`,
        certitude: propose,
      },
      doublesPresences: {
        valeur: [
          { une: "renove-social", autre: "toutes" },
          { une: "renove-socio-pro", autre: "appui" },
          { une: "renove-emploi", autre: "appui" },
        ],
        texte: `${document} : « croiser les offres de services » (lecture proposée)`,
        certitude: propose,
      },
      prescription: {
        ...offreProposee.prescription,
        valeur: { ...offreProposee.prescription.valeur, reponse: 15 },
        texte: `${document} : « Respecter le process d’intégration (15 jours calendaire) » ; expiration et motifs proposés`,
      },
    },
    texte: `${document} ; les axes suivent les trois dominantes de la matrice`,
    certitude: propose,
  },
];
