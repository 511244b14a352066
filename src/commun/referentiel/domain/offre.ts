import type { ValeurContrat } from "./contrat.ts";
import type { ClasseOrganisme } from "./orientation.ts";
import type { Certitude } from "./parametre-date.ts";

/** Legal category of an operator: who may carry an action, and at which price. */
export const categoriesJuridiques = [
  "association",
  "fondation",
  "ccas",
  "cias",
  "epci",
  "ept",
  "commune",
  "etablissement-public",
  "ess",
  "entreprise",
  "departement",
] as const;
export type CategorieJuridique = (typeof categoriesJuridiques)[number];

/** Whom an action receives: the obstacles it works on use the kinds of `entretien`. */
export interface AxeOffre {
  readonly code: string;
  /** « Axe I ». */
  readonly numero: string;
  readonly libelle: string;
  readonly objectif: string;
  /** Social or professional: an access from the first to the second is counted. */
  readonly domaine: "professionnel" | "social";
}

/** A line of the path drawn between two axes. */
export interface PassageOffre {
  readonly de: string;
  readonly vers: string;
}

/** Whether the action carries the contract of the person, or only checks that she has one. */
export const contractualisations = [
  "par-la-reference",
  "possible",
  "obligatoire",
  "sans",
  "selon-type",
] as const;
export type Contractualisation = (typeof contractualisations)[number];

export interface DureeAction {
  readonly minMois: number | null;
  readonly maxMois: number | null;
  /** How many renewals; `null` when each is decided and none is bounded. */
  readonly renouvellements: number | null;
  readonly suspenduePar: readonly ("formation" | "arret")[];
  /** Grounds that lift the limit. */
  readonly exceptions: readonly { readonly code: string; readonly libelle: string }[];
}

export interface PrixForfait {
  readonly nature: "forfait";
  readonly lignes: readonly {
    readonly categories: readonly CategorieJuridique[] | "toutes";
    readonly centimes: number;
    readonly places: number;
  }[];
}

export const numerateursResultat = [
  "sorties-durables",
  "sorties-transition",
  "sorties-positives",
  "sorties-dynamiques",
  "sorties-emploi",
  "sorties",
  "occupation",
  "acces-action-professionnelle",
  "formes",
  "freins-leves",
  "plans-action",
  "mises-emploi",
  "entrees-formation",
] as const;
export type NumerateurResultat = (typeof numerateursResultat)[number];

export const denominateursResultat = ["places", "sorties", "accompagnes", "freins"] as const;
export type DenominateurResultat = (typeof denominateursResultat)[number];

/** A quantified result awaited each year; the ratio is exact: 50 out of 100 is `{ n: 50, d: 100 }`. */
export interface ResultatAttendu {
  readonly code: string;
  readonly libelle: string;
  readonly numerateur: NumerateurResultat;
  readonly denominateur: DenominateurResultat;
  /** `null` when each operator agrees on its own. */
  readonly cible: { readonly n: number; readonly d: number } | null;
  /** Type of the sheet to which it is bound; `null` for all. */
  readonly types: readonly string[] | null;
  /** Awaited only if enough persons were oriented: note (2) of the 2019 guide. */
  readonly sousReserveOrientation: boolean;
}

export interface FicheAction {
  readonly code: string;
  /** « I.1 ». */
  readonly numero: string;
  readonly axe: string;
  readonly libelle: string;
  readonly court: string;
  readonly objectifs: readonly string[];
  readonly actionsAttendues: readonly string[];
  readonly contractualisation: { readonly nature: Contractualisation; readonly texte: string };
  /** What the text says of the duration, the rhythm and what follows the exit, in its words. */
  readonly modalites: {
    readonly duree: string;
    readonly frequence: string;
    readonly suite: string;
  };
  /** With what it works: the other actions, the partners. */
  readonly articulations: readonly string[];
  readonly duree: DureeAction;
  readonly rythme: {
    readonly minimum: number;
    readonly par: "semaine" | "mois";
    readonly presentiel: boolean;
  } | null;
  /** Months of follow-up after the exit, from the start of what it names. */
  readonly suivi: {
    readonly mois: number;
    readonly depuis: "emploi" | "formation-ou-emploi" | "fin-de-contrat";
    readonly texte: string;
  } | null;
  readonly publics: readonly string[];
  readonly publicsPrioritaires: readonly string[];
  /** Kinds of obstacles (see `entretien`) that call for it. */
  readonly freins: readonly string[];
  /** Dominantes of orientation whose persons it receives. */
  readonly dominantes: readonly ("emploi" | "socio-professionnelle" | "sociale")[];
  readonly comptage: {
    readonly mode: "file-active-mensuelle" | "annuel";
    /** Places of one file active. */
    readonly base: number | null;
  };
  readonly prix: PrixForfait | { readonly nature: "negocie" };
  readonly resultats: readonly ResultatAttendu[];
  readonly criteres: readonly string[];
  /** The RSA socle is asked during the whole stay, or on the day of entry only. */
  readonly socle: "sejour" | "entree";
  /** Sheet that must accompany it on the same territory. */
  readonly adosseeA: string | null;
  readonly types: readonly { readonly code: string; readonly libelle: string }[];
  /** Social axes: the sheet whose référent keeps following who enters another action. */
  readonly gardeLeSuivi: boolean;
  readonly texte: string;
  readonly certitude: Certitude;
}

export const naturesSortie = [
  "cdi",
  "titularisation",
  "cdd",
  "interim",
  "saisonnier",
  "cesu",
  "alternance",
  "contrat-aide-non-marchand",
  "contrat-aide-marchand",
  "creation",
  "formation-qualifiante",
  "autre-action",
  "autres-droits",
  "fin-rsa",
  "fin-de-duree",
  "abandon",
  "demenagement",
  "incarceration",
  "deces",
  "autre",
] as const;
export type NatureSortie = (typeof naturesSortie)[number];

export const classesSortie = ["durable", "transition", "positive", "autre"] as const;
export type ClasseSortie = (typeof classesSortie)[number];

/** One line of the decision table of exits; the first that matches wins. */
export interface LigneSortie {
  readonly code: string;
  readonly natures: readonly NatureSortie[] | "toutes";
  /** In a structure of the insertion by economic activity, or not; `null` for both. */
  readonly siae: boolean | null;
  /** Length of the contract against six months, date to date; `null` for any, `inconnue` without an end. */
  readonly duree: "plus" | "egale" | "moins" | "inconnue" | null;
  readonly classe: ClasseSortie | "a-arbitrer";
  readonly texte: string;
  readonly certitude: Certitude;
}

/** Two sheets where the same person may be at once. */
export interface DoublePresence {
  readonly une: string;
  readonly autre: string | "toutes";
}

export interface RegleRestitution {
  /** Day of the following month. */
  readonly jour: number;
  /** What happens to a closed day. */
  readonly report: "aucun" | "ouvre-suivant";
  /** Days before the due date, negative after it, on which the operator is reminded. */
  readonly rappels: readonly number[];
  /** Days after the due date from which it is said never sent. */
  readonly nonTransmiseApres: number;
}

export interface ReglePrescription {
  /** Days within which the operator answers. */
  readonly reponse: number;
  /** Days after which a prescription without an answer expires, visibly. */
  readonly expiration: number;
  readonly motifsRefus: readonly { readonly code: string; readonly libelle: string }[];
  readonly motifsAnnulation: readonly { readonly code: string; readonly libelle: string }[];
}

export interface RegleCles {
  /** Months during which the key of an operator’s software answers, before somebody renews it. */
  readonly mois: number;
}

export interface RegleComptage {
  /** Mean of the months, each capped at the places or not, or the stock of the last day of the year. */
  readonly occupation: "moyenne-plafonnee" | "moyenne" | "minimum";
  /** Yearly mode: stock of 31 December, or everybody received in the year. */
  readonly annuel: "stock-31-12" | "cumul-annee";
  /** The forfait for a part of the year. */
  readonly prorata: "mois" | "jour";
  /** A small cell of a profile is hidden under this number of persons. */
  readonly secret: number;
}

/** What a département offers: its axes, its sheets, and how stays in them are ruled and counted. */
export interface ProgrammeOffre {
  readonly titre: string;
  readonly axes: readonly AxeOffre[];
  readonly passages: readonly PassageOffre[];
  readonly fiches: readonly FicheAction[];
  readonly categoriesAdmises: ValeurContrat<readonly CategorieJuridique[]>;
  readonly prescripteurs: ValeurContrat<readonly ClasseOrganisme[]>;
  readonly sorties: readonly LigneSortie[];
  readonly doublesPresences: ValeurContrat<readonly DoublePresence[]>;
  readonly restitution: ValeurContrat<RegleRestitution>;
  readonly prescription: ValeurContrat<ReglePrescription>;
  readonly cles: ValeurContrat<RegleCles>;
  readonly comptage: ValeurContrat<RegleComptage>;
  /** Least share of RSA persons among those present at a mixed action, where a text asks for one. */
  readonly partRsaMixte: ValeurContrat<{ readonly n: number; readonly d: number } | null>;
}
