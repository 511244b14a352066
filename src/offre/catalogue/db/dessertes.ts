import type { Tx } from "#platform/db/tx.ts";

/** A commune an action serves, or one of its priority neighbourhoods. */
export interface Desserte {
  readonly codeCommune: string;
  readonly quartierCode: string | null;
  readonly quartier: string | null;
}

export interface DesserteLue extends Desserte {
  readonly commune: string;
}

export function dessertesDe(tx: Tx, actionId: number): Promise<readonly DesserteLue[]> {
  return tx.query<DesserteLue>(
    `select d.code_commune as "codeCommune", coalesce(c.nom, d.code_commune) as commune,
       d.quartier_code as "quartierCode", d.quartier
     from desserte_action d left join jalon.commune c on c.code = d.code_commune
     where d.action_id = $1 order by c.cle_recherche, d.quartier nulls first`,
    [actionId],
  );
}

export async function insererDessertes(
  tx: Tx,
  lignes: readonly (Desserte & { readonly actionId: number })[],
): Promise<void> {
  await tx.copyRows(
    "desserte_action",
    ["action_id", "code_commune", "quartier_code", "quartier"],
    lignes.map((une) => [une.actionId, une.codeCommune, une.quartierCode, une.quartier]),
  );
}

export async function ecrireDessertes(
  tx: Tx,
  actionId: number,
  dessertes: readonly Desserte[],
): Promise<void> {
  await tx.query("delete from desserte_action where action_id = $1", [actionId]);
  await insererDessertes(
    tx,
    dessertes.map((une) => ({ ...une, actionId })),
  );
}
