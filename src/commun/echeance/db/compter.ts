import type { PorteurEcheance } from "#commun/referentiel";
import type { ListDefinition } from "#platform/db/list/definition.ts";
import { joinSql, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { type Moment, momentsPressants } from "../domain/moment.ts";
import { conditionMoment, conditionPorteurs, sourceDe } from "./liste-echeances.ts";

interface Demande {
  readonly liste: ListDefinition;
  readonly portee: Portee;
  readonly porteurs: readonly PorteurEcheance[];
  readonly le: string;
}

/** Late, today or within seven days. */
const pressante = (le: string) => sql`e.limite <= ${le}::date + 7`;

/** What presses, for these bearers. Counts no further than `plafond`. */
export async function compterPressantes(
  tx: Tx,
  { liste, portee, porteurs, le }: Demande,
  plafond: number,
): Promise<number> {
  const [compte] = await lire<{ nombre: number }>(
    tx,
    sql`select count(*)::int as nombre from (select from ${sourceDe(liste, portee, null)}
      where ${liste.perimeter(portee)} and ${conditionPorteurs(porteurs)}
        and ${pressante(le)} limit ${plafond}) as pressantes`,
  );
  return compte?.nombre ?? 0;
}

interface Groupe {
  readonly moment: Moment;
  readonly code: string;
  readonly pour: PorteurEcheance;
  readonly nombre: number;
}

export interface EcheanceNommee {
  readonly id: number;
  readonly personneId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly depart: string;
  readonly brute: string;
  readonly limite: string;
}

/** One act to do in one moment: its persons when they are few, or the first awaited. */
export interface GroupeEcheances extends Groupe {
  readonly echeances: readonly EcheanceNommee[];
}

/** What presses, by moment and act: by day first, days are few. The first awaited is the least day, then number. */
export async function grouperPressantes(
  tx: Tx,
  { liste, portee, porteurs, le }: Demande,
  nommees: number,
): Promise<readonly GroupeEcheances[]> {
  const cas = momentsPressants.map(
    (moment) => sql`when ${conditionMoment(moment, sql`${le}::date`)} then ${moment}`,
  );
  const groupes = await lire<Groupe & { readonly ids: readonly number[] }>(
    tx,
    sql`select case ${joinSql(cas, " ")} end as moment, e.code, e.pour, sum(e.nombre)::int as nombre,
        case when sum(e.nombre) <= ${nommees} then string_to_array(string_agg(e.ids, ','), ',')::int[]
          else array[(array_agg(e.premiere order by e.limite))[1]] end as ids
      from (select e.code, e.pour, e.limite, count(*) as nombre, min(e.id) as premiere,
          case when count(*) <= ${nommees} then string_agg(e.id::text, ',') end as ids
        from ${sourceDe(liste, portee, null)}
        where ${liste.perimeter(portee)} and ${conditionPorteurs(porteurs)} and ${pressante(le)}
        group by 1, 2, 3) e
      group by 1, 2, 3`,
  );
  const parId = await nommer(
    tx,
    liste,
    portee,
    groupes.flatMap(({ ids }) => ids),
  );
  return groupes.map(({ ids, ...groupe }) => ({
    ...groupe,
    echeances: ids
      .flatMap((id) => parId.get(id) ?? [])
      .toSorted((a, b) => (a.limite < b.limite ? -1 : Number(a.limite > b.limite)) || a.id - b.id),
  }));
}

async function nommer(
  tx: Tx,
  liste: ListDefinition,
  portee: Portee,
  ids: readonly number[],
): Promise<ReadonlyMap<number, EcheanceNommee>> {
  const nommees = await lire<EcheanceNommee>(
    tx,
    sql`select e.id, s.personne_id as "personneId", s.qualite, s.nom, s.prenom, e.depart, e.brute, e.limite
      from ${sourceDe(liste, portee, "personnes")} where e.id = any(${[...ids]}::int[])`,
  );
  return new Map(nommees.map((nommee) => [nommee.id, nommee]));
}

async function lire<Ligne>(tx: Tx, requete: Sql): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
