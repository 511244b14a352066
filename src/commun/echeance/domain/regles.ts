import type { PorteurEcheance, RegleEcheance } from "#commun/referentiel";
import { regleDuJour } from "./deriver.ts";

export const libellesPorteur: Readonly<Record<PorteurEcheance, string>> = {
  gestionnaire: "Gestionnaire",
  responsable: "Responsable",
  referent: "Référent",
};

/** The rule behind a line: the one of its code in force on the day it started. */
export function regleDe(
  regles: readonly RegleEcheance[],
  { code, depart }: { readonly code: string; readonly depart: string },
): RegleEcheance | null {
  const duCode = regles.filter((regle) => regle.code === code);
  return duCode.find((regle) => regleDuJour(regle, depart)) ?? duCode.at(-1) ?? null;
}

/** Each act once, in the words of its latest rule. */
export function libellesDesActes(
  regles: readonly RegleEcheance[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(regles.map(({ code, libelle }) => [code, libelle]));
}
