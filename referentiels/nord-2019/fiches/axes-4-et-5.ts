import type { FicheAction } from "../../../src/commun/referentiel/domain/offre.ts";
import { occupationComplete, partDesSorties } from "../../national/resultats-offre.ts";
import { commun, contratPossible, dureeLibre, guide, sansContrat } from "./socle.ts";

const chantier: FicheAction = {
  ...commun,
  code: "iv",
  numero: "IV",
  axe: "iv",
  libelle: "Se mobiliser vers l’emploi en ateliers et chantiers d’insertion (ACI)",
  court: "Chantier d’insertion",
  objectifs: [
    "Remobiliser des allocataires du RSA éloignés de l’emploi par la mise en place et le suivi d’un parcours professionnel privilégiant la formation, les mises en situation professionnelle, la prospection ainsi que la préparation à la sortie",
    "Proposer des solutions aux problématiques périphériques à l’emploi, liées à la mobilité ou au logement",
  ],
  actionsAttendues: [
    "Un suivi régulier par le professionnel en charge de l’accompagnement, pour concrétiser le projet professionnel ou la recherche d’un emploi et favoriser la résolution des problématiques sociales",
    "Des moyens mis à disposition de l’allocataire dans son projet : formations, actions santé, logement, aide à la mobilité",
    "Des outils et des supports d’accompagnement, dont des outils d’évaluation des actions d’insertion",
    "Une concertation avec le salarié en insertion pour élaborer un plan d’actions et suivre sa mise en œuvre (ciblage des formations)",
    "Des actions tout au long du parcours pour faciliter la sortie vers un emploi ou une formation adaptée, et la valorisation des acquis : évaluation des compétences, attestations de compétences, formations, démarches de VAE",
    "Un ajustement du plan d’actions, ou un renvoi si besoin vers un autre dispositif d’insertion",
    "Un bilan à l’issue du parcours",
  ],
  contractualisation: contratPossible,
  modalites: {
    duree:
      "Durée minimum de 4 mois. Le contrat à durée déterminée d’insertion (CDDI) peut être renouvelé dans la limite d’une durée totale de 24 mois, qui peut être dépassée pour les personnes de 50 ans et plus et les personnes reconnues travailleurs handicapés",
    frequence: "Au moins un rendez-vous par mois",
    suite: "Suivi et bilan à trois mois après la fin du CDDI",
  },
  articulations: [
    "Autres axes de l’appel à projets, en fonction du profil et du projet de l’allocataire",
    "Conseil régional Hauts-de-France : programme régional de formation et SIEG",
    "France Travail (Pôle emploi dans le guide) : dispositifs de formation et actions d’accompagnement vers l’emploi",
    "OPCA de rattachement de l’ACI",
    "Mission locale, Cap emploi",
    "Autres SIAE et monde économique, pour faciliter les sorties d’ACI",
  ],
  duree: {
    minMois: 4,
    maxMois: 24,
    renouvellements: 0,
    suspenduePar: [],
    exceptions: [
      { code: "50-ans", libelle: "Personne de 50 ans et plus" },
      { code: "rqth", libelle: "Personne reconnue travailleur handicapé" },
    ],
  },
  rythme: { minimum: 1, par: "mois", presentiel: false },
  suivi: {
    mois: 3,
    depuis: "fin-de-contrat",
    texte: "Suivi et bilan trois mois après la fin du CDDI",
  },
  publics: [
    "Allocataires du RSA socle à l’entrée de l’ACI, rencontrant des difficultés relatives à la maîtrise des obligations du milieu professionnel (horaires, ponctualité, présentation, travail en équipe) ou ayant besoin de reprendre progressivement contact avec le monde du travail",
  ],
  freins: ["savoir-etre", "mobilite", "logement"],
  dominantes: ["socio-professionnelle"],
  comptage: { mode: "file-active-mensuelle", base: 20 },
  prix: { nature: "forfait", lignes: [{ categories: "toutes", centimes: 4_162_600, places: 20 }] },
  resultats: [
    partDesSorties(
      "sorties-dynamiques",
      50,
      "50 % de sorties dynamiques (durables, de transition et positives), rapportées au nombre total de sorties de l’action",
    ),
    {
      code: "formes",
      libelle:
        "100 % des allocataires ayant suivi au moins une formation au cours de l’accompagnement",
      numerateur: "formes",
      denominateur: "accompagnes",
      cible: { n: 1, d: 1 },
      types: null,
      sousReserveOrientation: false,
    },
    occupationComplete,
  ],
  socle: "entree",
  texte: `${guide}, annexe n° 08`,
};

const freins: FicheAction = {
  ...commun,
  code: "v",
  numero: "V",
  axe: "v",
  libelle: "Lever les freins à l’emploi",
  court: "Levée de freins",
  objectifs: [
    "Faciliter l’accès à l’emploi durable des allocataires du RSA par la levée d’obstacles ciblés et clairement identifiés",
  ],
  actionsAttendues: [
    "Résoudre les situations qui gênent la recherche d’emploi, selon les caractéristiques et les besoins du territoire",
    "Mobilité, coordination : mise en relation d’opérateurs du territoire pour rendre lisible l’offre de mobilité",
    "Mobilité, actions opérationnelles : préparation au permis de conduire, conseil en mobilité, connaissance et utilisation des transports en commun ou partagés (covoiturage), information sur les dispositifs tarifaires",
    "Garde d’enfants : accompagnement des allocataires en recherche d’emploi combiné à un dispositif de garde",
    "Garde d’enfants : mode de garde adapté aux horaires atypiques ou à une reprise d’emploi, dans l’attente d’un mode de garde pérenne",
    "Garde d’enfants : accompagnement à la recherche d’une assistante maternelle (mise en relation, rédaction du contrat, médiation entre le parent et l’assistante maternelle)",
    "Garde d’enfants : conciliation des vies familiale et professionnelle (information sur les modes de garde, organisation de la vie familiale pour se rendre disponible pour un emploi)",
    "D’autres thématiques peuvent être proposées, avec une perspective de retour rapide à l’emploi",
  ],
  contractualisation: sansContrat,
  modalites: {
    duree:
      "Les modalités de mise en œuvre sont explicitées par l’opérateur et adaptées à l’objectif",
    frequence:
      "Les modalités de mise en œuvre sont explicitées par l’opérateur et adaptées à l’objectif",
    suite: "Bilan en fin d’action avec l’allocataire et son référent",
  },
  articulations: [
    "Actions qui peuvent intervenir dans le cadre d’un parcours et en lien avec les actions d’accès à l’emploi ; les modalités de travail avec les autres acteurs sont explicitées",
  ],
  duree: dureeLibre,
  publics: [
    "Allocataires relevant des droits et devoirs inscrits dans une dynamique de recherche d’emploi rapide",
  ],
  freins: ["mobilite", "garde-enfants"],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "annuel", base: null },
  prix: { nature: "negocie" },
  resultats: [
    occupationComplete,
    {
      code: "freins-leves",
      libelle:
        "Au moins 80 % de freins levés (à préciser par l’opérateur, comme leur nature et les étapes de leur levée)",
      numerateur: "freins-leves",
      denominateur: "freins",
      cible: { n: 80, d: 100 },
      types: null,
      sousReserveOrientation: false,
    },
  ],
  texte: `${guide}, annexe n° 09`,
};

export const fichesAxes4Et5 = [chantier, freins];
