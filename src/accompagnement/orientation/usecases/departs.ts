import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { compterConfiees } from "../db/presents.ts";

interface Depart {
  readonly referentId: number;
  readonly nom: string;
}

/** Nobody leaves with persons still entrusted to her: they would be followed by no one. */
export async function refuserDepart(tx: Tx, { referentId, nom }: Depart): Promise<void> {
  const confiees = await compterConfiees(tx, { referentId });
  if (confiees === 0) return;
  throw new DomainError(
    "referent.portefeuille-non-transmis",
    `${nom} accompagne encore ${confiees === 1 ? "une personne" : `${confiees} personnes`} : transmettez d’abord son portefeuille.`,
    { referentId, confiees },
  );
}

interface Fermeture {
  readonly structureId: number;
  readonly nom: string;
}

export async function refuserFermeture(tx: Tx, { structureId, nom }: Fermeture): Promise<void> {
  const confiees = await compterConfiees(tx, { structureId });
  if (confiees === 0) return;
  throw new DomainError(
    "structure.personnes-suivies",
    `« ${nom} » accompagne encore ${confiees === 1 ? "une personne" : `${confiees} personnes`} : réorientez-les ou changez leur référent avant de la fermer.`,
    { structureId, confiees },
  );
}
