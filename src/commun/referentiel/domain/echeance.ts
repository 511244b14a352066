import type { Certitude } from "./parametre-date.ts";

/** A delay. Calendar days and weeks are counted from the day after the start; months go date to date. */
export interface Delai {
  readonly nombre: number;
  readonly unite: "jours" | "jours-ouvres" | "semaines" | "mois";
  /** What becomes of a last day that is not worked: it stays, or moves to the next worked day. */
  readonly report: "aucun" | "jour-ouvre-suivant";
}

/** Which public holidays the territory keeps. */
export const calendriers = ["metropole", "alsace-moselle"] as const;
export type Calendrier = (typeof calendriers)[number];

/** Who must act; the roles of `referentiels/national/roles.ts`. */
export type PorteurEcheance = "gestionnaire" | "responsable" | "referent";

/**
 * What somebody must do by a day. It exists from the fact `depart` on, ends with the fact `accompli`,
 * and vanishes when one of `eteint` happens. Facts are named by the module that knows them.
 */
export interface RegleEcheance {
  readonly code: string;
  /** The act, as a verb: « Décider l’orientation ». */
  readonly libelle: string;
  readonly pour: PorteurEcheance;
  readonly depart: string;
  readonly accompli: string;
  readonly eteint: readonly string[];
  readonly delai: Delai;
  /** The rule binds facts of its start from `depuis` on, until the day before `jusqua`. */
  readonly depuis: string;
  readonly jusqua: string | null;
  readonly texte: string;
  readonly certitude: Certitude;
}
