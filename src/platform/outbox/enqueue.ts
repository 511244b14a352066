import type { Context } from "../usecase/define-use-case.ts";
import type { Content, Outgoing } from "./message.ts";

export interface Queued {
  readonly id: number;
  /** False when this key was there already: nothing more will leave. */
  readonly isNew: boolean;
}

/**
 * Hands over what must leave, in the transaction of the act that wants it: the act undone, nothing leaves.
 * One answer a message, in their order.
 */
export async function enqueue(
  { tx, secrets, now }: Pick<Context, "tx" | "secrets" | "now">,
  messages: readonly Outgoing[],
): Promise<readonly Queued[]> {
  if (messages.length === 0) return [];
  const keys = messages.map(({ key }) => key);
  const time = (one: Date | null | undefined) => one?.toISOString() ?? null;
  const inserted = await tx.query<{ cle: string; id: number }>(
    `insert into boite_envoi (cle, canal, contenu, empreinte, empreinte_destinataire, cree_le, pas_avant, prochain_essai, perime_le)
     select cle, canal, contenu, empreinte, destinataire, $6::timestamptz, pas_avant, coalesce(pas_avant, $6::timestamptz), pas_apres
     from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[], $7::timestamptz[], $8::timestamptz[])
       as d(cle, canal, contenu, empreinte, destinataire, pas_avant, pas_apres)
     on conflict (cle) do nothing returning cle, id`,
    [
      keys,
      messages.map(({ channel }) => channel),
      messages.map((message) => secrets.encrypt(seal(message))),
      messages.map((message) => secrets.digest(words(message))),
      messages.map(({ to }) => secrets.digest(to)),
      now.toISOString(),
      messages.map(({ notBefore }) => time(notBefore)),
      messages.map(({ notAfter }) => time(notAfter)),
    ],
  );
  const fresh = new Map(inserted.map(({ cle, id }) => [cle, id]));
  const known = await idsOf(
    tx,
    keys.filter((key) => !fresh.has(key)),
  );
  const given = new Set<string>();
  return keys.map((key) => {
    const isNew = fresh.has(key) && !given.has(key);
    given.add(key);
    const id = fresh.get(key) ?? known.get(key);
    if (id === undefined) throw new Error(`outbox: ${key} was neither written nor found`);
    return { id, isNew };
  });
}

async function idsOf(
  tx: Context["tx"],
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.query<{ cle: string; id: number }>(
    "select cle, id from boite_envoi where cle = any($1::text[])",
    [keys],
  );
  return new Map(rows.map(({ cle, id }) => [cle, id]));
}

export function seal({ to, subject, text, from, replyTo }: Content): string {
  return JSON.stringify({ to, subject, text, from, replyTo } satisfies Content);
}

/** What the digest of a message answers for: its words, and not the address, which may change before it leaves. */
export function words({ subject, text }: Pick<Content, "subject" | "text">): string {
  return `${subject ?? ""}\n\n${text}`;
}
