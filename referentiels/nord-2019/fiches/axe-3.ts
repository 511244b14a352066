import type { FicheAction } from "../../../src/commun/referentiel/domain/offre.ts";
import {
  occupationComplete,
  partDesSorties,
  pourCentPlaces,
} from "../../national/resultats-offre.ts";
import { commun, contratPossible, dureeLibre, guide } from "./socle.ts";

const misesEnSituation: FicheAction = {
  ...commun,
  code: "iii-1",
  numero: "III.1",
  axe: "iii",
  libelle: "Mises en situation d’emploi",
  court: "Mises en situation",
  objectifs: [
    "Proposer à l’allocataire un accompagnement personnalisé pour l’aider à construire et valider un projet d’emploi cohérent, avec comme finalité l’accès à un emploi durable ou la validation d’une formation qualifiante",
  ],
  actionsAttendues: [
    "Assurer un suivi personnalisé",
    "Établir un diagnostic des compétences, des difficultés et des attentes du participant",
    "Définir et valider un projet professionnel avec l’allocataire du RSA",
    "Construire avec lui son parcours de préparation à l’emploi et en coordonner les étapes : accompagnement social, actions de formation et de médiation à l’emploi, expériences de travail",
    "Informer sur les outils et dispositifs capables de favoriser l’accès à l’emploi",
    "Mobiliser les ressources territoriales et les aides financières éventuelles",
    "Proposer des actions de mise en situation adaptées",
  ],
  contractualisation: contratPossible,
  modalites: {
    duree: "La durée du parcours dans l’action ne peut excéder 12 mois, renouvelables",
    frequence:
      "Le référent rencontre les personnes au moins deux fois par mois pour faire le point sur le projet d’insertion professionnelle",
    suite:
      "Accompagnement au démarrage de la formation ou de la période d’emploi (suivi de six mois), afin d’éviter les ruptures de contrat",
  },
  articulations: [
    "Services du Département, notamment les plateformes départementales « Emploi et insertion professionnelle » : diffusion d’offres, positionnement de public sur les offres, participation aux GOME",
    "Autres actions d’insertion financées par le Département : elles permettent aux allocataires de progresser dans leur parcours",
  ],
  duree: { ...dureeLibre, maxMois: 12 },
  rythme: { minimum: 2, par: "mois", presentiel: false },
  suivi: {
    mois: 6,
    depuis: "formation-ou-emploi",
    texte: "Suivi six mois au démarrage de la formation ou de l’emploi",
  },
  publics: [
    "Allocataires du RSA relevant des droits et devoirs ne pouvant pas accéder directement au marché du travail sans accompagnement spécifique",
  ],
  freins: ["qualification"],
  dominantes: ["socio-professionnelle", "emploi"],
  comptage: { mode: "file-active-mensuelle", base: 100 },
  prix: {
    nature: "forfait",
    lignes: [{ categories: "toutes", centimes: 4_000_000, places: 100 }],
  },
  resultats: [
    partDesSorties(
      "sorties-durables",
      25,
      "25 % de sorties en emploi durable, rapportées au nombre total de sorties de l’action",
    ),
    partDesSorties(
      "sorties-dynamiques",
      60,
      "60 % de sorties dynamiques (durables, de transition et positives), rapportées au nombre total de sorties de l’action",
    ),
    occupationComplete,
  ],
  texte: `${guide}, annexe n° 06`,
};

const independants: FicheAction = {
  ...commun,
  code: "iii-2",
  numero: "III.2",
  axe: "iii",
  libelle: "Accompagnement des entrepreneurs et travailleurs indépendants (ETI)",
  court: "Entrepreneurs et indépendants",
  objectifs: [
    "Proposer des modalités d’accompagnement des allocataires du RSA ayant le statut d’entrepreneurs et travailleurs indépendants afin de soutenir le développement de leur entreprise et de leurs ressources, permettant ainsi une sortie du RSA",
  ],
  actionsAttendues: [
    "Définir et valider le projet professionnel avec l’allocataire du RSA",
    "Informer sur les outils et dispositifs capables de favoriser l’accès à l’emploi",
    "Mobiliser les ressources territoriales et les aides financières éventuelles",
    "Proposer des actions de mise en situation adaptées",
    "Mener une phase d’analyse et de diagnostic, obligatoire : état des lieux de l’activité professionnelle, des difficultés, des ressources et des perspectives",
    "Mettre en place un plan d’actions et d’accompagnement lorsque l’analyse offre des perspectives favorables au développement",
    "Préconiser au PIPLE un autre parcours si l’allocataire rencontre des difficultés sociales ou si aucun plan d’actions n’est envisageable",
  ],
  contractualisation: contratPossible,
  modalites: {
    duree:
      "Les modalités de mise en œuvre sont explicitées par l’opérateur et adaptées à l’objectif",
    frequence:
      "Les modalités de mise en œuvre sont explicitées par l’opérateur et adaptées à l’objectif",
    suite: "Préconisation d’un autre parcours si aucun plan d’actions n’est envisageable",
  },
  articulations: [],
  duree: dureeLibre,
  publics: [
    "Entrepreneurs et travailleurs indépendants allocataires du RSA relevant des droits et devoirs, orientés par les PIPLE",
  ],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "annuel", base: null },
  prix: { nature: "negocie" },
  resultats: [
    pourCentPlaces(
      "plans-action",
      25,
      "Au moins 25 % des places financées aboutissant à la mise en place d’un plan d’actions et d’accompagnement (à préciser par l’opérateur)",
    ),
    occupationComplete,
  ],
  texte: `${guide}, annexe n° 07`,
};

export const fichesAxe3 = [misesEnSituation, independants];
