export const channels = ["email", "sms"] as const;
export type Channel = (typeof channels)[number];

/** What leaves, as a transport receives it. Plain text: it reads everywhere, and a screen reader needs no more. */
export interface Content {
  readonly to: string;
  /** Of an e-mail; null for an SMS. */
  readonly subject: string | null;
  readonly text: string;
  /** Name shown before the sender's address, or instead of a number. */
  readonly from: string;
  /** Where answers go. */
  readonly replyTo: string | null;
}

export interface Outgoing extends Content {
  /** What makes it one message: given twice, it leaves once. */
  readonly key: string;
  readonly channel: Channel;
  /** It does not leave before; now when absent. */
  readonly notBefore?: Date | null;
  /** It no longer leaves from then: a reminder is worth nothing once the day has passed. */
  readonly notAfter?: Date | null;
}

/** `ecrit`: put in a folder, because no server is set; it has not left. */
export const outboxStates = ["en-attente", "envoye", "ecrit", "refuse", "annule"] as const;
export type OutboxState = (typeof outboxStates)[number];

/** What is kept of each message, its text apart. */
export interface Proof {
  readonly id: number;
  readonly channel: Channel;
  readonly state: OutboxState;
  readonly createdAt: Date;
  /** When it will be tried, while it waits. */
  readonly nextAttempt: Date;
  readonly attempts: number;
  readonly lastError: string | null;
  /** When it was sent, written, refused or cancelled. */
  readonly endedAt: Date | null;
  /** What the provider answered when it took it. */
  readonly answer: string | null;
  /** The Message-ID of an e-mail, the provider's number of an SMS. */
  readonly providerId: string | null;
}
