import type { FicheAction, ProgrammeOffre } from "../../src/commun/referentiel/domain/offre.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { offreProposee } from "../national/offre.ts";

const guide =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";

/** The four fixed criteria of quality of every sheet. */
const criteres = [
  "Moyens humains mobilisés",
  "Modalités d’accompagnement des allocataires",
  "Stratégie de communication mise en place",
  "Partenariats développés",
];

const iod: FicheAction = {
  code: "i-1",
  numero: "I.1",
  axe: "i",
  libelle: "Accompagnement « Intervention sur l’Offre et la Demande » (IOD)",
  court: "IOD",
  objectifs: [
    "Mettre en relation directe un employeur avec des demandeurs d’emploi allocataires du RSA, en vue d’un accès ou d’un retour durable dans l’emploi et ainsi d’une sortie du RSA",
  ],
  actionsAttendues: [
    "Proposer des offres d’emploi aux allocataires",
    "Organiser la mise en relation entre l’allocataire et l’entreprise (entretien tripartite)",
    "Accompagner l’allocataire dans le démarrage de son contrat",
    "Contacter régulièrement l’allocataire et l’employeur pour favoriser son maintien dans l’emploi",
    "Prospecter les offres d’emploi",
    "Analyser les besoins de recrutement des entreprises",
    "Proposer les profils d’allocataires",
  ],
  contractualisation: {
    nature: "par-la-reference",
    texte: "Le contrat est réalisé par la référence adossée aux équipes IOD",
  },
  duree: { minMois: null, maxMois: 12, renouvellements: 0, suspenduePar: [], exceptions: [] },
  rythme: { minimum: 2, par: "mois", presentiel: false },
  suivi: {
    mois: 6,
    depuis: "emploi",
    texte: "Suivi six mois dans l’emploi après le démarrage du contrat, avec la référence adossée",
  },
  publics: [
    "Allocataires relevant des droits et devoirs souhaitant reprendre rapidement une activité, avec ou sans projet professionnel",
  ],
  publicsPrioritaires: ["Nouveaux allocataires du RSA (primo-entrants)"],
  freins: [],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "file-active-mensuelle", base: 100 },
  prix: {
    nature: "forfait",
    lignes: [{ categories: "toutes", centimes: 9_680_000, places: 100 }],
  },
  resultats: [
    {
      code: "durables",
      libelle: "50 sorties en emploi durable pour 100 places financées",
      numerateur: "sorties-durables",
      denominateur: "places",
      cible: { n: 50, d: 100 },
      types: null,
      sousReserveOrientation: true,
    },
    {
      code: "transition",
      libelle: "15 sorties en emploi de transition pour 100 places financées",
      numerateur: "sorties-transition",
      denominateur: "places",
      cible: { n: 15, d: 100 },
      types: null,
      sousReserveOrientation: true,
    },
  ],
  criteres,
  socle: "sejour",
  adosseeA: "i-2",
  types: [],
  gardeLeSuivi: false,
  texte: `${guide}, annexe n° 01`,
  certitude: "V",
};

const reference: FicheAction = {
  ...iod,
  code: "i-2",
  numero: "I.2",
  libelle: "Référence adossée à l’accompagnement IOD",
  court: "Référence IOD",
  objectifs: [
    "Accompagner les allocataires du RSA bénéficiant de l’accompagnement IOD et rencontrant des difficultés sociales en parallèle de leur recherche ou de leur maintien dans l’emploi",
  ],
  actionsAttendues: [
    "Réaliser l’accueil des allocataires orientés vers le dispositif IOD",
    "Lever des freins de natures diverses : mobilité, garde d’enfant, savoir-être, difficultés financières, conciliation des vies familiale et professionnelle",
    "Mobiliser les ressources du territoire pour lever les autres freins à la recherche ou au maintien dans l’emploi",
  ],
  contractualisation: {
    nature: "possible",
    texte:
      "Le contrat est mis en place si l’allocataire n’en a pas déjà signé un ou n’est pas inscrit à France Travail, pendant toute la durée de l’action",
  },
  duree: { minMois: null, maxMois: null, renouvellements: null, suspenduePar: [], exceptions: [] },
  rythme: null,
  publics: ["Allocataires du RSA accompagnés par les équipes IOD"],
  publicsPrioritaires: [],
  freins: ["mobilite", "garde-enfants", "savoir-etre", "budget", "disponibilite"],
  prix: {
    nature: "forfait",
    lignes: [{ categories: "toutes", centimes: 3_780_000, places: 100 }],
  },
  resultats: [
    {
      code: "occupation",
      libelle: "100 % d’occupation des places financées",
      numerateur: "occupation",
      denominateur: "places",
      cible: { n: 1, d: 1 },
      types: null,
      sousReserveOrientation: true,
    },
  ],
  adosseeA: null,
  texte: `${guide}, annexe n° 02`,
};

export const offre: ParametreDate<ProgrammeOffre> = [
  {
    depuis: "2019-01-01",
    valeur: {
      ...offreProposee,
      titre: "De l’insertion à l’emploi",
      axes: [
        {
          code: "i",
          numero: "Axe I",
          libelle: "Aller directement à l’emploi",
          objectif:
            "Mise en relation avec un employeur repéré, en vue d’un retour à l’emploi durable",
          domaine: "professionnel",
        },
        {
          code: "ii",
          numero: "Axe II",
          libelle: "Se préparer à l’emploi",
          objectif: "Développer les compétences nécessaires à l’accès à l’emploi",
          domaine: "professionnel",
        },
        {
          code: "iii",
          numero: "Axe III",
          libelle: "Définir et concrétiser son projet professionnel",
          objectif: "Construire et valider un projet d’emploi cohérent",
          domaine: "professionnel",
        },
        {
          code: "iv",
          numero: "Axe IV",
          libelle: "Se mobiliser vers l’emploi, en atelier et chantier d’insertion",
          objectif: "Se remobiliser en vue d’une sortie vers l’emploi classique",
          domaine: "professionnel",
        },
        {
          code: "v",
          numero: "Axe V",
          libelle: "Lever les freins à l’emploi",
          objectif: "Résoudre les dernières difficultés, de mobilité et de garde d’enfants d’abord",
          domaine: "professionnel",
        },
        {
          code: "vi",
          numero: "Axe VI",
          libelle: "Dynamiser son insertion sociale",
          objectif: "Un accompagnement social qui rapproche de l’emploi",
          domaine: "social",
        },
      ],
      passages: [
        { de: "vi", vers: "v" },
        { de: "vi", vers: "iv" },
        { de: "vi", vers: "iii" },
        { de: "v", vers: "iii" },
        { de: "iv", vers: "ii" },
        { de: "iii", vers: "ii" },
        { de: "ii", vers: "i" },
      ],
      fiches: [iod, reference],
      categoriesAdmises: {
        valeur: [
          "association",
          "fondation",
          "ccas",
          "cias",
          "epci",
          "commune",
          "etablissement-public",
          "ess",
        ],
        texte: `${guide}, « Éligibilité des opérateurs » : associations, fondations, acteurs publics ou parapublics, économie sociale et solidaire`,
        certitude: "V",
      },
      prescripteurs: {
        valeur: ["departement", "ccas", "commune", "association", "france-travail"],
        texte: `${guide}, « Périmètre d’intervention » : les allocataires adressés par le PIPLE ; les autres prescripteurs sont proposés`,
        certitude: "a-confirmer",
      },
      doublesPresences: {
        valeur: [
          { une: "i-1", autre: "i-2" },
          { une: "vi-1", autre: "toutes" },
        ],
        texte: `${guide}, fiches I.2 et VI.1 : la référence accompagne pendant l’IOD ; « Maintenir le suivi de l’allocataire lorsqu’il intègre une autre action »`,
        certitude: "V",
      },
    },
    texte: `${guide}, annexes 1 à 11`,
    certitude: "V",
  },
];
