import type { ClasseOrganisme, Dominante, FicheAction } from "#commun/referentiel";

/** An obstacle that weighs on her today. */
export interface FreinOuvert {
  readonly id: number;
  readonly nature: string;
  readonly libelle: string;
  readonly poids: "leger" | "important" | "bloquant";
}

interface Lieu {
  readonly codeCommune: string | null;
  readonly epci: string | null;
  readonly territoireId: number | null;
}

/** Where she is today, as far as an action looks at it. */
export interface PersonneAPlacer extends Lieu {
  readonly commune: string | null;
  readonly territoire: string | null;
  readonly dominante: Dominante | null;
  /** The RSA socle is open today. */
  readonly socle: boolean;
  readonly soumis: boolean | null;
  readonly contrat: { readonly nom: string; readonly signeLe: string } | null;
  readonly inscription: { readonly depuis: string } | null;
  readonly freins: readonly FreinOuvert[];
  /** Actions she is in today. */
  readonly presences: readonly {
    readonly actionId: number;
    readonly action: string;
    readonly fiche: string;
    readonly depuis: string;
  }[];
  /** Actions she is prescribed already, and awaits. */
  readonly prescrites: readonly number[];
}

export interface ActionAPlacer extends Lieu {
  readonly id: number;
  readonly nom: string;
  readonly structure: string;
  readonly fiche: string;
  readonly territoire: string;
  /** Communes served; none: the whole territory. */
  readonly communes: readonly string[];
  readonly du: string;
  /** Day it closes, excluded. */
  readonly au: string | null;
  readonly freins: readonly string[];
  readonly dominantes: readonly Dominante[];
  readonly publics: readonly string[];
  readonly contractualisation: FicheAction["contractualisation"];
  readonly prescripteurs: readonly ClasseOrganisme[];
  /** `null` where no number of places was agreed. */
  readonly places: number | null;
  readonly presents: number;
  readonly enAttente: number;
  /** Median of days between prescription and entry, of the last months; `null` when nobody entered. */
  readonly delaiMedian: number | null;
}

/** What the day, the reader and the département add. */
export interface CadreDuClassement {
  readonly le: string;
  /** Class of the structure that prescribes; `null` when she works in none. */
  readonly classe: ClasseOrganisme | null;
  readonly doublesPresences: readonly { readonly une: string; readonly autre: string }[];
  /** The obstacle the search starts from. */
  readonly freinId: number | null;
}

export type SensRaison = "pour" | "contre" | "empeche";

/** One reason of a rank, in words a person may read over the shoulder. */
export interface Raison {
  readonly code: string;
  readonly sens: SensRaison;
  readonly poids: number;
  readonly texte: string;
}

export interface ActionClassee {
  readonly action: ActionAPlacer;
  readonly admissible: boolean;
  readonly points: number;
  readonly libres: number | null;
  readonly raisons: readonly Raison[];
}

export const pour = (code: string, poids: number, texte: string): Raison => ({
  code,
  sens: "pour",
  poids,
  texte,
});
export const contre = (code: string, poids: number, texte: string): Raison => ({
  code,
  sens: "contre",
  poids: -poids,
  texte,
});
export const empeche = (code: string, texte: string): Raison => ({
  code,
  sens: "empeche",
  poids: 0,
  texte,
});
