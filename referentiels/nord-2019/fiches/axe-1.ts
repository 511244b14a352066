import type { FicheAction } from "../../../src/commun/referentiel/domain/offre.ts";
import { occupationComplete, pourCentPlaces } from "../../national/resultats-offre.ts";
import { commun, contratPossible, dureeLibre, guide } from "./socle.ts";

const rapides =
  "Allocataires du RSA relevant des droits et devoirs souhaitant reprendre rapidement une activité professionnelle, avec ou sans projet professionnel";
const primoEntrants = "Nouveaux allocataires du RSA (primo-entrants)";

const douzeMois: FicheAction["duree"] = {
  ...dureeLibre,
  maxMois: 12,
  renouvellements: 0,
};

/** Same results for the two sheets of mediation: out of the places, not of the exits. */
const misesEnRelation = [
  pourCentPlaces("sorties-durables", 50, "50 sorties en emploi durable pour 100 places financées", {
    sousReserveOrientation: true,
  }),
  pourCentPlaces(
    "sorties-transition",
    15,
    "15 sorties en emploi de transition pour 100 places financées",
    { sousReserveOrientation: true },
  ),
];

const mediation = {
  comptage: { mode: "file-active-mensuelle", base: 100 },
  prix: {
    nature: "forfait",
    lignes: [{ categories: "toutes", centimes: 9_680_000, places: 100 }],
  },
  dominantes: ["emploi", "socio-professionnelle"],
  duree: douzeMois,
  resultats: misesEnRelation,
} as const satisfies Partial<FicheAction>;

const iod: FicheAction = {
  ...commun,
  ...mediation,
  code: "i-1",
  numero: "I.1",
  axe: "i",
  libelle: "Accompagnement « Intervention sur l’Offre et la Demande » (IOD)",
  court: "IOD",
  objectifs: [
    "Mettre en relation directe un employeur avec des demandeurs d’emploi allocataires du RSA, en vue d’un accès ou d’un retour durable dans l’emploi et ainsi d’une sortie du RSA",
  ],
  actionsAttendues: [
    "Accompagner des allocataires du RSA selon la méthode labellisée IOD, portée par l’association Transfer",
    "Médiation vers l’allocataire : proposer des offres d’emploi",
    "Médiation vers l’allocataire : organiser la mise en relation avec l’entreprise (entretien tripartite)",
    "Médiation vers l’allocataire : accompagner le démarrage du contrat",
    "Médiation vers l’allocataire : contacter régulièrement l’allocataire et l’employeur pour favoriser le maintien dans l’emploi",
    "Médiation vers les entreprises : prospecter les offres d’emploi",
    "Médiation vers les entreprises : analyser les besoins de recrutement",
    "Médiation vers les entreprises : proposer les profils d’allocataires",
    "À chaque équipe de médiation IOD doit être associé un poste de référent (fiche I.2)",
  ],
  contractualisation: {
    nature: "par-la-reference",
    texte:
      "Le contrat d’engagement réciproque est réalisé par la référence adossée aux équipes IOD",
  },
  modalites: {
    duree: "L’accompagnement ne doit pas excéder 12 mois",
    frequence: "Les allocataires sont reçus au moins deux fois par mois par l’équipe IOD",
    suite:
      "Suivi six mois dans l’emploi après le démarrage d’un contrat de travail, conjointement par les référents adossés et les équipes IOD",
  },
  articulations: [
    "Collaboration à trouver localement avec les plateformes emploi et les autres actions de l’offre d’insertion départementale",
  ],
  rythme: { minimum: 2, par: "mois", presentiel: false },
  suivi: {
    mois: 6,
    depuis: "emploi",
    texte: "Suivi six mois dans l’emploi après le démarrage du contrat, avec la référence adossée",
  },
  publics: [rapides],
  publicsPrioritaires: [primoEntrants],
  adosseeA: "i-2",
  texte: `${guide}, annexe n° 01`,
};

const reference: FicheAction = {
  ...commun,
  code: "i-2",
  numero: "I.2",
  axe: "i",
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
  contractualisation: contratPossible,
  modalites: {
    duree: "L’accompagnement social dure autant que l’accompagnement par l’équipe IOD",
    frequence:
      "En fonction des besoins des allocataires pendant leur recherche ou leur maintien dans l’emploi",
    suite:
      "Suivi à six mois des allocataires en emploi, à partir du démarrage du contrat de travail, conjointement avec l’équipe IOD",
  },
  articulations: [
    "Les référents peuvent activer les actions de l’offre territoriale du Département contribuant au retour et au maintien dans l’emploi",
    "Les référents adossés informent les référents RSA qui ont orienté les allocataires de leur intégration dans le dispositif IOD",
  ],
  duree: dureeLibre,
  suivi: {
    mois: 6,
    depuis: "emploi",
    texte: "Suivi à six mois à partir du démarrage du contrat, avec l’équipe IOD",
  },
  publics: ["Allocataires du RSA accompagnés par les équipes IOD"],
  freins: ["mobilite", "garde-enfants", "savoir-etre", "budget", "disponibilite"],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "file-active-mensuelle", base: 100 },
  prix: {
    nature: "forfait",
    lignes: [{ categories: "toutes", centimes: 3_780_000, places: 100 }],
  },
  resultats: [occupationComplete],
  texte: `${guide}, annexe n° 02`,
};

const mediationSpecialisee: FicheAction = {
  ...commun,
  ...mediation,
  code: "i-3",
  numero: "I.3",
  axe: "i",
  libelle: "Méthodes de médiation directe spécialisées",
  court: "Médiation spécialisée",
  objectifs: [
    "Mettre en relation directement un employeur avec des allocataires du RSA, en vue d’un accès ou d’un retour durable dans l’emploi et ainsi d’une sortie du RSA",
  ],
  actionsAttendues: [
    "Proposer des offres d’emploi aux allocataires",
    "Organiser la mise en relation entre l’allocataire et l’entreprise",
    "Accompagner l’allocataire dans le démarrage de son contrat",
    "Contacter régulièrement l’allocataire et l’employeur pour favoriser le maintien dans l’emploi",
    "Faire vivre un réseau d’entreprises : prospecter les offres, analyser les besoins de recrutement, proposer des profils d’allocataires",
    "La médiation peut être spécialisée par type de public (jeunes, femmes, seniors, diplômés), pour des filières professionnelles ciblées, sur des territoires particuliers",
  ],
  contractualisation: contratPossible,
  modalites: {
    duree: "L’accompagnement ne doit pas excéder 12 mois",
    frequence: "Le guide n’en fixe pas",
    suite: "Suivi six mois dans l’emploi, après le démarrage d’un contrat",
  },
  articulations: [
    "Les actions de levée de freins favorisant le retour à l’emploi",
    "Les actions de préparation pour occuper un emploi, en lien avec les plateformes emploi",
  ],
  suivi: {
    mois: 6,
    depuis: "emploi",
    texte: "Suivi six mois dans l’emploi après le démarrage du contrat",
  },
  publics: [rapides, "Publics de la médiation spécialisée"],
  publicsPrioritaires: [primoEntrants],
  texte: `${guide}, annexe n° 03`,
};

export const fichesAxe1 = [iod, reference, mediationSpecialisee];
