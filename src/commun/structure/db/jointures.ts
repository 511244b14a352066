import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";

/** Joins `structure` (id, nom) for the id this expression gives; never changes the number of rows. */
export function jointureStructure(expression: string, alias = "structure"): string {
  return `left join structure ${alias} on ${alias}.id = ${expression}`;
}

/** Joins `referent` (nom, prenom) for the id this expression gives. */
export function jointureReferent(expression: string, alias = "referent"): string {
  return `left join referent ${alias} on ${alias}.id = ${expression}`;
}

/** The référent this expression names is this agent, in whichever structure she works. */
export function confieeALAgent(expression: string, agentId: number): Sql {
  return sql`${raw(expression)} = any(array(select r.id from referent r where r.agent_id = ${agentId}::int))`;
}

export interface Nomme {
  readonly id: number;
  readonly nom: string;
}

/** Structures open on a day, by name. */
export function nomsDesStructures(tx: Tx, le: string): Promise<readonly Nomme[]> {
  return tx.query<Nomme>(
    "select id, nom from structure where periode @> $1::date order by nom, id",
    [le],
  );
}

/** Référents at work on a day, by name. */
export function nomsDesReferents(tx: Tx, le: string): Promise<readonly Nomme[]> {
  return tx.query<Nomme>(
    `select r.id, r.nom || ' ' || r.prenom || ' (' || s.nom || ')' as nom
     from referent r join structure s on s.id = r.structure_id
     where r.periode @> $1::date order by r.nom, r.prenom, r.id`,
    [le],
  );
}
