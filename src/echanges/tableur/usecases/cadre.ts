import { type ActionLue, lireActions } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Depot, lireDepot } from "../db/depots.ts";

/** The actions of one operator that the agent may see the persons of. */
export async function actionsDeLOperateur(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  structureId: number,
): Promise<readonly ActionLue[]> {
  const siennes = await lireActions(tx, { portee: agent.portee, structures: [structureId] });
  if (siennes.length > 0) return siennes;
  throw new DomainError(
    "tableur.operateur",
    "Cet opérateur n’a aucune action dans votre périmètre : choisissez-en un autre, ou demandez que ses actions soient ouvertes.",
  );
}

/** @throws DomainError `tableur.introuvable`, the same for what does not exist and what is outside the perimeter */
export async function exigerDepot(
  context: Pick<Context, "tx" | "agent">,
  depotId: number,
): Promise<{ readonly depot: Depot; readonly actions: readonly ActionLue[] }> {
  const introuvable = new DomainError(
    "tableur.introuvable",
    "Ce dépôt n’existe pas, ou il n’est pas dans votre périmètre. Cherchez-le dans la liste des dépôts.",
  );
  const depot = await lireDepot(context.tx, depotId);
  if (!depot) throw introuvable;
  const actions = await actionsDeLOperateur(context, depot.structureId).catch((refus: unknown) => {
    throw refus instanceof DomainError ? introuvable : refus;
  });
  return { depot, actions };
}
