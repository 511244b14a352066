import type { EtatRestitution } from "./etat.ts";

/** What a board sorts its returns by; each is a figure and a door. */
export const filtresTableau = [
  "recues",
  "a-accepter",
  "acceptees",
  "manquantes",
  "a-corriger",
  "en-retard",
  "non-transmises",
  "attendues",
  "changees",
  "tardives",
  "neant",
] as const;
export type FiltreTableau = (typeof filtresTableau)[number];

export interface LigneJugee {
  readonly etat: EtatRestitution;
  /** Days of lateness of the first sending, or until today. */
  readonly retard: number;
  /** A first version was sent, whatever became of it. */
  readonly transmise: boolean;
  /** The stays say something else since. */
  readonly changee: boolean;
  readonly neant: boolean;
}

const chez: Readonly<Record<FiltreTableau, (ligne: LigneJugee) => boolean>> = {
  recues: ({ etat }) => etat === "transmise" || etat === "acceptee",
  "a-accepter": ({ etat }) => etat === "transmise",
  acceptees: ({ etat }) => etat === "acceptee",
  manquantes: ({ etat }) => etat !== "transmise" && etat !== "acceptee",
  "a-corriger": ({ etat, transmise }) => transmise && !["transmise", "acceptee"].includes(etat),
  "en-retard": ({ etat, retard, transmise }) =>
    !transmise && retard > 0 && etat !== "non-transmise",
  "non-transmises": ({ etat }) => etat === "non-transmise",
  attendues: ({ transmise, retard }) => !transmise && retard === 0,
  changees: ({ changee }) => changee,
  tardives: ({ transmise, retard }) => transmise && retard > 0,
  neant: ({ neant }) => neant,
};

export const correspond = (ligne: LigneJugee, filtre: FiltreTableau): boolean =>
  chez[filtre](ligne);

export type ComptesTableau = Readonly<Record<FiltreTableau, number>> & { readonly total: number };

export function compterTableau(lignes: readonly LigneJugee[]): ComptesTableau {
  const nombre = (filtre: FiltreTableau) => lignes.filter(chez[filtre]).length;
  return {
    total: lignes.length,
    ...(Object.fromEntries(filtresTableau.map((filtre) => [filtre, nombre(filtre)])) as Record<
      FiltreTableau,
      number
    >),
  };
}
