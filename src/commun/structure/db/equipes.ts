import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { Nomme } from "./jointures.ts";
import { conditionStructures, lire } from "./portee.ts";

/** The structures open on a day that a reader may see, by name. */
export function structuresDuPerimetre(
  tx: Tx,
  portee: Portee,
  le: string,
): Promise<readonly Nomme[]> {
  return lire<Nomme>(
    tx,
    sql`select s.id, s.nom from structure s
      where s.periode @> ${le}::date and ${conditionStructures(portee, le, "s")} order by s.nom, s.id`,
  );
}

/** One référent as an agenda needs her: when she works there, and the days she is away. */
export interface MembreEquipe {
  readonly id: number;
  readonly structureId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly agentId: number | null;
  readonly du: string;
  readonly jusque: string | null;
  readonly absences: readonly {
    readonly du: string;
    readonly jusque: string | null;
    readonly motif: string;
  }[];
}

/** Who works in these structures at some moment between two days, by name. */
export function lireEquipe(
  tx: Tx,
  structures: readonly number[],
  { debut, fin }: { readonly debut: string; readonly fin: string },
): Promise<readonly MembreEquipe[]> {
  return lire<MembreEquipe>(
    tx,
    sql`select r.id, r.structure_id as "structureId", r.nom, r.prenom, r.agent_id as "agentId",
        lower(r.periode) as du, upper(r.periode) as jusque,
        coalesce((select json_agg(json_build_object('du', lower(a.periode)::text, 'jusque', upper(a.periode)::text,
            'motif', a.motif) order by lower(a.periode))
          from absence_referent a where a.referent_id = r.id
            and a.periode && daterange(${debut}::date, ${fin}::date)), '[]') as absences
      from referent r
      where r.structure_id = any(${[...structures]}::int[]) and r.periode && daterange(${debut}::date, ${fin}::date)
      order by r.nom, r.prenom, r.id`,
  );
}

/** The référents this account is, in whichever structures she works. */
export async function referentsDuCompte(tx: Tx, agentId: number): Promise<readonly number[]> {
  const lus = await tx.query<{ id: number }>("select id from referent where agent_id = $1", [
    agentId,
  ]);
  return lus.map(({ id }) => id);
}
