import type { VNode } from "preact";
import type { z } from "zod";
import type { Agent, Deps, UseCase } from "../usecase/define-use-case.ts";

/** A form field: text, several values of one name, or an uploaded file. */
export interface FormValues {
  text(name: string): string;
  all(name: string): readonly string[];
  file(name: string): File | null;
  /** Every text field, last value of each name: what an act's schema parses. */
  record(): Record<string, string>;
}

export interface Page {
  /** Title of the document and of the page. A refused form gets « Erreur – » before it, from `problems`. */
  readonly title: string;
  readonly body: VNode;
  readonly status?: number;
  /** Key of the menu entry to show as current. */
  readonly menu?: string;
  readonly breadcrumb?: readonly { readonly label: string; readonly href?: string }[];
  /** Tables that may use the full width of the screen. */
  readonly wide?: boolean;
}

/** What a handler receives. The perimeter is in `agent.portee`; acts apply it. */
export interface Request {
  readonly deps: Deps;
  readonly agent: Agent;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly url: URL;
  readonly headers: Headers;
  /** Address of the caller, for the journal and the rate limits. */
  readonly address: string;
  form(): Promise<FormValues>;
  /** What a program sent. @throws DomainError `saisie.invalide` when it is not JSON */
  json(): Promise<unknown>;
  /** Builds `/<département>` + path. */
  href(path: string): string;
  /** Runs an act as the signed-in agent. */
  act<Schema extends z.ZodType, Output>(
    useCase: UseCase<Schema, Output>,
    input: z.input<Schema>,
  ): Promise<Output>;
  /**
   * Gives back the transaction in which the page reads, for a handler that goes on with long work: setting a
   * letter, waiting for somebody else. `page` does it before it draws.
   */
  endReading(): Promise<void>;
  page(page: Page): Promise<Response>;
  /** 303 after a form, with a message shown once on the next page. `path` is under the département: `/agents`. */
  redirect(path: string, message?: string): Response;
  /** The token of the caller's session, for the pages that open and close sessions. */
  readonly session: SessionHandle;
}

interface SessionHandle {
  readonly token: string | null;
  /** Sends the token to the browser with this answer. */
  open(response: Response, token: string): Response;
  close(response: Response): Response;
}

/**
 * One route. `droit` repeats the right of the act behind it, so that the generated test
 * (every route × every role) can compare; the act checks again.
 */
export interface Route {
  readonly method: "GET" | "POST";
  /** Hono pattern under `/<département>`: `/personnes/:id`. */
  readonly path: string;
  /** A right, `connecte` for any signed-in agent, `public` for the sign-in pages. */
  readonly droit: string;
  /**
   * `anywhere` when a program calls it, that signs each request with a key of its own: no session is read, so that a
   * page of another site can do nothing with the one of a browser.
   */
  readonly from?: "anywhere";
  /**
   * Bytes of files its form may bring, none by default: what is sent is on the disk before the act judges it. Somewhat
   * more than the act takes, so that it is the act which refuses, beside the field.
   */
  readonly files?: number;
  readonly handler: (request: Request) => Promise<Response>;
}
