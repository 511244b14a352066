/** A letter as blocks: what the editor shows on its left. Text holds merge fields as `{{personne.nom}}`. */
export type BlocCourrier =
  | { readonly nature: "paragraphe"; readonly texte: string }
  | { readonly nature: "titre"; readonly texte: string }
  | { readonly nature: "liste"; readonly lignes: readonly string[] }
  | { readonly nature: "encadre"; readonly texte: string }
  /** Shown only when this field has a value. */
  | { readonly nature: "si"; readonly champ: string; readonly texte: string };

/** A letter shipped with a référentiel; the département edits it in the application. */
export interface ModeleCourrier {
  readonly code: string;
  readonly titre: string;
  /** What it serves: the acts propose the models of their own usage. */
  readonly usage: "notification-orientation" | "convocation" | "information";
  readonly objet: string;
  readonly blocs: readonly BlocCourrier[];
  /** Who signs: « Pour le Président du Conseil départemental, … ». */
  readonly signature: string;
  /** Copies named at the foot of the letter. */
  readonly copies: readonly string[];
  readonly texte: string;
}
