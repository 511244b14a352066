import { contredite, type Signalement } from "./rapprocher-membres.ts";

/** A human already on record, as far as identity needs. */
export interface Connue extends Omit<Signalement, "role"> {
  readonly id: number;
}

export interface Choix {
  /** The human this newcomer is, or null: somebody new. */
  readonly id: number | null;
  /** Humans she might be, for the review screen, with the reason. */
  readonly doutes: readonly { readonly id: number; readonly raison: RaisonDoute }[];
}

export const libellesDoute = {
  "nir-partage": "Même NIR, mais nom et date de naissance différents",
  "nir-differents": "Mêmes nom, prénom et date de naissance, mais deux NIR différents",
  "noms-proches": "Même date de naissance et noms proches, un NIR manque",
} as const;

export type RaisonDoute = keyof typeof libellesDoute;

/**
 * One human identity across dossiers: the NIR of 13 characters, else birth name, first name and birth date.
 * Where the two disagree nobody is merged: the pair goes to an agent.
 */
export function choisirPersonne(
  nouvelle: Omit<Signalement, "role">,
  connues: readonly Connue[],
): Choix {
  const memeNir = connues.filter(({ nir }) => nir !== null && nir === nouvelle.nir);
  const reconnue =
    memeNir.find(({ cleIdentite }) => cleIdentite && cleIdentite === nouvelle.cleIdentite) ??
    memeNir.find((connue) => !contredite(nouvelle, connue));
  if (reconnue) return { id: reconnue.id, doutes: [] };
  const doutes = memeNir.map(({ id }) => ({ id, raison: "nir-partage" as const }));
  const memeEtatCivil = connues.filter(
    ({ cleIdentite }) => cleIdentite !== null && cleIdentite === nouvelle.cleIdentite,
  );
  const sansContraire = memeEtatCivil.find(({ nir }) => nir === null || nouvelle.nir === null);
  if (sansContraire) return { id: sansContraire.id, doutes };
  const differents = memeEtatCivil
    .filter(({ nir }) => nir !== nouvelle.nir)
    .map(({ id }) => ({ id, raison: "nir-differents" as const }));
  return { id: null, doutes: [...doutes, ...differents] };
}
