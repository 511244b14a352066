import type { RegleEcheance } from "../../src/commun/referentiel/domain/echeance.ts";
import type { Certitude } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type {
  DureeAccompagnement,
  FrequenceRencontres,
  NatureNommee,
  RegleParcours,
} from "../../src/commun/referentiel/domain/parcours.ts";

/** Engagements that the law makes the person’s own. */
export const manquements: readonly NatureNommee[] = [
  { code: "rendez-vous", libelle: "Se présenter aux rendez-vous" },
  { code: "contrat", libelle: "Conclure ou revoir son contrat" },
  { code: "actions", libelle: "Accomplir les actions du contrat" },
  { code: "inscription", libelle: "Rester inscrite ou inscrit à France Travail" },
  { code: "offre", libelle: "Donner suite à une offre raisonnable d’emploi" },
];

/** « les repas, les transports et les solutions de garde d’enfant » (cahier des charges du Bas-Rhin, 3) b)). */
export const soutiens: readonly NatureNommee[] = [
  { code: "repas", libelle: "Repas" },
  { code: "transport", libelle: "Transport" },
  { code: "garde-enfant", libelle: "Garde d’enfant" },
  { code: "autre", libelle: "Autre appui" },
];

/** Outcomes of a rendez-vous after which the référent is asked to look: she decides, nobody else. */
export const absencesAExaminer: RegleParcours["absencesAExaminer"] = ["absent-non-excuse"];

export function sansDuree(texte: string, certitude: Certitude = "V"): DureeAccompagnement {
  return {
    mois: null,
    minimumMois: null,
    renouvellements: null,
    moisRenouveles: null,
    plafondMois: null,
    texte,
    certitude,
  };
}

/** Where the text asks for regular meetings without a figure. */
export function mensuelleProposee(texte: string): FrequenceRencontres {
  return {
    fois: 1,
    par: "mois",
    texte: `${texte} ; une rencontre par mois est proposée`,
    certitude: "a-confirmer",
  };
}

const contact = {
  pour: "referent",
  accompli: "accompagnement-fini",
  eteint: [],
  jusqua: null,
  certitude: "V",
} as const;

const manquement = { eteint: [], jusqua: null, certitude: "a-confirmer" } as const;

/**
 * The deadlines of the path. The figures of durations and meetings are those of the rule of each accompaniment, which
 * the starts below already follow: « terme » is the end as counted, a meeting is counted from the last one.
 */
export function echeancesParcours(depuis: string, document: string): readonly RegleEcheance[] {
  return [
    {
      code: "conclure-accompagnement",
      libelle: "Décider de la suite de l’accompagnement",
      pour: "referent",
      depart: "accompagnement-terme",
      accompli: "accompagnement-fini",
      eteint: [],
      delai: { nombre: 0, unite: "jours", report: "aucun" },
      depuis,
      jusqua: null,
      texte: `${document} : durée de l’accompagnement`,
      certitude: "V",
    },
    {
      ...contact,
      libelle: "Rencontrer la personne, au moins une fois par semaine",
      code: "rencontrer-chaque-semaine",
      depart: "contact-hebdomadaire",
      delai: { nombre: 1, unite: "semaines", report: "jour-ouvre-suivant" },
      depuis,
      texte: `${document} : au moins un rendez-vous par semaine`,
    },
    {
      ...contact,
      libelle: "Rencontrer la personne, au moins deux fois par mois",
      code: "rencontrer-deux-fois-par-mois",
      depart: "contact-bimensuel",
      delai: { nombre: 15, unite: "jours", report: "jour-ouvre-suivant" },
      depuis,
      texte: `${document} : au moins deux rencontres par mois, comptées de quinzaine en quinzaine`,
    },
    {
      ...contact,
      libelle: "Rencontrer la personne, au moins une fois par mois",
      code: "rencontrer-chaque-mois",
      depart: "contact-mensuel",
      delai: { nombre: 1, unite: "mois", report: "jour-ouvre-suivant" },
      depuis,
      texte: `${document} : au moins une rencontre par mois, lorsque le texte le dit ou que le département l’a retenu`,
    },
    {
      ...manquement,
      code: "recevoir-manquement",
      libelle: "Recevoir un manquement signalé",
      pour: "gestionnaire",
      depart: "manquement-signale",
      accompli: "manquement-recu",
      delai: { nombre: 5, unite: "jours-ouvres", report: "aucun" },
      depuis,
      texte: `${document} : tout manquement est signalé au Département, qui examine la situation (cinq jours ouvrés sont proposés pour en accuser réception)`,
    },
    {
      ...manquement,
      code: "suivre-manquement",
      libelle: "Dire la suite d’un manquement",
      pour: "responsable",
      depart: "manquement-recu",
      accompli: "manquement-suite",
      delai: { nombre: 15, unite: "jours", report: "jour-ouvre-suivant" },
      depuis,
      texte: `${document} : la situation est examinée avant la commission (quinze jours sont proposés)`,
    },
  ];
}
