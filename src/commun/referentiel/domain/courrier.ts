/** A letter as blocks: what the editor shows on its left. Text holds merge fields as `{{personne.nom}}`. */
export type BlocCourrier =
  | { readonly nature: "paragraphe"; readonly texte: string }
  | { readonly nature: "titre"; readonly texte: string }
  | { readonly nature: "liste"; readonly lignes: readonly string[] }
  | { readonly nature: "encadre"; readonly texte: string }
  /** Shown only when this field has a value. */
  | { readonly nature: "si"; readonly champ: string; readonly texte: string };

/** What a letter serves: the acts propose the models of their own usage. */
export const usagesCourrier = [
  "notification-orientation",
  "convocation",
  "convocation-rendez-vous",
  "information",
  "changement-referent",
  "contrat-a-signer",
  "contrat-signe",
  "contrat-fini",
  "contrat-resilie",
  "renouvellement-refuse",
] as const;
export type UsageCourrier = (typeof usagesCourrier)[number];

/** Who writes, at the head of the letter. */
export interface ExpediteurCourrier {
  /** Name of the service, then its postal address, one line each. */
  readonly lignes: readonly string[];
  /** Where the letter is dated from: « Amiens ». */
  readonly lieu: string;
  /** How to reach the service, one line each. */
  readonly contact: readonly string[];
}

/** A letter shipped with a référentiel; the département edits it in the application. */
export interface ModeleCourrier {
  readonly code: string;
  readonly titre: string;
  readonly usage: UsageCourrier;
  readonly expediteur: ExpediteurCourrier;
  readonly objet: string;
  readonly blocs: readonly BlocCourrier[];
  /** Ways and time limits of appeal, one paragraph each; empty when the letter decides nothing. */
  readonly recours: readonly string[];
  /** Who signs, one line per line: « Pour le Président du Conseil départemental, … ». */
  readonly signature: string;
  /** Copies named at the foot of the letter. */
  readonly copies: readonly string[];
  readonly texte: string;
}
