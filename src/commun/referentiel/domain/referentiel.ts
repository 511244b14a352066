import type { RegleAgenda } from "./agenda.ts";
import type { RegleContrats } from "./contrat.ts";
import type { ModeleCourrier } from "./courrier.ts";
import type { Calendrier, RegleEcheance } from "./echeance.ts";
import type { RegleEntretien } from "./entretien.ts";
import type { RegleMessages } from "./message.ts";
import type { ProgrammeOffre } from "./offre.ts";
import type { Matrice, QuestionDiagnostic, RegleOrientation } from "./orientation.ts";
import type { Certitude, ParametreDate } from "./parametre-date.ts";
import type { RegleParcours } from "./parcours.ts";

/** Roles of the households' members: see the national list ROLEPERS. */
export type RolePersonne = "DEM" | "CJT" | "ENF" | "AUT" | "RDO";

/** How a département names the things every screen speaks of. Singular, without article. */
export interface Vocabulaire {
  readonly personne: string;
  readonly referent: string;
  readonly territoire: string;
  readonly territoires: string;
  readonly gestionnaire: string;
  readonly responsableTerritorial: string;
  readonly commission: string;
  readonly contrat: string;
}

/** Two colours for the frame, as `#rrggbb`. They never carry a state. */
export interface Couleurs {
  readonly principale: string;
  readonly secondaire: string;
}

export const codesCompletude = [
  "nir",
  "nir-cle",
  "date-naissance",
  "adresse",
  "commune",
  "telephone",
  "courriel",
  "role",
  "situation-familiale",
  "diagnostic",
  "ressources",
  "demandeur-emploi",
] as const;
export type CodeCompletude = (typeof codesCompletude)[number];

/** One piece of information without which a file is said incomplete. */
export interface RegleCompletude {
  readonly code: CodeCompletude;
  /** Reads after « Il manque : ». */
  readonly libelle: string;
  readonly roles: readonly RolePersonne[];
  /** ETATDOSRSA of the file. */
  readonly etats: readonly string[];
  readonly population: "tous" | "soumis-droits-devoirs" | "nouveaux-entrants";
  readonly depuis: string;
  /** First day on which the rule no longer applies. */
  readonly jusqua: string | null;
  readonly texte: string;
  readonly certitude: Certitude;
}

/**
 * A territory as groups of communes. A commune named wins over its EPCI or EPT,
 * which wins over its arrondissement.
 */
export interface TerritoireDefini {
  readonly nom: string;
  readonly communes: readonly string[];
  readonly epci: readonly string[];
  readonly arrondissements: readonly string[];
}

/** Who is counted as a beneficiary to accompany. */
export interface RegleBeneficiaire {
  /** ETATDOSRSA that suffice. */
  readonly etats: readonly string[];
  /** MOTISUSVERSRSA that keep the person beneficiary when the état is 4. */
  readonly motifsEtat4: readonly string[];
  /** TOPPERSDRODEVORSA must be 1. */
  readonly soumisDroitsDevoirs: boolean;
}

/** The configuration of one département: mechanisms are in code, values are here. */
export interface Referentiel {
  readonly nom: string;
  readonly titre: string;
  readonly departement: {
    readonly code: string;
    readonly nom: string;
    /** « la Somme », « le Nord », « la Seine-Saint-Denis ». */
    readonly avecArticle: string;
  };
  /** The document the configuration was read from. */
  readonly document: { readonly titre: string; readonly fichier: string };
  readonly vocabulaire: ParametreDate<Vocabulaire>;
  readonly couleurs: ParametreDate<Couleurs>;
  readonly completude: readonly RegleCompletude[];
  readonly territoires: ParametreDate<readonly TerritoireDefini[]>;
  readonly beneficiaire: ParametreDate<RegleBeneficiaire>;
  /** Day of the following month from which the monthly file of beneficiaries is awaited. */
  readonly arriveeMensuelle: ParametreDate<number>;
  readonly orientation: ParametreDate<RegleOrientation>;
  readonly diagnostic: ParametreDate<readonly QuestionDiagnostic[]>;
  readonly matrice: ParametreDate<Matrice>;
  readonly echeances: readonly RegleEcheance[];
  readonly joursFeries: ParametreDate<Calendrier>;
  readonly courriers: ParametreDate<readonly ModeleCourrier[]>;
  readonly agenda: ParametreDate<RegleAgenda>;
  readonly entretien: RegleEntretien;
  readonly contrats: ParametreDate<RegleContrats>;
  readonly messages: ParametreDate<RegleMessages>;
  readonly parcours: ParametreDate<RegleParcours>;
  /** Axes, sheets of actions, and the rules of the stays in them. */
  readonly offre: ParametreDate<ProgrammeOffre>;
}

export interface Situation {
  readonly role: string;
  readonly etat: string;
  readonly soumisDroitsDevoirs: boolean;
  readonly nouvelEntrant: boolean;
}

/** The rules of completeness that bind one person on one day. */
export function reglesApplicables(
  regles: readonly RegleCompletude[],
  date: string,
  situation: Situation,
): readonly RegleCompletude[] {
  return regles.filter(
    (regle) =>
      regle.depuis <= date &&
      (regle.jusqua === null || date < regle.jusqua) &&
      regle.roles.some((role) => role === situation.role) &&
      regle.etats.includes(situation.etat) &&
      concerne(regle.population, situation),
  );
}

function concerne(population: RegleCompletude["population"], situation: Situation): boolean {
  switch (population) {
    case "tous":
      return true;
    case "soumis-droits-devoirs":
      return situation.soumisDroitsDevoirs;
    case "nouveaux-entrants":
      return situation.nouvelEntrant;
  }
}
