import { civilDay } from "#platform/clock/civil-day.ts";
import type { Agent, Context } from "#platform/usecase/define-use-case.ts";
import { roles } from "#referentiels/national/roles.ts";
import { compteOuvert } from "../db/habilitations.ts";
import { droitsDe, porteeDe } from "../domain/habilitation.ts";

/**
 * Who an account is today for one right, outside any session: what is read later in her name stops with her right,
 * or with her account.
 */
export async function agentDuCompte(
  { tx, now }: Pick<Context, "tx" | "now">,
  agentId: number,
  droit: string,
): Promise<Agent | null> {
  const compte = await compteOuvert(tx, agentId, civilDay(now));
  if (compte === null) return null;
  const { habilitations, prenom, nom } = compte;
  const droits = droitsDe(habilitations, roles);
  if (!droits.has(droit)) return null;
  const portee = porteeDe(habilitations, roles, agentId, droit);
  return { id: agentId, nom: `${prenom} ${nom}`, droits, portee };
}
