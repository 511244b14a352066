import type { Base, Tx } from "../db/tx.ts";
import type { Secrets } from "../usecase/define-use-case.ts";
import { GIVE_UP_MS, Pauses, retryDelay } from "./backoff.ts";
import { seal } from "./enqueue.ts";
import { type Channel, type Content, channels, type OutboxState } from "./message.ts";
import type { Outcome, Transport } from "./transport.ts";

/** Whether a message that is due still leaves: its reader may have changed her mind, or her address. */
export type Verdict =
  | { readonly kind: "send" }
  | { readonly kind: "send-to"; readonly to: string }
  | { readonly kind: "cancel"; readonly reason: string };

export interface Mailbag {
  readonly base: Base;
  readonly secrets: Secrets;
  readonly now: () => Date;
  /** Asked in the transaction that sends. */
  readonly check: (tx: Tx, id: number) => Promise<Verdict>;
}

interface Due {
  readonly id: number;
  readonly cle: string;
  readonly contenu: Buffer | null;
  readonly essais: number;
  readonly prevu: Date;
  readonly perimeLe: Date | null;
}

const LONGEST_SAID = 1000;

export interface Postman {
  /** Everything that is due in one département, one transaction a message; how many were dealt with. */
  deliver(bag: Mailbag, signal?: AbortSignal): Promise<number>;
}

/**
 * Sends what is due. The row stays locked while its message is on its way, and says so in the same transaction: two
 * postmen never send one message. A process killed between the answer of the provider and the commit sends it once
 * more, under the same Message-ID.
 */
export function createPostman(transports: Readonly<Record<Channel, Transport>>): Postman {
  const pauses = new Pauses<Channel>();
  async function deliverChannel(bag: Mailbag, channel: Channel, signal?: AbortSignal) {
    let done = 0;
    while (!signal?.aborted && !pauses.holds(channel, performance.now())) {
      const outcome = await deliverOne(bag, channel, transports[channel], () =>
        pauses.begin(channel, performance.now()),
      );
      if (outcome === null) break;
      if (outcome === "sent") pauses.end(channel);
      done += 1;
    }
    return done;
  }
  return {
    async deliver(bag, signal) {
      let done = 0;
      for (const channel of await dueChannels(bag)) {
        done += await deliverChannel(bag, channel, signal);
      }
      return done;
    },
  };
}

/** One question when nothing is due, which is nearly always. */
function dueChannels({ base, now }: Mailbag): Promise<readonly Channel[]> {
  return base.transaction(async (tx) => {
    const rows = await tx.query<{ canal: Channel }>(
      `select canal from unnest($1::text[]) as c(canal) where exists (
         select from boite_envoi b where b.etat = 'en-attente' and b.canal = c.canal and b.prochain_essai <= $2)`,
      [channels, now().toISOString()],
    );
    return rows.map(({ canal }) => canal);
  });
}

/** The oldest that is due and in nobody's hands; null when there is none. */
function deliverOne(
  bag: Mailbag,
  channel: Channel,
  transport: Transport,
  pause: () => number,
): Promise<Outcome["kind"] | "cancelled" | null> {
  return bag.base.transaction(async (tx) => {
    const now = bag.now();
    const [due] = await tx.query<Due>(
      `select id, cle, contenu, essais, coalesce(pas_avant, cree_le) as prevu, perime_le as "perimeLe" from boite_envoi
       where etat = 'en-attente' and canal = $1 and prochain_essai <= $2
       order by prochain_essai, id limit 1 for update skip locked`,
      [channel, now.toISOString()],
    );
    if (!due) return null;
    if (due.perimeLe !== null && due.perimeLe <= now) {
      return end(tx, due, "refuse", now, { error: "Il était trop tard pour l’envoyer." });
    }
    const verdict = await bag.check(tx, due.id);
    if (verdict.kind === "cancel") return end(tx, due, "annule", now, { error: verdict.reason });
    const outcome = await attempt(bag, tx, due, transport, verdict);
    return note(tx, due, outcome, now, pause);
  });
}

async function attempt(
  { secrets, base }: Mailbag,
  tx: Tx,
  due: Due,
  transport: Transport,
  verdict: Verdict,
): Promise<Outcome> {
  const content = open(due, secrets);
  if (content === null) return { kind: "later", error: "Le texte chiffré ne peut pas être lu." };
  const to = verdict.kind === "send-to" ? verdict.to : content.to;
  if (to !== content.to) {
    await tx.query(
      "update boite_envoi set contenu = $2, empreinte_destinataire = $3 where id = $1",
      [due.id, secrets.encrypt(seal({ ...content, to })), secrets.digest(to)],
    );
  }
  const messageId = secrets.digest(`${base.departement.slug} ${due.cle}`).toString("hex");
  return without(to, await transport.send({ ...content, to, messageId: messageId.slice(0, 32) }));
}

/** Servers repeat the address in what they say, in their own letters: what is kept in clear does not name the person. */
function without(address: string, outcome: Outcome): Outcome {
  const bare = address.replace(/^\+/u, "");
  const written = new RegExp(bare.replace(/[$()*+./?[\\\]^{|}]/gu, "\\$&"), "giu");
  const hide = (said: string) => said.replace(written, "(adresse)").slice(0, LONGEST_SAID);
  return outcome.kind === "sent" || outcome.kind === "written"
    ? { ...outcome, answer: hide(outcome.answer) }
    : { ...outcome, error: hide(outcome.error) };
}

function open({ contenu }: Due, secrets: Secrets): Content | null {
  if (contenu === null) return null;
  try {
    return JSON.parse(secrets.decrypt(contenu)) as Content;
  } catch {
    return null;
  }
}

async function note(
  tx: Tx,
  due: Due,
  outcome: Outcome,
  now: Date,
  pause: () => number,
): Promise<Outcome["kind"]> {
  switch (outcome.kind) {
    case "sent":
      await end(tx, due, "envoye", now, outcome);
      return "sent";
    case "written":
      await end(tx, due, "ecrit", now, outcome);
      return "written";
    case "refused":
      await end(tx, due, "refuse", now, outcome);
      return "refused";
    case "later":
      if (now.getTime() - due.prevu.getTime() > GIVE_UP_MS) {
        await end(tx, due, "refuse", now, outcome);
        return "refused";
      }
      await postpone(tx, due, outcome.error, now.getTime() + retryDelay(due.essais + 1));
      return "later";
    case "down":
      await postpone(tx, due, outcome.error, now.getTime() + pause());
      return "down";
  }
}

async function end(
  tx: Tx,
  { id }: Due,
  state: Exclude<OutboxState, "en-attente">,
  now: Date,
  said: { readonly error?: string; readonly answer?: string; readonly providerId?: string },
): Promise<"cancelled"> {
  await tx.query(
    `update boite_envoi set etat = $2, fini_le = $3, derniere_erreur = $4, reponse = $5, identifiant = $6,
       essais = essais + ($2 <> 'annule')::int where id = $1`,
    [
      id,
      state,
      now.toISOString(),
      said.error ?? null,
      said.answer ?? null,
      said.providerId ?? null,
    ],
  );
  return "cancelled";
}

async function postpone(tx: Tx, { id }: Due, error: string, until: number): Promise<void> {
  await tx.query(
    `update boite_envoi set essais = essais + 1, derniere_erreur = $2, prochain_essai = $3 where id = $1`,
    [id, error, new Date(until).toISOString()],
  );
}
