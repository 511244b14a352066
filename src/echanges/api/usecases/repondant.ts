import { agentDuCompte } from "#commun/agent";
import { lireActions } from "#offre/catalogue";
import type { Agent, Context } from "#platform/usecase/define-use-case.ts";
import type { Cle } from "../db/cles.ts";

/** Who answers for what the operator certifies also answers for the programs that write its stays. */
export const DROIT_DES_CLES = "restitution:certifier";

export interface Operateur {
  readonly structureId: number;
  readonly nom: string;
}

/** The operators whose stays the agent may write. */
export async function operateursDe(
  { tx }: Pick<Context, "tx">,
  { portee }: Pick<Agent, "portee">,
): Promise<readonly Operateur[]> {
  const actions = await lireActions(tx, { portee });
  const noms = new Map(actions.map(({ structureId, structure }) => [structureId, structure]));
  return [...noms].map(([structureId, nom]) => ({ structureId, nom }));
}

/**
 * Who made the key, as she is today; null when her account is closed, or her right or the operator is no longer hers:
 * the key does not outlive them.
 */
export async function repondantDe(
  context: Pick<Context, "tx" | "now">,
  { creeePar, structureId }: Pick<Cle, "creeePar" | "structureId">,
): Promise<Agent | null> {
  if (creeePar === null) return null;
  const agent = await agentDuCompte(context, creeePar, DROIT_DES_CLES);
  if (agent === null) return null;
  const siens = await operateursDe(context, agent);
  return siens.some((operateur) => operateur.structureId === structureId) ? agent : null;
}

/** The operators this account answers for today: none when it is closed or without the right. */
export async function structuresDuRepondant(
  context: Pick<Context, "tx" | "now">,
  compte: number,
): Promise<ReadonlySet<number>> {
  const agent = await agentDuCompte(context, compte, DROIT_DES_CLES);
  const siens = agent === null ? [] : await operateursDe(context, agent);
  return new Set(siens.map(({ structureId }) => structureId));
}
