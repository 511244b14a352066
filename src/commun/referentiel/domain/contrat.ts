import type { ClasseOrganisme } from "./orientation.ts";
import type { Certitude } from "./parametre-date.ts";

/** Who signs a contract. */
export const qualitesSignataire = ["personne", "referent", "departement"] as const;
export type QualiteSignataire = (typeof qualitesSignataire)[number];

/** How long a contract binds, in months; `null` where no text bounds it. */
export interface DureeContrat {
  readonly min: number;
  readonly max: number | null;
  readonly defaut: number;
  /** How many times it may be renewed. */
  readonly renouvellements: number | null;
  /** Longest of the contract and its renewals together. */
  readonly totalMax: number | null;
  readonly texte: string;
  readonly certitude: Certitude;
}

/** A ground that opens a longer duration, granted by somebody who answers for it. */
export interface DerogationContrat {
  readonly code: string;
  readonly libelle: string;
  /** What the total becomes; `null` when the ground lifts the limit. */
  readonly totalMax: number | null;
  readonly texte: string;
  readonly certitude: Certitude;
}

interface MotifContrat {
  readonly code: string;
  readonly libelle: string;
}

/** The weekly hours a contract asks for, and why it may ask for fewer, or for none. */
export interface HeuresContrat {
  readonly minimum: number;
  readonly motifsReduction: readonly MotifContrat[];
  readonly motifsDispense: readonly MotifContrat[];
  readonly texte: string;
  readonly certitude: Certitude;
}

export interface NatureContrat {
  readonly code: string;
  readonly libelle: string;
  /** As lists show it. */
  readonly court: string;
  /** Signatures from `du` until the day before `au` make such a contract. */
  readonly du: string;
  readonly au: string | null;
  /** Signed elsewhere, and only known here: the PPAE of France Travail. */
  readonly repris: boolean;
  readonly signataires: readonly QualiteSignataire[];
  /** Somebody of the département agrees before it is signed. */
  readonly validation: boolean;
  readonly duree: DureeContrat;
  readonly derogations: readonly DerogationContrat[];
  readonly heures: HeuresContrat | null;
  /** Months between two reviews, when the person and the référent agree on nothing else. */
  readonly bilanTousLesMois: number;
  /** What makes a reasonable offer of employment is set with it. */
  readonly offreRaisonnable: boolean;
  /** Of an earlier regime: a contrat d’engagement must take its place by the day of the stock. */
  readonly aRemplacer: boolean;
  readonly texte: string;
  readonly certitude: Certitude;
}

export interface ValeurContrat<Valeur> {
  readonly valeur: Valeur;
  readonly texte: string;
  readonly certitude: Certitude;
}

/** What a département's texts say of its contracts. */
export interface RegleContrats {
  readonly natures: readonly NatureContrat[];
  /** The day by which everybody accompanied before the reform is under a contrat d’engagement. */
  readonly stock: ValeurContrat<string>;
  /** Months after the orientation from which who has no contract is counted as late in the rate. */
  readonly delaiDuTaux: ValeurContrat<number>;
  /** Percentage under which the rate of contractualisation alerts the responsable. */
  readonly seuil: ValeurContrat<number>;
  /** Classes of structures that are the département's own services; every other one is external. */
  readonly internes: ValeurContrat<readonly ClasseOrganisme[]>;
  /** What a right that closes during a contract asks: the contract never ends by itself. */
  readonly droitClos: ValeurContrat<string>;
  /** What the contract says of the rights of the person and of her remedies. */
  readonly droitsEtRecours: ValeurContrat<readonly string[]>;
  /** Grounds of vulnerability that put the re-examination of social support at twelve months. */
  readonly vulnerabilites: readonly MotifContrat[];
}
