import { conditionAction } from "#offre/catalogue";
import { render, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";

export interface ComptesRestitutions {
  /** Months over, not sent, not late yet. */
  readonly aRemplir: number;
  readonly enRetard: number;
  /** So late that they are said never sent. */
  readonly nonTransmises: number;
  readonly aCertifier: number;
  /** Given back, or reopened by a rectified stock. */
  readonly aCorriger: number;
  /** Of the last month over: sent and not accepted, and late. Earlier ones are told on the board, month by month. */
  readonly aAccepter: number;
  readonly aRelancer: number;
  /** Sent, and the stays say something else since. */
  readonly changees: number;
  /** Day of the nearest due date of what is to be filled. */
  readonly prochaine: string | null;
}

interface Demande {
  readonly portee: Portee;
  readonly le: string;
  readonly nonTransmiseApres: number;
}

/** What returns ask of the agents of this perimeter, in one reading. */
export async function compterASuivre(
  tx: Tx,
  { portee, le, nonTransmiseApres }: Demande,
): Promise<ComptesRestitutions> {
  const { text, values } = render(
    sql`with suivies as (
        select r.*, r.due_le + ${nonTransmiseApres}::int as perdue_le,
          r.mois = (date_trunc('month', ${le}::date) - interval '1 month')::date as dernier
        from restitution r join action a on a.id = r.action_id
        where r.sans_objet_le is null and r.mois < date_trunc('month', ${le}::date)
          and (r.acceptee_le is null or r.ecart_le is not null) and ${conditionAction(portee)}),
      muettes as (select * from suivies where transmis_numero is null)
      select (select count(*)::int from muettes where due_le >= ${le}::date) as "aRemplir",
        (select count(*)::int from muettes where due_le < ${le}::date and perdue_le >= ${le}::date) as "enRetard",
        (select count(*)::int from muettes where perdue_le < ${le}::date) as "nonTransmises",
        (select count(*)::int from suivies where saisie_le is not null and transmise_le is null) as "aCertifier",
        (select count(*)::int from suivies where transmis_numero is not null and transmise_le is null) as "aCorriger",
        (select count(*)::int from suivies where transmise_le is not null and acceptee_le is null and dernier) as "aAccepter",
        (select count(*)::int from muettes where due_le < ${le}::date and perdue_le >= ${le}::date and dernier) as "aRelancer",
        (select count(*)::int from suivies where transmise_le is not null and ecart_le is not null) as changees,
        (select min(due_le) from muettes where due_le >= ${le}::date) as prochaine`,
  );
  const [comptes] = await tx.query<ComptesRestitutions>(text, values);
  if (!comptes) throw new Error("aucun compte");
  return comptes;
}

/**
 * `YYYY-MM`, the oldest first. Rows are foreseen for every month of an action, whether the département collects returns
 * or not: they are expected from the first month of which one was ever sent to it.
 */
export async function moisNonTransmis(
  tx: Tx,
  { actionId, le, nonTransmiseApres }: Omit<Demande, "portee"> & { readonly actionId: number },
): Promise<readonly string[]> {
  const lus = await tx.query<{ mois: string }>(
    `select to_char(mois, 'YYYY-MM') as mois from restitution
     where action_id = $1 and sans_objet_le is null and transmis_numero is null and due_le + $3::int < $2::date
       and mois >= (select min(mois) from restitution where transmis_numero is not null)
     order by mois`,
    [actionId, le, nonTransmiseApres],
  );
  return lus.map(({ mois }) => mois);
}

export interface MoisEnSuspens {
  readonly mois: string;
  readonly aAccepter: number;
  readonly manquantes: number;
  readonly changees: number;
}

/** Earlier months of which something is still awaited, the latest first. */
export function lireMoisEnSuspens(
  tx: Tx,
  { portee, avant }: { readonly portee: Portee; readonly avant: string },
): Promise<MoisEnSuspens[]> {
  const { text, values } = render(
    sql`select to_char(r.mois, 'YYYY-MM') as mois,
        count(*) filter (where r.transmise_le is not null and r.acceptee_le is null)::int as "aAccepter",
        count(*) filter (where r.transmise_le is null)::int as manquantes,
        count(*) filter (where r.transmise_le is not null and r.ecart_le is not null)::int as changees
      from restitution r join action a on a.id = r.action_id
      where r.sans_objet_le is null and r.mois < ${`${avant}-01`}::date
        and (r.acceptee_le is null or r.ecart_le is not null) and ${conditionAction(portee)}
      group by r.mois order by r.mois desc limit 12`,
  );
  return tx.query<MoisEnSuspens>(text, values);
}

/** First and last months of which returns are kept, for the months one may turn over. */
export async function lireBornes(
  tx: Tx,
): Promise<{ readonly premier: string | null; readonly dernier: string | null }> {
  const [bornes] = await tx.query<{ premier: string | null; dernier: string | null }>(
    `select to_char(min(mois), 'YYYY-MM') as premier, to_char(max(mois), 'YYYY-MM') as dernier from restitution
     where sans_objet_le is null`,
  );
  return bornes ?? { premier: null, dernier: null };
}
