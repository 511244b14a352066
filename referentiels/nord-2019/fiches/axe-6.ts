import type { FicheAction } from "../../../src/commun/referentiel/domain/offre.ts";
import {
  occupationComplete,
  partDesSorties,
  pourCentPlaces,
} from "../../national/resultats-offre.ts";
import { aPreciser, commun, contratObligatoire, dureeLibre, guide } from "./socle.ts";

const individuel: FicheAction = {
  ...commun,
  code: "vi-1",
  numero: "VI.1",
  axe: "vi",
  libelle: "Accompagnement individuel de parcours de l’insertion à l’emploi",
  court: "Accompagnement individuel",
  objectifs: [
    "Permettre aux allocataires du RSA en orientation sociale d’acquérir une plus grande autonomie dans une perspective d’accès ou de retour à l’emploi",
    "Accompagner les allocataires du RSA en orientation sociale",
    "Construire un projet d’insertion avec l’allocataire",
    "Amener la personne à identifier ses potentialités et à évoluer pour mieux se situer par rapport à l’emploi",
    "Formaliser l’engagement de l’allocataire par un contrat d’engagement réciproque",
  ],
  actionsAttendues: [
    "Dès le premier entretien, aborder les perspectives de retour ou d’accès à l’emploi, et les évoquer durant l’accompagnement",
    "Réaliser l’accueil et un diagnostic de la situation de l’allocataire et de ses potentiels",
    "Accueillir et informer l’allocataire sur ses droits et devoirs",
    "Proposer des actions pour résoudre les difficultés sociales identifiées",
    "Favoriser l’autonomie de l’allocataire et le rendre acteur de son projet",
    "Connaître l’offre d’insertion du Département et les dispositifs du territoire (santé, logement, emploi, formation)",
    "Positionner l’allocataire sur des actions du territoire qui contribuent à son projet, et créer des passerelles vers l’insertion professionnelle",
    "Organiser les échanges avec les partenaires vers lesquels l’allocataire est positionné",
    "Être la personne ressource de l’allocataire jusqu’à la réalisation de son projet, y compris pendant ses actions d’insertion professionnelle",
    "Faciliter l’accès aux droits et activer les partenaires institutionnels (CARSAT, CPAM, MDPH)",
  ],
  contractualisation: contratObligatoire,
  modalites: {
    duree: aPreciser,
    frequence: aPreciser,
    suite:
      "Favoriser le relais vers d’autres actions de l’offre d’insertion ; maintenir le suivi de l’allocataire lorsqu’il intègre une autre action",
  },
  articulations: [
    "Le positionnement vers d’autres actions financées par le Département est explicité",
    "Les modalités de travail avec d’autres acteurs de l’accompagnement sont explicitées",
  ],
  duree: dureeLibre,
  publics: [
    "Allocataires du RSA soumis aux droits et devoirs et faisant l’objet d’une orientation sociale par le Département",
  ],
  freins: ["droits", "sante", "logement"],
  dominantes: ["sociale"],
  comptage: { mode: "file-active-mensuelle", base: 120 },
  prix: {
    nature: "forfait",
    lignes: [
      { categories: ["ccas"], centimes: 3_000_000, places: 120 },
      { categories: ["association", "cias", "epci"], centimes: 3_780_000, places: 120 },
    ],
  },
  resultats: [
    pourCentPlaces(
      "acces-action-professionnelle",
      20,
      "Au moins 20 accès à une action d’insertion professionnelle en cours d’accompagnement pour 100 places financées (à préciser par l’opérateur)",
    ),
    partDesSorties(
      "sorties-positives",
      30,
      "Au moins 30 % de sorties positives (à préciser par l’opérateur)",
    ),
    occupationComplete,
  ],
  gardeLeSuivi: true,
  texte: `${guide}, annexes n° 10 et n° 12`,
};

const collectif: FicheAction = {
  ...commun,
  code: "vi-2",
  numero: "VI.2",
  axe: "vi",
  libelle: "Actions collectives pour l’inclusion",
  court: "Actions collectives",
  objectifs: [
    "Redynamiser, valoriser les potentialités des allocataires du RSA et les rendre acteurs de leurs parcours d’insertion en privilégiant des méthodes innovantes, avec le souci de renouveler régulièrement le public",
  ],
  actionsAttendues: [
    "Type 1 : actions collectives dans une optique de parcours, croisant un ou plusieurs champs (mobilisation sociale, accompagnement vers une prise en charge santé, accès aux outils numériques, logement, représentation des allocataires, insertion par la culture)",
    "Type 2 : actions collectives de développement du lien social",
    "Type 3 : actions collectives permettant de travailler sur des problématiques communes à certains publics",
    "Des approches nouvelles peuvent être proposées",
  ],
  contractualisation: {
    nature: "selon-type",
    texte:
      "Le contrat est possible pour les types 2 et 3, pour les allocataires soumis aux droits et devoirs qui n’en ont pas signé ou ne sont pas inscrits à France Travail (Pôle emploi dans le guide)",
  },
  modalites: {
    duree: aPreciser,
    frequence: aPreciser,
    suite: "Bilan avec l’allocataire, en présence du prescripteur de l’action",
  },
  articulations: [
    "Le positionnement vers d’autres actions financées par le Département est explicité",
    "Les modalités de travail avec d’autres acteurs de l’accompagnement sont explicitées",
  ],
  duree: dureeLibre,
  publics: [
    "Allocataires du RSA relevant des droits et devoirs, rencontrant des difficultés sociales",
  ],
  freins: ["confiance", "sante", "numerique", "logement"],
  dominantes: ["sociale", "socio-professionnelle"],
  comptage: { mode: "annuel", base: null },
  prix: { nature: "negocie" },
  resultats: [
    pourCentPlaces(
      "sorties",
      40,
      "Au moins 40 sorties de l’action pour 100 places financées (à préciser par l’opérateur), pour les actions sans contractualisation",
      { types: ["parcours"] },
    ),
    occupationComplete,
  ],
  types: [
    { code: "parcours", libelle: "Type 1 : dans une optique de parcours" },
    { code: "lien-social", libelle: "Type 2 : développement du lien social" },
    { code: "problematiques", libelle: "Type 3 : problématiques communes à certains publics" },
  ],
  texte: `${guide}, annexe n° 11`,
};

export const fichesAxe6 = [individuel, collectif];
