import type { Departement } from "../db/tx.ts";
import type { Page } from "./route.ts";
import type { SignedIn } from "./session.ts";

/** What waits for the reader, shown around every page. */
export interface Due {
  readonly count: number;
  /** There are more than the count says. */
  readonly more: boolean;
  /** The list of exactly these, under the département. */
  readonly path: string;
}

/** What surrounds a page. */
export interface FrameContext {
  readonly departement: Departement;
  readonly signedIn: SignedIn | null;
  /** Said once, after the act that led here. */
  readonly message: string | null;
  readonly url: URL;
  readonly now: Date;
  readonly due: Due | null;
  href(path: string): string;
}

export interface Failure {
  readonly status: number;
  /** The refusal in words; null for what nobody decided. */
  readonly message: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Given to the reader and written in the logs, so that one finds the other. */
  readonly reference: string;
}

/** How pages look: given by the composition, which knows the design system and the menu. */
export interface Frame {
  page(context: FrameContext, page: Page): string;
  failure(context: FrameContext | null, failure: Failure): string;
  /** `/`: the départements of this instance. */
  home(departements: readonly Departement[]): string;
}
