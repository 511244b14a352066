import type { ParametreDate } from "./parametre-date.ts";

/** One thing that may be chosen, by its code. A code never changes its meaning. */
export interface Choix {
  readonly code: string;
  readonly libelle: string;
}

/** One theme of the person's situation, as the référent asks about it. */
export interface ThemeSituation {
  readonly code: string;
  readonly libelle: string;
  /** What is read before writing. */
  readonly aide: string;
  /** What was chosen and typed says the consequences for the path, never a cause: health, addictions, justice. */
  readonly consequencesSeules: boolean;
  /** A theme no longer asked keeps its code, so that what was answered is still read. */
  readonly pose: boolean;
  readonly situations: readonly Choix[];
  readonly objectifs: readonly Choix[];
  /** Kinds of freins this theme may open, by their code. */
  readonly freins: readonly string[];
}

/** What a référent asks and keeps of a person's situation. */
export interface RegleEntretien {
  readonly themes: ParametreDate<readonly ThemeSituation[]>;
  readonly naturesFrein: ParametreDate<readonly Choix[]>;
  /** Share of freins that must be lifted, in percent; null where the département has not set one. */
  readonly freinsLeves: ParametreDate<number | null>;
}
