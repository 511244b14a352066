import type { PorteurEcheance } from "#commun/referentiel";
import type { ListDefinition } from "#platform/db/list/definition.ts";
import { raw, render, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { type Moment, momentsPressants } from "../domain/moment.ts";
import { conditionMoment } from "./liste-echeances.ts";

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
    sql`select count(*)::int as nombre from (select from ${raw(liste.from)}
      where ${liste.perimeter(portee)} and e.pour = any(${[...porteurs]}::text[])
        and ${pressante(le)} limit ${plafond}) as pressantes`,
  );
  return compte?.nombre ?? 0;
}

export interface GroupeEcheances {
  readonly moment: Moment;
  readonly code: string;
  readonly pour: PorteurEcheance;
  readonly nombre: number;
}

/** How many of each act, by moment, of what is pressing. */
export async function grouperPressantes(
  tx: Tx,
  { liste, portee, porteurs, le }: Demande,
): Promise<readonly GroupeEcheances[]> {
  const cas = momentsPressants.map(
    (moment) => sql`when ${conditionMoment(moment, sql`${le}::date`)} then ${moment}`,
  );
  return lire<GroupeEcheances>(
    tx,
    sql`select case ${cas[0]} ${cas[1]} ${cas[2]} end as moment, e.code, e.pour, count(*)::int as nombre
      from ${raw(liste.from)}
      where ${liste.perimeter(portee)} and e.pour = any(${[...porteurs]}::text[])
        and ${pressante(le)}
      group by 1, 2, 3`,
  );
}

export interface EcheanceNommee {
  readonly moment: Moment;
  readonly code: string;
  readonly personneId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly depart: string;
  readonly brute: string;
  readonly limite: string;
}

/** The first lines of one act in one moment, the oldest first. */
export function premieres(
  tx: Tx,
  { liste, portee, le }: Demande,
  { moment, code, pour }: GroupeEcheances,
  combien: number,
): Promise<readonly EcheanceNommee[]> {
  return lire<EcheanceNommee>(
    tx,
    sql`select ${moment}::text as moment, e.code, s.personne_id as "personneId", s.qualite, s.nom, s.prenom,
        e.depart, e.brute, e.limite
      from ${raw(liste.from)}
      where ${liste.perimeter(portee)} and e.code = ${code} and e.pour = ${pour} and ${conditionMoment(moment, sql`${le}::date`)}
      order by e.limite, e.id limit ${combien}`,
  );
}

async function lire<Ligne>(tx: Tx, requete: Parameters<typeof render>[0]): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
