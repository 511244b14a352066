import type { Mois } from "#offre/comptage";
import type { Tx } from "#platform/db/tx.ts";
import type { ChiffresRestitution, SejourFige } from "../domain/chiffres.ts";

export interface RestitutionReprise {
  readonly id: number;
  readonly transmiseLe: string;
  readonly accepteeLe: string | null;
  readonly neant: boolean;
  readonly commentaire: string;
  readonly chiffres: ChiffresRestitution;
  readonly corpus: readonly SejourFige[];
}

interface Vierge {
  readonly id: number;
  readonly actionId: number;
  readonly mois: Mois;
}

/** Returns of these actions of which nothing is written yet, held until the end of the act. */
export function verrouillerVierges(
  tx: Tx,
  actions: readonly number[],
  jusqua: Mois,
): Promise<Vierge[]> {
  return tx.query<Vierge>(
    `select id, action_id as "actionId", to_char(mois, 'YYYY-MM') as mois from restitution
     where action_id = any($1::int[]) and mois <= $2::date and numero = 0 and sans_objet_le is null
     order by id for update`,
    [actions, `${jusqua}-01`],
  );
}

export interface RepriseConnue {
  readonly actionId: number;
  readonly mois: string;
  readonly transmiseLe: string;
  readonly accepteeLe: string | null;
  readonly neant: boolean;
  readonly commentaire: string;
}

/** What these actions first sent for these months, and when it was accepted: what a line taken over twice repeats. */
export function lirePremieres(
  tx: Tx,
  actions: readonly number[],
  { du, au }: { readonly du: string; readonly au: string },
): Promise<RepriseConnue[]> {
  if (actions.length === 0) return Promise.resolve([]);
  return tx.query<RepriseConnue>(
    `select r.action_id as "actionId", to_char(r.mois, 'YYYY-MM') as mois, v.transmise_le as "transmiseLe",
       (select min(e.le) from restitution_evenement e
         where e.restitution_id = r.id and e.numero = 1 and e.nature = 'acceptee') as "accepteeLe",
       v.neant, v.commentaire
     from restitution r join restitution_version v on v.restitution_id = r.id and v.numero = 1
     where r.action_id = any($1::int[]) and r.mois between $2::date and $3::date and v.transmise_le is not null`,
    [actions, `${du}-01`, `${au}-01`],
  );
}

/** Exactly the rows the acts would have left, read over, certified and sent the same day. */
export async function inscrireReprises(
  tx: Tx,
  reprises: readonly RestitutionReprise[],
  par: number | null,
): Promise<void> {
  if (reprises.length === 0) return;
  await tx.query(
    `update restitution r set numero = 1, transmis_numero = 1, saisie_le = t.transmise_le, certifiee_le = t.transmise_le,
       transmise_le = t.transmise_le, premiere_transmission_le = t.transmise_le, acceptee_le = t.acceptee_le,
       revision = revision + case when t.acceptee_le is null then 3 else 4 end
     from unnest($1::int[], $2::date[], $3::date[]) as t(id, transmise_le, acceptee_le) where r.id = t.id`,
    [
      reprises.map(({ id }) => id),
      reprises.map(({ transmiseLe }) => transmiseLe),
      reprises.map(({ accepteeLe }) => accepteeLe),
    ],
  );
  await tx.copyRows(
    "restitution_version",
    [
      ...["restitution_id", "numero", "chiffres", "corpus", "commentaire", "neant", "saisie_le"],
      ...["saisie_par", "certifiee_le", "certifiee_par", "transmise_le", "transmise_par"],
    ],
    reprises.map((une) => [
      ...[une.id, 1, une.chiffres, JSON.stringify(une.corpus), une.commentaire, une.neant],
      ...[une.transmiseLe, par, une.transmiseLe, par, une.transmiseLe, par],
    ]),
  );
  await tx.copyRows(
    "restitution_evenement",
    ["restitution_id", "nature", "numero", "le", "par"],
    reprises.flatMap(({ id, transmiseLe, accepteeLe }) => [
      [id, "transmise", 1, transmiseLe, par],
      ...(accepteeLe === null ? [] : [[id, "acceptee", 1, accepteeLe, par]]),
    ]),
  );
}
