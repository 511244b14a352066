import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type ActionLue, lireActions } from "../db/actions.ts";

interface Exigence {
  /** True for what shows or changes who is in it: inside the perimeter of the agent only. */
  readonly dansLaPortee?: boolean;
}

/** @throws DomainError `action.introuvable`, the same for what does not exist and what is outside the perimeter */
export async function exigerAction(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  id: number,
  { dansLaPortee = false }: Exigence = {},
): Promise<ActionLue> {
  const [action] = await lireActions(tx, {
    ids: [id],
    ...(dansLaPortee && { portee: agent.portee }),
  });
  if (action) return action;
  throw new DomainError(
    "action.introuvable",
    "Cette action n’existe pas, ou elle n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-la dans la liste des actions.",
  );
}
