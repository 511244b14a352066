import type { Tx } from "#platform/db/tx.ts";

export interface AccompagnementSuivi {
  readonly id: number;
  readonly personneId: number;
  readonly regle: string;
  readonly du: string;
  readonly finiLe: string | null;
  readonly annule: boolean;
  readonly terme: string | null;
  /** Days a suspension that has no known end, or not yet, covers. */
  readonly suspenduDu: string | null;
  readonly suspenduAu: string | null;
}

/** Every period of these persons, or of everybody: those that are over end their deadlines. */
export function lireAccompagnementsSuivis(
  tx: Tx,
  personnes: readonly number[] | null,
): Promise<AccompagnementSuivi[]> {
  return tx.query<AccompagnementSuivi>(
    `select a.id, a.personne_id as "personneId", a.regle, lower(a.periode) as du, upper(a.periode) as "finiLe",
       a.annule, a.terme, lower(s.periode) as "suspenduDu", upper(s.periode) as "suspenduAu"
     from accompagnement a
     left join lateral (select x.periode from suspension_accompagnement x where x.accompagnement_id = a.id
       order by lower(x.periode) desc limit 1) s on true
     where $1::int[] is null or a.personne_id = any($1::int[])
     order by a.id`,
    [personnes],
  );
}

export interface ManquementSuivi {
  readonly id: number;
  readonly personneId: number;
  readonly signaleLe: string;
  readonly recuLe: string | null;
  readonly suiteLe: string | null;
}

export function lireManquementsSuivis(
  tx: Tx,
  personnes: readonly number[] | null,
): Promise<ManquementSuivi[]> {
  return tx.query<ManquementSuivi>(
    `select id, personne_id as "personneId", signale_le as "signaleLe", recu_le as "recuLe", suite_le as "suiteLe"
     from manquement where $1::int[] is null or personne_id = any($1::int[]) order by id`,
    [personnes],
  );
}
