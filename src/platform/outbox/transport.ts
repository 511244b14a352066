import type { Content } from "./message.ts";

/** A message as it is handed to a provider. */
export interface Delivery extends Content {
  /** Made from the key: a message sent again after a crash carries the same, so that a reader can tell. */
  readonly messageId: string;
}

/** What became of one attempt. */
export type Outcome =
  | { readonly kind: "sent"; readonly answer: string; readonly providerId: string }
  /** Put in a folder, because no server is set. */
  | { readonly kind: "written"; readonly answer: string; readonly providerId: string }
  /** Never to be tried again: unknown address, impossible number. */
  | { readonly kind: "refused"; readonly error: string }
  /** This message only, later: full mailbox, greylisting. */
  | { readonly kind: "later"; readonly error: string }
  /** Nothing leaves this way for now: no answer, refused password. */
  | { readonly kind: "down"; readonly error: string };

export interface Transport {
  send(delivery: Delivery): Promise<Outcome>;
  close(): Promise<void>;
}
