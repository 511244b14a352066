import { normaliser } from "./cles.ts";
import type { Signalement } from "./rapprocher-membres.ts";

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
  const doutes: { id: number; raison: RaisonDoute }[] = [];
  for (const connue of connues) {
    if (nouvelle.nir === null || connue.nir !== nouvelle.nir) continue;
    if (!contredite(nouvelle, connue)) return { id: connue.id, doutes: [] };
    doutes.push({ id: connue.id, raison: "nir-partage" });
  }
  for (const connue of connues) {
    if (nouvelle.cleIdentite === null || connue.cleIdentite !== nouvelle.cleIdentite) continue;
    if (nouvelle.nir === null || connue.nir === null) return { id: connue.id, doutes };
    if (nouvelle.nir !== connue.nir) doutes.push({ id: connue.id, raison: "nir-differents" });
  }
  return { id: null, doutes };
}

function contredite(a: Omit<Signalement, "role">, b: Omit<Signalement, "role">): boolean {
  const naissance =
    a.dateNaissance !== null && b.dateNaissance !== null && a.dateNaissance !== b.dateNaissance;
  return naissance && normaliser(a.prenom) !== normaliser(b.prenom);
}
