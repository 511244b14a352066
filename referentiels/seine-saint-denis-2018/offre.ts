import type { FicheAction, ProgrammeOffre } from "../../src/commun/referentiel/domain/offre.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { offreProposee } from "../national/offre.ts";

const document =
  "Lettre de mission unique 2018-2020, Projet de ville RSA, Département de la Seine-Saint-Denis";
const propose = "a-confirmer" as const;
const aPreciser = "La lettre de mission n’en fixe pas : la convention le dit";

const commun = {
  duree: {
    minMois: null,
    maxMois: null,
    renouvellements: null,
    suspenduePar: [],
    exceptions: [],
  },
  rythme: null,
  suivi: null,
  publicsPrioritaires: [],
  freins: [],
  prix: { nature: "negocie" },
  socle: "sejour",
  adosseeA: null,
  types: [],
  gardeLeSuivi: false,
  dominantes: ["emploi", "socio-professionnelle", "sociale"],
  certitude: propose,
} as const satisfies Partial<FicheAction>;

const sansContrat: FicheAction["contractualisation"] = {
  nature: "sans",
  texte:
    "Le contrat d’engagement réciproque est signé avec le service référent ; l’action vérifie qu’il existe (proposé)",
};

const emploiDurable: FicheAction["resultats"][number] = {
  code: "emploi-durable",
  libelle:
    "Accès à un emploi durable, parmi les personnes accompagnées ; objectif de la convention",
  numerateur: "sorties-durables",
  denominateur: "accompagnes",
  cible: null,
  types: null,
  sousReserveOrientation: false,
};

const projetDeVille: FicheAction = {
  ...commun,
  code: "projet-de-ville",
  numero: "1",
  axe: "accompagner",
  libelle: "Accompagnement par le Projet de ville RSA",
  court: "Projet de ville",
  objectifs: [
    "Permettre aux bénéficiaires du RSA suivis d’accéder plus nombreux à un emploi durable, en s’appuyant sur l’écosystème local, les potentialités du territoire et l’offre de service du Département",
  ],
  actionsAttendues: [
    "Informer sur les droits et devoirs liés au RSA et sur les dispositifs d’insertion",
    "Évaluer la situation : besoins, ressources, expériences, objectifs, compétences, autonomie linguistique et numérique, mobilité et disponibilité",
    "Faire émerger, valider et réévaluer le projet professionnel",
    "Positionner sur l’offre d’insertion, de formation et d’emploi, et mobiliser les partenaires",
    "Sécuriser le parcours : continuité et cohérence des actions engagées, contacts réguliers avec la personne et les structures",
    "Saisir l’instance de concertation locale, puis l’équipe pluridisciplinaire, pour une réorientation",
  ],
  contractualisation: {
    nature: "obligatoire",
    texte: "Le parcours et les actions sont formalisés dans un contrat d’engagement réciproque",
  },
  modalites: {
    duree: "Tout au long du parcours d’insertion",
    frequence: "Contacts réguliers avec le bénéficiaire et les structures sollicitées",
    suite:
      "Le Projet de ville reste l’interlocuteur du Département et des intervenants ponctuels sur le parcours",
  },
  articulations: [
    "Services référents RSA de la ville : coordination de la concertation locale",
    "Plan départemental d’insertion et d’emploi (PDIE) : complémentarité avec son offre",
    "Rencontre annuelle des acteurs de l’insertion",
  ],
  publics: ["Bénéficiaires du RSA orientés vers le Projet de ville"],
  freins: ["langue", "numerique", "mobilite", "disponibilite"],
  comptage: { mode: "file-active-mensuelle", base: null },
  resultats: [emploiDurable],
  criteres: [
    "Indicateurs d’évaluation et objectifs de résultats de la convention",
    "Qualité des échanges d’informations avec le Département",
  ],
  gardeLeSuivi: true,
  texte: `${document}, « Management – coordination » et « Conseil – accompagnement » ; le comptage et les objectifs chiffrés viennent de chaque convention (mode proposé)`,
};

const accesEmploi: FicheAction = {
  ...commun,
  code: "acces-emploi",
  numero: "2",
  axe: "emploi",
  libelle: "Actions d’accès à l’emploi du correspondant emploi",
  court: "Accès à l’emploi",
  objectifs: [
    "Animer et développer les actions d’accès à l’emploi, pour conforter l’employabilité des allocataires et renforcer leurs capacités à intégrer un emploi",
  ],
  actionsAttendues: [
    "Clubs emploi, périodes de mise en situation en milieu professionnel, visites d’entreprises, ou autre initiative",
    "Recueillir et exploiter les offres d’emploi au bénéfice des personnes accompagnées, cibler le public sur les offres",
    "Coordonner les procédures de sélection et de recrutement, préparer la mise en relation avec les employeurs",
  ],
  contractualisation: sansContrat,
  modalites: { duree: aPreciser, frequence: aPreciser, suite: aPreciser },
  articulations: [
    "Réseau des correspondants emploi et acteurs de l’économie locale",
    "Actions développées par le Département, dont la mixité dans l’emploi",
  ],
  publics: [
    "Bénéficiaires du RSA suivis par le Projet de ville, selon leurs objectifs professionnels",
  ],
  freins: ["savoir-etre", "qualification"],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "annuel", base: null },
  resultats: [emploiDurable],
  criteres: ["Outils de pilotage de l’objectif d’accès à l’emploi"],
  types: [
    { code: "club-emploi", libelle: "Club emploi" },
    { code: "mise-en-situation", libelle: "Période de mise en situation en milieu professionnel" },
    { code: "visite-entreprise", libelle: "Visite d’entreprise" },
    { code: "autre", libelle: "Autre initiative" },
  ],
  texte: `${document}, « Le correspondant emploi » ; durée, comptage et objectifs proposés`,
};

const ateliers: FicheAction = {
  ...commun,
  code: "ateliers",
  numero: "3",
  axe: "accompagner",
  libelle: "Actions et ateliers collectifs",
  court: "Ateliers collectifs",
  objectifs: [
    "Mobiliser le bénéficiaire du RSA sur les différentes étapes de son parcours par des actions et des ateliers collectifs",
  ],
  actionsAttendues: ["Conception et animation d’actions et ateliers collectifs"],
  contractualisation: sansContrat,
  modalites: { duree: aPreciser, frequence: aPreciser, suite: aPreciser },
  articulations: ["Partenaires ou réseaux de partenaires du territoire"],
  publics: ["Bénéficiaires du RSA suivis par le Projet de ville"],
  freins: ["confiance", "numerique", "langue"],
  comptage: { mode: "annuel", base: null },
  resultats: [],
  criteres: ["Indicateurs d’évaluation de la convention"],
  texte: `${document}, « Mobilisation et positionnement » : « Conception et animation d’actions et ateliers collectifs » ; le reste est proposé`,
};

const pdie: FicheAction = {
  ...commun,
  code: "pdie",
  numero: "4",
  axe: "pdie",
  libelle: "Actions du plan départemental d’insertion et d’emploi (PDIE)",
  court: "Action du PDIE",
  objectifs: [
    "Proposer les mesures et actions d’insertion professionnelle les plus adaptées, sur les besoins de formation remontés par les Projets de ville",
  ],
  actionsAttendues: [
    "Actions retenues par les appels à projets territorialisés du PDIE",
    "Mesures d’insertion, de formation et d’accès à l’emploi ouvertes aux bénéficiaires du RSA",
  ],
  contractualisation: sansContrat,
  modalites: { duree: aPreciser, frequence: aPreciser, suite: aPreciser },
  articulations: ["Projets de ville RSA, qui positionnent leurs bénéficiaires"],
  publics: ["Bénéficiaires du RSA positionnés par leur service référent"],
  freins: ["qualification", "langue", "mobilite"],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "annuel", base: null },
  resultats: [],
  criteres: ["Indicateurs d’évaluation de la convention"],
  texte: `${document}, « Partenariat interne et externe » : appels à projets territorialisés du PDIE ; durée, comptage et objectifs proposés`,
};

export const offre: ParametreDate<ProgrammeOffre> = [
  {
    depuis: "2018-01-01",
    valeur: {
      ...offreProposee,
      titre: "Projets de ville RSA et plan départemental d’insertion et d’emploi",
      axes: [
        {
          code: "accompagner",
          numero: "Axe 1",
          libelle: "Accompagner dans la ville",
          objectif: "Une référence RSA de proximité, individuelle et collective",
          domaine: "social",
        },
        {
          code: "emploi",
          numero: "Axe 2",
          libelle: "Accéder à l’emploi",
          objectif: "Rapprocher les personnes suivies des employeurs du territoire",
          domaine: "professionnel",
        },
        {
          code: "pdie",
          numero: "Axe 3",
          libelle: "Mobiliser l’offre du PDIE",
          objectif: "Se former et se préparer avec les actions du Département",
          domaine: "professionnel",
        },
      ],
      passages: [
        { de: "accompagner", vers: "pdie" },
        { de: "accompagner", vers: "emploi" },
        { de: "pdie", vers: "emploi" },
      ],
      fiches: [projetDeVille, accesEmploi, ateliers, pdie],
      categoriesAdmises: {
        valeur: ["commune", "ccas", "ept", "association", "ess", "etablissement-public"],
        texte: `${document} : convention « entre le Département et la Commune, le Centre communal d’action sociale ou l’Établissement Public Territorial » ; les porteurs des actions du PDIE sont proposés`,
        certitude: propose,
      },
      prescripteurs: {
        valeur: ["departement", "commune", "ccas", "association"],
        texte: `${document} : le service référent positionne ; la liste est proposée`,
        certitude: propose,
      },
      doublesPresences: {
        valeur: [{ une: "projet-de-ville", autre: "toutes" }],
        texte: `${document}, « Sécurisation du parcours » : le Projet de ville accompagne « tout au long de son parcours d’insertion », à travers les actions engagées`,
        certitude: "V",
      },
    },
    texte: `${document} ; les axes groupent ses missions (proposé)`,
    certitude: propose,
  },
];
