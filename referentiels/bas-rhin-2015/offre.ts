import type {
  FicheAction,
  ProgrammeOffre,
  ResultatAttendu,
} from "../../src/commun/referentiel/domain/offre.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { offreProposee } from "../national/offre.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Conseil départemental du Bas-Rhin";
const propose = "a-confirmer" as const;

/** An indicator of annex 2: the Département agrees at least three figures with each operator. */
function indicateur(numerateur: ResultatAttendu["numerateur"], libelle: string): ResultatAttendu {
  return {
    code: numerateur,
    libelle,
    numerateur,
    denominateur: "accompagnes",
    cible: null,
    types: null,
    sousReserveOrientation: false,
  };
}

const commun = {
  suivi: null,
  rythme: null,
  publicsPrioritaires: [],
  socle: "sejour",
  adosseeA: null,
  types: [],
  gardeLeSuivi: false,
  dominantes: ["emploi", "socio-professionnelle"],
  prix: { nature: "negocie" },
} as const satisfies Partial<FicheAction>;

const libre = {
  minMois: null,
  maxMois: null,
  renouvellements: null,
  suspenduePar: [],
  exceptions: [],
} as const;

const parcours: FicheAction = {
  ...commun,
  code: "parcours",
  numero: "1",
  axe: "parcours",
  libelle: "Opérateur de parcours professionnels",
  court: "Parcours professionnel",
  objectifs: [
    "Engager l’allocataire du RSA dans une dynamique de mobilisation active en vue de son employabilité et de son accès à l’emploi",
    "Apporter une plus-value au regard de son employabilité et de son parcours d’accès à l’emploi",
    "Responsabiliser les allocataires dans la mise en œuvre de leur parcours et le respect des engagements pris",
  ],
  actionsAttendues: [
    "S’assurer de l’inscription à Pôle emploi comme demandeur d’emploi",
    "Définir avec l’allocataire un projet professionnel en adéquation avec ses atouts et ses aptitudes, évaluer sa montée en compétence",
    "Mobiliser tout dispositif favorisant l’employabilité : formation, préqualification, mise en situation en milieu de travail, insertion par l’activité économique",
    "Appuyer la préparation d’une formation ou d’une embauche : repas, transports, garde d’enfant ; être l’interlocuteur de l’organisme de formation",
    "Travailler à la prise de confiance : entretiens d’embauche, CV et lettre, mise en lien avec des employeurs, rebond après un échec",
    "Prospecter les offres d’emploi selon le profil des allocataires, et proposer des candidats dans les 5 jours du recueil de l’offre",
    "Organiser des stages en entreprise et, pour qui est mis à l’emploi, un tutorat de 3 mois au plus",
    "Signaler au Département tout manquement aux engagements",
    "Veiller aux problématiques sociales et mobiliser les intervenants nécessaires, sans les traiter soi-même",
  ],
  contractualisation: {
    nature: "obligatoire",
    texte:
      "L’allocataire signe avec son référent de parcours et le Président du Conseil départemental un contrat d’engagement générique",
  },
  modalites: {
    duree:
      "La durée de prise en charge est limitée à 6 mois, renouvelable 1 fois. Cette limite n’est pas applicable lorsque l’allocataire est inscrit en formation",
    frequence:
      "Sollicitation continue et soutenue, individuelle ou collective ; un équivalent temps plein de conseiller mobilise chaque mois 60 allocataires, ou 70 sur la communauté urbaine de Strasbourg",
    suite:
      "Pendant une formation, l’opérateur reste référent de parcours et interlocuteur de l’organisme de formation",
  },
  articulations: [
    "Équipe emploi du Conseil départemental : l’opérateur lui oriente qui correspond aux offres qu’elle a prospectées",
    "Commission territoriale RSA, quand l’accompagnement n’est pas ou plus adapté",
    "Référents des parcours sociaux, organismes de formation, structures d’insertion par l’activité économique",
  ],
  duree: { ...libre, maxMois: 6, renouvellements: 1, suspenduePar: ["formation"] },
  publics: [
    "Allocataires du RSA soumis aux droits et devoirs, les plus proches de l’emploi, orientés par le Président du Conseil départemental (travailleurs indépendants exclus)",
  ],
  freins: ["confiance", "savoir-etre", "qualification"],
  comptage: { mode: "file-active-mensuelle", base: null },
  resultats: [
    indicateur("sorties-durables", "Placés en emploi durable de plus de 6 mois, hors CAE"),
    indicateur("sorties-transition", "Placés en emploi de transition de moins de 6 mois"),
    indicateur(
      "mises-emploi",
      "Total des mises à l’emploi, rapporté à l’ensemble des personnes accompagnées",
    ),
    indicateur(
      "entrees-formation",
      "Inscrits en formation, rapportés à l’ensemble des personnes accompagnées",
    ),
  ],
  criteres: [
    "Recrutements par une structure d’insertion par l’activité économique",
    "Contrats aidés prescrits",
    "Immersions en milieu de travail",
    "Entretiens réalisés avec des employeurs",
    "Orientations vers le conseiller emploi du Conseil départemental",
    "Projets professionnels validés",
    "Actions organisées en faveur de l’emploi, réunions avec des employeurs",
    "Séances de coaching organisées : allocataires inscrits",
  ],
  gardeLeSuivi: true,
  texte: `${document}, parties 2 à 5 et annexe 2 : le Département fixe au moins trois objectifs chiffrés par opérateur`,
  certitude: "V",
};

const ateliers: FicheAction = {
  ...commun,
  code: "ateliers",
  numero: "2",
  axe: "mobilisation",
  libelle: "Ateliers de mobilisation vers l’emploi",
  court: "Ateliers",
  objectifs: [
    "Intensifier la mobilisation des allocataires du RSA et renforcer leur employabilité par un travail sur les savoir-être",
  ],
  actionsAttendues: ["Séances collectives de coaching et de mobilisation vers l’emploi"],
  contractualisation: {
    nature: "sans",
    texte:
      "Le cahier des charges n’en prévoit pas : le contrat d’engagement est signé avec le référent de parcours (proposé)",
  },
  modalites: {
    duree: "Le cahier des charges n’en fixe pas",
    frequence: "Le cahier des charges n’en fixe pas",
    suite: "Retour au référent de parcours (proposé)",
  },
  articulations: ["Opérateurs de parcours professionnels"],
  duree: libre,
  publics: ["Allocataires du RSA accompagnés par un opérateur de parcours professionnels"],
  freins: ["savoir-etre", "confiance"],
  comptage: { mode: "annuel", base: null },
  resultats: [],
  criteres: ["Nombre d’allocataires inscrits aux séances de coaching"],
  texte: `${document}, partie 3 d : « le Département met en place des ateliers de mobilisation vers l’emploi » ; leur durée et leur comptage sont proposés`,
  certitude: propose,
};

const rencontres: FicheAction = {
  ...commun,
  code: "rencontres-employeurs",
  numero: "3",
  axe: "entreprises",
  libelle: "Rencontres avec les employeurs",
  court: "Rencontres employeurs",
  objectifs: [
    "Organiser sur le territoire des actions en faveur de l’emploi des allocataires du RSA",
  ],
  actionsAttendues: [
    "Job dating, parrainage, marrainage",
    "Réunions avec des entreprises et des employeurs potentiels pour présenter les dispositifs",
    "En cas de mixité des publics, les allocataires du RSA représentent au moins 50 % des effectifs",
  ],
  contractualisation: {
    nature: "sans",
    texte:
      "Le cahier des charges n’en prévoit pas : le contrat d’engagement est signé avec le référent de parcours (proposé)",
  },
  modalites: {
    duree: "Le cahier des charges n’en fixe pas",
    frequence: "Le cahier des charges n’en fixe pas",
    suite: "Retour au référent de parcours (proposé)",
  },
  articulations: [
    "Entreprises et employeurs du territoire",
    "Équipe emploi du Conseil départemental",
  ],
  duree: libre,
  publics: ["Allocataires du RSA ; autres publics dans la limite de la moitié des effectifs"],
  freins: [],
  comptage: { mode: "annuel", base: null },
  resultats: [],
  criteres: ["Nombre d’actions organisées", "Nombre de réunions avec des employeurs"],
  types: [
    { code: "job-dating", libelle: "Job dating" },
    { code: "parrainage", libelle: "Parrainage et marrainage" },
    { code: "reunion-employeurs", libelle: "Réunion avec des employeurs" },
  ],
  texte: `${document}, annexe 2, « actions liées à l’activité du territoire » ; leur comptage est proposé`,
  certitude: propose,
};

export const offre: ParametreDate<ProgrammeOffre> = [
  {
    depuis: "2015-01-01",
    valeur: {
      ...offreProposee,
      titre: "Pacte de Réussite",
      axes: [
        {
          code: "parcours",
          numero: "Axe 1",
          libelle: "Accompagner vers l’emploi",
          objectif: "Renforcer l’employabilité par un parcours professionnel mobilisateur",
          domaine: "professionnel",
        },
        {
          code: "mobilisation",
          numero: "Axe 2",
          libelle: "Se mobiliser vers l’emploi",
          objectif: "Intensifier la mobilisation par un travail sur les savoir-être",
          domaine: "professionnel",
        },
        {
          code: "entreprises",
          numero: "Axe 3",
          libelle: "Rencontrer les employeurs",
          objectif: "Engager les employeurs du territoire",
          domaine: "professionnel",
        },
      ],
      passages: [
        { de: "mobilisation", vers: "parcours" },
        { de: "parcours", vers: "mobilisation" },
        { de: "parcours", vers: "entreprises" },
      ],
      fiches: [parcours, ateliers, rencontres],
      categoriesAdmises: {
        valeur: [
          "association",
          "fondation",
          "ess",
          "entreprise",
          "etablissement-public",
          "ccas",
          "commune",
          "epci",
        ],
        texte: `${document} : il ne dit pas quels organismes peuvent être opérateurs (proposé)`,
        certitude: propose,
      },
      prescripteurs: {
        valeur: ["departement", "commune", "organisme-agree", "association"],
        texte: `${document}, partie 2 : l’opérateur est désigné par le Président du Conseil départemental ; la Ville de Strasbourg agit par délégation ; les autres prescripteurs sont proposés`,
        certitude: propose,
      },
      doublesPresences: {
        valeur: [{ une: "parcours", autre: "toutes" }],
        texte: `${document}, partie 3 d : les ateliers et les rencontres s’ajoutent à l’accompagnement de l’opérateur (lecture proposée)`,
        certitude: propose,
      },
      partRsaMixte: {
        valeur: { n: 1, d: 2 },
        texte: `${document}, annexe 2 : « en cas de mixité des publics, les allocataires du RSA doivent représenter au moins 50 % des effectifs », comptés sur les personnes présentes`,
        certitude: "V",
      },
    },
    texte: `${document} ; les axes groupent ses actions (proposé)`,
    certitude: "V",
  },
];
