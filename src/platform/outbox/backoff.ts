const SECOND = 1000;
const FIRST_RETRY_MS = 30 * SECOND;
const LONGEST_RETRY_MS = 3600 * SECOND;
const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 300 * SECOND;

/** How long a sender keeps a message nobody takes (RFC 5321, § 4.5.4.1: « at least 4-5 days »). */
export const GIVE_UP_MS = 5 * 24 * 3600 * SECOND;

/** Before the next attempt of one message, after `attempts` of them. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_MS);
}

/** Channels whose provider does not answer: nothing is tried on them for a while, longer each time. */
export class Pauses<Key> {
  readonly #pauses = new Map<Key, { readonly until: number; readonly delay: number }>();

  holds(key: Key, now: number): boolean {
    return now < (this.#pauses.get(key)?.until ?? 0);
  }

  /** How long nothing will be tried, in milliseconds. */
  begin(key: Key, now: number): number {
    const before = this.#pauses.get(key)?.delay ?? FIRST_PAUSE_MS / 2;
    const delay = Math.min(before * 2, LONGEST_PAUSE_MS);
    this.#pauses.set(key, { until: now + delay, delay });
    return delay;
  }

  end(key: Key): void {
    this.#pauses.delete(key);
  }
}
