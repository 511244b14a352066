import { jointureReferent } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";

/** Who works in an action, for which part of her time, on which mission. */
export interface Intervenant {
  readonly id: number;
  readonly actionId: number;
  readonly referentId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly fonction: string;
  readonly mission: string;
  readonly etp: number;
  readonly du: string;
  /** First day without her; `null` without an end. */
  readonly au: string | null;
}

export function lireIntervenants(
  tx: Tx,
  actions: readonly number[],
): Promise<readonly Intervenant[]> {
  return tx.query<Intervenant>(
    `select i.id, i.action_id as "actionId", i.referent_id as "referentId", referent.nom, referent.prenom,
       referent.fonction, i.mission, i.etp, lower(i.periode) as du, upper(i.periode) as au
     from intervenant_action i ${jointureReferent("i.referent_id")}
     where i.action_id = any($1::int[]) order by referent.nom, referent.prenom, lower(i.periode), i.id`,
    [[...new Set(actions)]],
  );
}

export type Intervention = Pick<Intervenant, "actionId" | "au" | "du" | "id" | "referentId">;

/** Held until the end of the act. */
export async function verrouillerIntervention(
  tx: Tx,
  id: number,
): Promise<Intervention | undefined> {
  const [lue] = await tx.query<Intervention>(
    `select id, action_id as "actionId", referent_id as "referentId", lower(periode) as du, upper(periode) as au
     from intervenant_action where id = $1 for update`,
    [id],
  );
  return lue;
}

export async function finirIntervention(tx: Tx, id: number, des: string): Promise<void> {
  await tx.query(
    "update intervenant_action set periode = daterange(lower(periode), $2::date) where id = $1",
    [id, des],
  );
}

/** Her time in all actions on a day. */
export async function tempsAffecte(tx: Tx, referentId: number, le: string): Promise<number> {
  const [ligne] = await tx.query<{ total: number }>(
    `select coalesce(sum(etp), 0) as total from intervenant_action where referent_id = $1 and periode @> $2::date`,
    [referentId, le],
  );
  return ligne?.total ?? 0;
}

export async function dejaIntervenant(
  tx: Tx,
  { actionId, referentId }: Pick<Intervenant, "actionId" | "referentId">,
  { du, au }: { readonly du: string; readonly au: string | null },
): Promise<boolean> {
  const lignes = await tx.query(
    `select from intervenant_action where action_id = $1 and referent_id = $2
       and periode && daterange($3::date, $4::date)`,
    [actionId, referentId, du, au],
  );
  return lignes.length > 0;
}

type NouvelIntervenant = Pick<
  Intervenant,
  "actionId" | "referentId" | "mission" | "etp" | "du" | "au"
>;

export async function insererIntervenant(
  tx: Tx,
  { actionId, referentId, mission, etp, du, au }: NouvelIntervenant,
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into intervenant_action (action_id, referent_id, mission, etp, periode)
     values ($1, $2, $3, $4, daterange($5::date, $6::date)) returning id`,
    [actionId, referentId, mission, etp, du, au],
  );
  if (!ligne) throw new Error("intervenant_action n’a rien rendu");
  return ligne.id;
}
