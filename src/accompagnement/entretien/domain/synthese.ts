/** How much a frein holds a person back. */
export const poidsFrein = ["leger", "important", "bloquant"] as const;
export type PoidsFrein = (typeof poidsFrein)[number];

export const qui = ["personne", "referent", "partenaire"] as const;

/** Who does a step of a frein. */
export type PorteurEtape = (typeof qui)[number];

export interface EtapeFrein {
  readonly id: number;
  readonly quoi: string;
  readonly qui: PorteurEtape;
  /** The partner, or the person named; empty when `qui` says it all. */
  readonly quiNom: string;
  readonly pourLe: string | null;
  readonly faiteLe: string | null;
}

export interface ThemeSynthese {
  readonly theme: string;
  readonly libelle: string;
  readonly situations: readonly string[];
  readonly objectifs: readonly string[];
  readonly le: string;
}

export interface FreinSynthese {
  readonly id: number;
  readonly nature: string;
  readonly libelle: string;
  readonly poids: PoidsFrein;
  readonly ouvertLe: string;
  /** Those neither done nor given up. */
  readonly etapes: readonly EtapeFrein[];
}

export const etatsProjet = ["emergence", "validation", "reevaluation", "abandon"] as const;
export type EtatProjet = (typeof etatsProjet)[number];

/** What she does not want, in her words; empty when she said nothing. */
export interface RefusProjet {
  readonly metiers: string;
  readonly distance: string;
  readonly salaire: string;
  readonly autre: string;
}

export interface ProjetSynthese {
  readonly etat: EtatProjet;
  readonly depuis: string;
  readonly intitule: string;
  readonly metiers: readonly { readonly code: string; readonly libelle: string }[];
  readonly rayonKm: number | null;
  readonly transports: readonly string[];
  /** Hours a week she accepts. */
  readonly heures: number | null;
  readonly refus: RefusProjet;
}

/** What a draft of contract takes from the interviews: labels as they were signed. */
export interface SyntheseEntretiens {
  readonly themes: readonly ThemeSynthese[];
  readonly freins: readonly FreinSynthese[];
  readonly projet: ProjetSynthese | null;
}
