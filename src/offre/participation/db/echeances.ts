import type { Tx } from "#platform/db/tx.ts";

/** One stay as its deadlines see it. */
export interface SejourSuivi {
  readonly id: number;
  readonly personneId: number;
  readonly sortiLe: string | null;
  readonly terme: string | null;
  readonly annule: boolean;
  readonly suitePrevueLe: string | null;
  readonly suiteConstateeLe: string | null;
}

const SUIVI = `select j.id, j.personne_id as "personneId", j.sorti_le as "sortiLe", j.terme,
    j.annule_le is not null as annule, u.prevue_le as "suitePrevueLe", u.constatee_le as "suiteConstateeLe"
  from sejour j
  left join lateral (select prevue_le, constatee_le from suite_sejour where sejour_id = j.id
    order by constatee_le is not null, jalon limit 1) u on true`;

export function lireSuivis(tx: Tx, sejours: readonly number[]): Promise<SejourSuivi[]> {
  return tx.query<SejourSuivi>(`${SUIVI} where j.id = any($1::int[])`, [sejours]);
}

/** Those that a deadline may still await something of; the others keep what was written of them. */
export function lireTousLesSuivis(tx: Tx): Promise<SejourSuivi[]> {
  return tx.query<SejourSuivi>(SUIVI);
}

export function sejoursDesPersonnes(
  tx: Tx,
  personnes: readonly number[],
): Promise<
  { readonly sejourId: number; readonly personneId: number; readonly actionId: number }[]
> {
  return tx.query(
    `select id as "sejourId", personne_id as "personneId", action_id as "actionId" from sejour
     where personne_id = any($1::int[])`,
    [personnes],
  );
}
