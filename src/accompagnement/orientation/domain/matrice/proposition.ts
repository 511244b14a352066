import type { ReponsesDiagnostic } from "#accompagnement/diagnostic";
import type { ClasseOrganisme, Dominante, Matrice } from "#commun/referentiel";

export type PoidsReponse = Matrice["poids"][number];
export type AxeMatrice = PoidsReponse["axe"];
export type NiveauMatrice = Matrice["niveaux"]["emploi"][number];

/** What the matrix looks at. Unknown is `null`, never a guess. */
export interface SituationOrientation {
  readonly age: number | null;
  readonly situationFamiliale: string | null;
  readonly enfantsACharge: number | null;
  /** Name of the territory of her current address. */
  readonly territoire: string | null;
  /** Class of the structure that already follows her. */
  readonly dejaSuivi: ClasseOrganisme | null;
  readonly activite: string | null;
  readonly reponses: ReponsesDiagnostic;
  /** Places left by type in her territory; `null` is without limit, a type absent is served by nobody. */
  readonly capacites: Readonly<Record<string, number | null>>;
}

export interface IssueMatrice {
  readonly dominante: Dominante;
  readonly type: string | null;
}

/** Where a rule is heard. */
export type MomentRegle = "avant" | "grille" | "apres" | "sans-reponse";

export interface RegleEntendue {
  readonly code: string;
  readonly libelle: string;
  readonly moment: MomentRegle;
}

/** What the matrix says of one person and all that made it say so. */
export interface PropositionMatrice extends IssueMatrice {
  readonly version: string;
  readonly scores: Readonly<Record<AxeMatrice, number>>;
  /** Codes of the levels the scores fall in. */
  readonly niveaux: Readonly<Record<AxeMatrice, string>>;
  /** Every answer that weighed: they add up to the scores. */
  readonly contributions: readonly PoidsReponse[];
  /** In the order heard: the first gave the outcome, the next corrected it. */
  readonly regles: readonly RegleEntendue[];
  /** The runner-up, `null` when the matrix leaves no other way. */
  readonly suivante: (IssueMatrice & { readonly pourquoi: string }) | null;
}
