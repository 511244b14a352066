import { exigerPersonne } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type FreinLu, lireFrein } from "../db/freins.ts";

export interface FreinTouche {
  readonly personneId: number;
  readonly freinId: number;
}

export const traceFrein = (_: unknown, { personneId, freinId }: FreinTouche) => ({
  objet: "frein",
  objetId: freinId,
  personneId,
});

/** @throws DomainError `personne.introuvable`, `frein.introuvable`, `frein.conflit` */
export async function exigerFrein(
  { tx, agent }: Context,
  voulu: { readonly personneId: number; readonly freinId: number; readonly version: number | null },
): Promise<FreinLu> {
  const { id } = await exigerPersonne(tx, voulu.personneId, agent.portee);
  const frein = await lireFrein(tx, voulu.freinId);
  if (frein?.personneId !== id) {
    throw new DomainError(
      "frein.introuvable",
      "Ce frein n’est pas, ou plus, celui de cette personne. Rouvrez sa page.",
    );
  }
  if (voulu.version === null || frein.version === voulu.version) return frein;
  throw new DomainError(
    "frein.conflit",
    "Quelqu’un a changé ce frein pendant que vous écriviez. Voici où il en est : reprenez votre geste s’il le faut encore.",
    { version: frein.version },
  );
}
