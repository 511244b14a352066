import { z } from "zod";
import type { Delivery, Outcome, Transport } from "../outbox/transport.ts";

export interface SmsSettings {
  readonly url: string;
  /** Sent as a bearer token. */
  readonly key: string | null;
}

const ANSWER_MS = 30_000;
const LONGEST_ANSWER = 500;

/** The number itself is wrong; any other refusal is a setting, a quota or a failure, and the message waits. */
const REFUSALS: ReadonlySet<number> = new Set([400, 404, 410, 422]);

const accepted = z.object({ id: z.union([z.string(), z.number()]) });

/**
 * An SMS service as an HTTP address: `{ to, from, text, id }` in JSON, `id` being the same when a message is sent
 * again. A service of another shape is reached by a small program that speaks this one.
 */
export function smsGateway({ url, key }: SmsSettings): Transport {
  return {
    async send({ to, from, text, messageId }: Delivery): Promise<Outcome> {
      try {
        const response = await fetch(url, {
          method: "POST",
          redirect: "error",
          signal: AbortSignal.timeout(ANSWER_MS),
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": messageId,
            ...(key !== null && { Authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({ to, from, text, id: messageId }),
        });
        return outcomeOf(response.status, await response.text(), messageId);
      } catch (error) {
        return { kind: "down", error: `Le service de SMS ne répond pas : ${String(error)}` };
      }
    },
    close: () => Promise.resolve(),
  };
}

function outcomeOf(status: number, body: string, messageId: string): Outcome {
  const said = `${status} ${body.slice(0, LONGEST_ANSWER)}`.trim();
  if (status >= 200 && status < 300) {
    return { kind: "sent", answer: said, providerId: idOf(body) ?? messageId };
  }
  return REFUSALS.has(status)
    ? { kind: "refused", error: `Refusé par le service de SMS : ${said}` }
    : { kind: "down", error: `Le service de SMS ne prend rien : ${said}` };
}

function idOf(body: string): string | null {
  try {
    const read = accepted.safeParse(JSON.parse(body));
    return read.success ? String(read.data.id) : null;
  } catch {
    return null;
  }
}
