import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Base, Instance } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Deps } from "../usecase/define-use-case.ts";
import { compressed } from "./compress.ts";
import { cookiesFor } from "./cookies.ts";
import { FormReader } from "./form.ts";
import type { Frame } from "./frame.ts";
import { Metrics } from "./metrics.ts";
import { PageReading } from "./page-reading.ts";
import type { Route } from "./route.ts";
import { refuseOtherSites, secure } from "./security.ts";
import type { Sessions } from "./session.ts";
import type { StaticFiles } from "./static.ts";
import { statusOf } from "./status.ts";
import { countedBase, Timing, timedBase } from "./timing.ts";
import { htmlResponse, see, Visit, type VisitParts } from "./visit.ts";

export interface HttpLogger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface AppOptions {
  readonly instance: Instance;
  readonly routes: readonly Route[];
  readonly deps: (base: Base) => Deps;
  readonly sessions: Sessions;
  readonly frame: Frame;
  /** What waits for who is signed in, shown around every page; nothing by default. */
  readonly due?: VisitParts["due"];
  readonly files: StaticFiles;
  /** First segment of the address of built files: `/actifs/`. */
  readonly filesPrefix: string;
  readonly logger: HttpLogger;
  /** Address people use; null when it is the one of the request. */
  readonly publicUrl: string | null;
  /** A proxy of ours stands before: its `X-Forwarded-For` is believed. */
  readonly behindProxy: boolean;
  readonly uploadsFolder: string;
}

const nothingDue: VisitParts["due"] = () => Promise.resolve(null);

interface NodeBindings {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string } };
}

export interface App {
  readonly fetch: (request: Request, bindings?: unknown) => Response | Promise<Response>;
  readonly metrics: Metrics;
}

interface Answer {
  /** Pattern of the route, for logs and metrics; the address itself may name somebody. */
  readonly pattern: string;
  readonly response: Response;
}

/** Every module's routes under `/<département>`, and around them what no module has to think of. */
export function createApp(options: AppOptions): App {
  const metrics = new Metrics();
  const router = new Hono<{ Bindings: NodeBindings }>();
  const server = new Server(options, metrics);
  router.get("/sante", () => server.health());
  router.get("/metriques", (c) => server.figures(c.req.raw, server.address(c.req.raw, c.env)));
  router.get("/", () => server.home());
  router.get(`${options.filesPrefix}*`, (c) => server.file(c.req.raw, c.req.path));
  for (const route of byPrecision(options.routes)) {
    const path = `/:departement${route.path === "/" ? "" : route.path}`;
    router.on(route.method, path, (c) => server.visit(c.req.raw, c.env, c.req.param(), route));
  }
  router.all("*", (c) => server.nowhere(c.req.raw, c.env));
  return {
    fetch: (request, bindings) => router.fetch(request, (bindings ?? {}) as NodeBindings),
    metrics,
  };
}

/** A written segment goes before a parameter: `/agents/nouveau` before `/agents/:id`. */
function byPrecision(routes: readonly Route[]): readonly Route[] {
  const key = ({ path }: Route) =>
    path
      .split("/")
      .map((segment) => (segment.startsWith(":") ? "~" : segment))
      .join("/");
  return [...routes].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

class Server {
  readonly #options: AppOptions;
  readonly #metrics: Metrics;
  readonly #publicOrigin: string | null;
  readonly #https: boolean;

  constructor(options: AppOptions, metrics: Metrics) {
    this.#options = options;
    this.#metrics = metrics;
    this.#publicOrigin = options.publicUrl ? new URL(options.publicUrl).origin : null;
    this.#https = this.#publicOrigin?.startsWith("https:") ?? false;
  }

  address(request: Request, bindings: NodeBindings): string {
    const forwarded = request.headers.get("x-forwarded-for");
    // The last one is what our own proxy saw; the others are what the caller claims.
    if (this.#options.behindProxy && forwarded) return forwarded.split(",").at(-1)?.trim() ?? "";
    return bindings.incoming?.socket.remoteAddress ?? "inconnue";
  }

  async health(): Promise<Response> {
    const healthy = await this.#options.instance
      .shared((tx) => tx.query("SELECT 1"))
      .then(
        () => true,
        () => false,
      );
    return new Response(healthy ? "ok\n" : "base injoignable\n", { status: healthy ? 200 : 503 });
  }

  /** For the machine itself and its monitoring agent, not for the network. */
  figures(request: Request, address: string): Response {
    const local = /^(?:127\.|::1$|::ffff:127\.)/.test(address);
    if (!local || (!this.#options.behindProxy && request.headers.has("x-forwarded-for"))) {
      return new Response(null, { status: 404 });
    }
    return new Response(this.#metrics.text(), {
      headers: { "content-type": "text/plain; version=0.0.4" },
    });
  }

  async home(): Promise<Response> {
    const departements = await this.#options.instance.departements();
    const response = htmlResponse(this.#options.frame.home(departements), 200);
    secure(response.headers, this.#https);
    return response;
  }

  async file(request: Request, path: string): Promise<Response> {
    const name = path.slice(this.#options.filesPrefix.length);
    const response = await this.#options.files.answer(name, request.headers);
    if (!response) return new Response(null, { status: 404 });
    secure(response.headers, this.#https);
    return response;
  }

  visit(
    request: Request,
    bindings: NodeBindings,
    params: Readonly<Record<string, string>>,
    route: Route,
  ): Promise<Response> {
    const { departement = "" } = params;
    const run = async (visit: Visit): Promise<Answer> => ({
      pattern: route.path,
      response: await visit.run(route, params),
    });
    return this.#answer(request, bindings, departement, run, route);
  }

  nowhere(request: Request, bindings: NodeBindings): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const [, slug = ""] = pathname.split("/");
    return this.#answer(request, bindings, slug, async () => {
      const trimmed = pathname.replace(/\/+$/, "");
      if (trimmed !== pathname && /^\/[^/]/.test(trimmed) && request.method === "GET") {
        return { pattern: "*", response: see(trimmed + search) };
      }
      throw new DomainError(
        "page.introuvable",
        "L’adresse est inexacte, ou ce qu’elle désignait a été fusionné ou archivé.",
      );
    });
  }

  async #answer(
    request: Request,
    bindings: NodeBindings,
    slug: string,
    run: (visit: Visit) => Promise<Answer>,
    { from, files = 0 }: Pick<Route, "from" | "files"> = {},
  ): Promise<Response> {
    const timing = new Timing();
    const reference = randomUUID().slice(0, 8);
    const form = new FormReader(request, this.#options.uploadsFolder, files);
    let visit: Visit | null = null;
    let answer: Answer;
    try {
      if (from !== "anywhere") {
        refuseOtherSites(request, this.#publicOrigin ?? new URL(request.url).origin);
      }
      visit = await this.#open(request, bindings, slug, timing, form, from);
      answer = await run(visit);
    } catch (error) {
      answer = this.#fail(error, visit, reference);
    } finally {
      await form.dispose();
    }
    return this.#finish(request, slug, answer, timing, reference);
  }

  async #open(
    raw: Request,
    bindings: NodeBindings,
    slug: string,
    timing: Timing,
    form: FormReader,
    from?: Route["from"],
  ): Promise<Visit> {
    const { instance, sessions, frame, deps: depsOf, due = nothingDue } = this.#options;
    const counted = countedBase(await instance.departement(slug), this.#metrics.transactions);
    const base = timedBase(counted, timing);
    const deps = depsOf(base);
    const cookies = cookiesFor(slug, this.#https);
    const token = from === "anywhere" ? null : cookies.session.read(raw.headers);
    return new Visit({
      raw,
      url: new URL(raw.url),
      base,
      deps,
      reading: new PageReading(counted, timing),
      signedIn: token === null ? null : await sessions.find(deps, token),
      cookies,
      form,
      frame,
      timing,
      address: this.address(raw, bindings),
      due,
    });
  }

  #fail(error: unknown, visit: Visit | null, reference: string): Answer {
    const status = statusOf(error);
    const refusal = error instanceof DomainError ? error : null;
    if (status === 401 && visit) {
      return { pattern: "(session)", response: see(visit.href("/connexion")) };
    }
    if (!refusal) this.#options.logger.error({ reference, ...describe(error) }, "erreur");
    const html = this.#options.frame.failure(visit?.context(null) ?? null, {
      status,
      message: refusal?.message ?? null,
      details: refusal?.details ?? {},
      reference,
    });
    return { pattern: `(${refusal?.code ?? "erreur"})`, response: htmlResponse(html, status) };
  }

  async #finish(
    request: Request,
    departement: string,
    { pattern, response }: Answer,
    timing: Timing,
    reference: string,
  ): Promise<Response> {
    secure(response.headers, this.#https);
    response.headers.set("server-timing", timing.header());
    response.headers.set("x-reference", reference);
    const final = await compressed(response, request.headers.get("accept-encoding"));
    const { method } = request;
    const { status } = response;
    const ms = Math.round(timing.total * 10) / 10;
    this.#metrics.observe(method, pattern, status, ms);
    this.#options.logger.info(
      { reference, departement, method, route: pattern, status, ms, dbMs: Math.round(timing.db) },
      "requête",
    );
    return final;
  }
}

/** A message of the base may quote a value, hence a person: only its code and its place are kept. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { erreur: typeof error };
  const { name, stack = "", message } = error;
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  const fromBase = "severity" in error;
  const { code, table, constraint } = error as unknown as Record<string, unknown>;
  return fromBase
    ? { erreur: name, code, table, constraint, frames }
    : { erreur: name, message, frames };
}
