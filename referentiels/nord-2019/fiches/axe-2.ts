import type { FicheAction } from "../../../src/commun/referentiel/domain/offre.ts";
import { occupationComplete, partDesSorties } from "../../national/resultats-offre.ts";
import { commun, contratObligatoire, dureeLibre, guide, sansContrat } from "./socle.ts";

const preparations = ["competences", "filiere"];

const preparation: FicheAction = {
  ...commun,
  code: "ii-1",
  numero: "II.1",
  axe: "ii",
  libelle: "Préparation à l’emploi",
  court: "Préparation à l’emploi",
  objectifs: [
    "Intervenir en complément des dispositifs existants afin d’expérimenter ou de lancer des actions innovantes à destination des allocataires du RSA, dans une optique de sortie dynamique ou durable",
  ],
  actionsAttendues: [
    "Développer et valoriser les compétences nécessaires à l’accès à l’emploi : préparation aux tests et entretiens, acculturation, coaching, sensibilisation",
    "Accompagner dans une filière d’activité, avec une logique de parcours intégré vers l’emploi",
    "Suivre les allocataires ayant repris un emploi dans leur prise de poste",
    "Ces actions ne sont pas nécessairement cumulatives ; elles sont adaptées aux caractéristiques et aux besoins du territoire",
    "Elles peuvent être ciblées ou innovantes par leur méthode (intervention, pédagogie, support, communication, approche des allocataires) ou par leur partenariat (étapes de parcours, ingénierie) menant à l’emploi",
  ],
  contractualisation: sansContrat,
  modalites: {
    duree:
      "Les modalités de mise en œuvre sont explicitées par l’opérateur et adaptées à l’objectif",
    frequence:
      "Les modalités de mise en œuvre sont explicitées par l’opérateur et adaptées à l’objectif",
    suite:
      "Pour les suivis dans la prise de poste, accompagnement six mois dans l’emploi après le démarrage d’un contrat",
  },
  articulations: [
    "Plateformes départementales « Emploi et insertion professionnelle » : préparer les publics avant un positionnement, suivre les allocataires dans l’emploi après lui",
    "Autres actions financées par le Département et partenaires : les modalités de travail sont explicitées ; l’axe a vocation à finaliser un parcours d’insertion",
  ],
  duree: dureeLibre,
  suivi: {
    mois: 6,
    depuis: "emploi",
    texte: "Suivi dans la prise de poste : six mois après le démarrage d’un contrat",
  },
  publics: [
    "Allocataires du RSA relevant des droits et devoirs souhaitant reprendre une activité professionnelle",
    "Peuvent aussi être concernés : seniors, allocataires depuis plus de quatre ans, femmes",
  ],
  publicsPrioritaires: ["Jeunes de moins de 30 ans, diplômés ou non", "Primo-entrants dans le RSA"],
  freins: ["savoir-etre", "qualification"],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "annuel", base: null },
  prix: { nature: "negocie" },
  resultats: [
    partDesSorties(
      "sorties-durables",
      30,
      "30 % de sorties en emploi durable, rapportées au nombre total de sorties de l’action",
      { types: preparations },
    ),
    partDesSorties(
      "sorties-dynamiques",
      70,
      "70 % de sorties dynamiques (durables, de transition et positives), rapportées au nombre total de sorties de l’action",
      { types: preparations },
    ),
    occupationComplete,
  ],
  types: [
    { code: "competences", libelle: "Développement et valorisation de compétences" },
    { code: "filiere", libelle: "Accompagnement dans une filière d’activité" },
    { code: "suivi-emploi", libelle: "Suivi des allocataires ayant repris un emploi" },
  ],
  texte: `${guide}, annexe n° 04`,
};

const coaching: FicheAction = {
  ...commun,
  code: "ii-2",
  numero: "II.2",
  axe: "ii",
  libelle: "Coaching emploi",
  court: "Coaching emploi",
  objectifs: [
    "Accompagner les allocataires du RSA de manière personnalisée et intensive afin de leur faire acquérir des techniques et des outils efficaces de recherche d’emploi, en vue d’un accès rapide à l’emploi",
  ],
  actionsAttendues: [
    "Réaliser un premier entretien pour caractériser les offres d’emploi : métier ou secteur où l’allocataire ne souhaite pas travailler ; distance (mobilité, périmètre de déplacement, moyens de locomotion) ; salaire (plus-value par rapport au RSA)",
    "Garantir la mobilisation de l’allocataire par des rencontres physiques hebdomadaires : proposer des offres d’emploi ou de formation, assurer le suivi des candidatures",
    "Si besoin, proposer des actions courtes et complémentaires de levée de freins mises en œuvre par d’autres partenaires",
    "Réorienter l’allocataire vers un autre type d’accompagnement si le coaching n’a pas permis de trouver un emploi",
  ],
  contractualisation: contratObligatoire,
  modalites: {
    duree: "Le coaching est prévu pour une durée de 3 mois maximum",
    frequence:
      "Au moins un rendez-vous par semaine, en présence. Chaque coach suit un portefeuille de 35 allocataires du RSA",
    suite: "Réorientation si le coaching n’a pas permis de trouver un emploi",
  },
  articulations: [
    "Plateformes départementales « Emploi et insertion professionnelle » : le coach mobilise leurs offres d’emploi",
    "Autres actions d’insertion : le coach connaît l’offre présente sur le territoire",
  ],
  duree: { ...dureeLibre, maxMois: 3, renouvellements: 0 },
  rythme: { minimum: 1, par: "semaine", presentiel: true },
  publics: [
    "Allocataires du RSA relevant des droits et devoirs souhaitant reprendre une activité professionnelle",
  ],
  dominantes: ["emploi", "socio-professionnelle"],
  comptage: { mode: "file-active-mensuelle", base: 35 },
  prix: { nature: "forfait", lignes: [{ categories: "toutes", centimes: 5_250_000, places: 35 }] },
  resultats: [
    partDesSorties(
      "sorties-emploi",
      80,
      "80 % de sorties en emploi, durable ou de transition, rapportées au nombre total de sorties de l’action",
    ),
    partDesSorties(
      "sorties-durables",
      50,
      "dont 50 % de sorties en emploi durable, rapportées au nombre total de sorties de l’action",
    ),
    partDesSorties(
      "sorties-transition",
      30,
      "dont 30 % de sorties en emploi de transition, rapportées au nombre total de sorties de l’action",
    ),
    occupationComplete,
  ],
  texte: `${guide}, annexe n° 05`,
};

export const fichesAxe2 = [preparation, coaching];
