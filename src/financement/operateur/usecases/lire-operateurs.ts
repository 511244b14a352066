import type { CategorieJuridique } from "#commun/referentiel";
import { lireOrganismes, type OrganismeConnu } from "#commun/structure";
import { type ActionLue, lireActions, lireIntervenants, lirePlaces } from "#offre/catalogue";
import type { Tx } from "#platform/db/tx.ts";
import { lirePrises } from "../db/prises.ts";
import { type PartDeTemps, type TempsDAgent, tempsDesAgents } from "../domain/temps.ts";

/** One action of an operator, with what it holds on a day. */
export interface ActionDOperateur {
  readonly action: ActionLue;
  readonly places: number;
  readonly prises: number;
}

/** An operator is an organism that carries, or carried, an action. */
export interface Operateur {
  readonly organisme: OrganismeConnu;
  /** Those under which its actions were agreed, the latest first. */
  readonly categories: readonly CategorieJuridique[];
  readonly actions: readonly ActionDOperateur[];
  readonly equipe: readonly TempsDAgent[];
}

/** Every operator of the département, or those asked for, as they are on a day. */
export async function lireOperateurs(
  tx: Tx,
  le: string,
  structures: readonly number[] | "tous" = "tous",
): Promise<readonly Operateur[]> {
  const actions = await lireActions(tx, structures === "tous" ? {} : { structures });
  const ids = actions.map(({ id }) => id);
  const periodes = await lirePlaces(tx, ids);
  const places = new Map(
    periodes
      .filter(({ du, au }) => du <= le && (au === null || le < au))
      .map((une) => [une.actionId, une.places]),
  );
  const prises = await lirePrises(tx, ids, le);
  const parts = await lireParts(tx, actions, le);
  const organismes = await lireOrganismes(
    tx,
    structures === "tous" ? actions.map(({ structureId }) => structureId) : structures,
  );
  return organismes.map((organisme) => {
    const siennes = actions.filter(({ structureId }) => structureId === organisme.id);
    return {
      organisme,
      categories: [
        ...new Set(
          siennes
            .toSorted((a, b) => b.du.localeCompare(a.du))
            .map(({ categorieJuridique }) => categorieJuridique),
        ),
      ],
      actions: siennes.map((action) => ({
        action,
        places: places.get(action.id) ?? 0,
        prises: prises.get(action.id) ?? 0,
      })),
      equipe: tempsDesAgents(parts.get(organisme.id) ?? []),
    };
  });
}

/** What the agents of each operator give to its actions on that day. */
async function lireParts(
  tx: Tx,
  actions: readonly ActionLue[],
  le: string,
): Promise<ReadonlyMap<number, readonly PartDeTemps[]>> {
  const operateurs = new Map(actions.map(({ id, structureId }) => [id, structureId]));
  const intervenants = await lireIntervenants(tx, [...operateurs.keys()]);
  const parts = new Map<number, PartDeTemps[]>();
  for (const un of intervenants) {
    const structureId = operateurs.get(un.actionId);
    const present = un.du <= le && (un.au === null || le < un.au);
    if (structureId === undefined || !present) continue;
    parts.set(structureId, [...(parts.get(structureId) ?? []), un]);
  }
  return parts;
}

/** Runs on that day. */
export function court({ du, au }: Pick<ActionLue, "du" | "au">, le: string): boolean {
  return du <= le && (au === null || le < au);
}
