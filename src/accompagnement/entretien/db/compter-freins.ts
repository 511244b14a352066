import { KeptCounts } from "#platform/db/kept-counts.ts";
import { raw, render, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import type { CompteFreins, Intervalle } from "../domain/taux.ts";
import { leveEntre, listeFreins, travailleEntre } from "./liste-freins.ts";

export interface FreinsComptes extends CompteFreins {
  /** Persons behind those worked on. */
  readonly personnes: number;
  readonly parNature: readonly (CompteFreins & { readonly nature: string })[];
}

interface Demande extends Intervalle {
  readonly portee: Portee;
}

const gardes = new KeptCounts<FreinsComptes>();

/**
 * The freins worked on from one day to another and those lifted at the end of it (`domain/taux.ts`), within a
 * perimeter: each figure is the one of the list of freins under the same days.
 */
export function compterFreins(tx: Tx, demande: Demande): Promise<FreinsComptes> {
  const { portee, du, au } = demande;
  return gardes.read(tx, `${porteeKey(portee, au)} ${du} ${au}`, () => compter(tx, demande));
}

interface Ligne extends CompteFreins {
  readonly nature: string | null;
  readonly personnes: number;
}

async function compter(tx: Tx, { portee, du, au }: Demande): Promise<FreinsComptes> {
  const { text, values } = render(
    sql`select n.nature, count(*)::int as travailles, (count(*) filter (where n.leve))::int as leves,
        count(distinct n.personne_id)::int as personnes
      from (select f.nature, s.personne_id, (${leveEntre(du, au)}) as leve from ${raw(listeFreins.from)}
        where ${listeFreins.perimeter(portee)} and ${travailleEntre(du, au)}) n
      group by grouping sets ((n.nature), ()) order by 2 desc, 1`,
  );
  const lignes = await tx.query<Ligne>(text, values);
  const total = lignes.find(({ nature }) => nature === null);
  return {
    travailles: total?.travailles ?? 0,
    leves: total?.leves ?? 0,
    personnes: total?.personnes ?? 0,
    parNature: lignes.flatMap(({ nature, travailles, leves }) =>
      nature === null ? [] : [{ nature, travailles, leves }],
    ),
  };
}
