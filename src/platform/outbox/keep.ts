import type { Tx } from "../db/tx.ts";
import type { Secrets } from "../usecase/define-use-case.ts";
import type { Content, Proof } from "./message.ts";

/** A join to the proof of a message, for the lists of the modules that write messages: `e.etat`, `e.fini_le`… */
export function outboxJoin(column: string, alias = "e"): string {
  return `join boite_envoi ${alias} on ${alias}.id = ${column}`;
}

const COLUMNS = `id, canal as channel, etat as state, cree_le as "createdAt", prochain_essai as "nextAttempt",
  essais as attempts, derniere_erreur as "lastError", fini_le as "endedAt", reponse as answer, identifiant as "providerId"`;

export async function readProofs(
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Proof>> {
  const rows = await tx.query<Proof>(
    `select ${COLUMNS} from boite_envoi where id = any($1::int[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The words of a message; null once they are no longer kept. */
export async function readContent(tx: Tx, secrets: Secrets, id: number): Promise<Content | null> {
  const [row] = await tx.query<{ contenu: Buffer | null }>(
    "select contenu from boite_envoi where id = $1",
    [id],
  );
  return row?.contenu ? (JSON.parse(secrets.decrypt(row.contenu)) as Content) : null;
}

/** Takes back what has not left yet; a message on its way at this very moment is too late to be taken back. */
export async function cancel(
  { tx, now }: { readonly tx: Tx; readonly now: Date },
  ids: readonly number[],
  reason: string,
): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(
    `update boite_envoi set etat = 'annule', fini_le = $2, derniere_erreur = $3
     where etat = 'en-attente' and id in (
       select id from boite_envoi where id = any($1::int[]) and etat = 'en-attente' order by id for update skip locked)
     returning id`,
    [ids, now.toISOString(), reason],
  );
  return rows.map(({ id }) => id);
}

/** Puts back what was refused, and tries at once what waits for its next attempt. */
export async function retry(
  { tx, now }: { readonly tx: Tx; readonly now: Date },
  ids: readonly number[],
): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(
    `update boite_envoi set etat = 'en-attente', fini_le = null, prochain_essai = $2
     where contenu is not null and (perime_le is null or perime_le > $2)
       and (etat = 'refuse' or (etat = 'en-attente' and essais > 0)) and id in (
       select id from boite_envoi where id = any($1::int[]) order by id for update skip locked)
     returning id`,
    [ids, now.toISOString()],
  );
  return rows.map(({ id }) => id);
}

/** Takes away the words and the address of what ended before this instant; its proof stays. */
export async function forget(tx: Tx, before: Date): Promise<number> {
  const rows = await tx.query(
    "update boite_envoi set contenu = null where contenu is not null and etat <> 'en-attente' and fini_le < $1 returning id",
    [before.toISOString()],
  );
  return rows.length;
}

/** The instants from which something waits to leave, until this one, the earliest first. */
export async function dueInstants(tx: Tx, until: Date): Promise<readonly Date[]> {
  const rows = await tx.query<{ prevu: Date }>(
    `select distinct prochain_essai as prevu from boite_envoi
     where etat = 'en-attente' and prochain_essai <= $1 order by prochain_essai`,
    [until.toISOString()],
  );
  return rows.map(({ prevu }) => prevu);
}
