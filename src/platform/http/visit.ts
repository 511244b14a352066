import type { Base, Departement } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Agent, Deps, Secrets } from "../usecase/define-use-case.ts";
import { requireDroit } from "../usecase/define-use-case.ts";
import { Asked } from "./asked.ts";
import type { CookieJar } from "./cookies.ts";
import type { FormReader } from "./form.ts";
import type { Due, Frame, FrameContext } from "./frame.ts";
import type { PageReading } from "./page-reading.ts";
import type { Page, Request as PageRequest, Route } from "./route.ts";
import { safeReturn } from "./security.ts";
import { type SignedIn, visitor } from "./session.ts";
import type { Timing } from "./timing.ts";

export interface VisitParts {
  readonly raw: Request;
  readonly url: URL;
  readonly base: Base;
  readonly deps: Deps;
  /** What a page asks of the base is asked of this; what a form does has its own transaction. */
  readonly reading: PageReading;
  readonly signedIn: SignedIn | null;
  readonly cookies: CookieJar;
  readonly form: FormReader;
  readonly frame: Frame;
  readonly timing: Timing;
  readonly address: string;
  /** What waits for who is signed in; asked once a page. */
  readonly due: (deps: Deps, signedIn: SignedIn) => Promise<Due | null>;
}

const HTML = { "content-type": "text/html; charset=utf-8" };

/** One request inside a département, between the network and the handlers. */
export class Visit {
  readonly parts: VisitParts;
  readonly departement: Departement;
  readonly #reading: PageReading;
  readonly #reader: Deps;
  readonly #asked = new Asked();

  constructor(parts: VisitParts) {
    this.parts = parts;
    this.departement = parts.base.departement;
    this.#reading = parts.reading;
    this.#reader = { ...parts.deps, base: this.#reading };
  }

  href = (path: string): string => `/${this.departement.slug}${path === "/" ? "" : path}`;

  async run(route: Route, params: Readonly<Record<string, string>>): Promise<Response> {
    const { signedIn } = this.parts;
    if (route.droit !== "public") {
      if (!signedIn) return this.#toSignIn();
      if (signedIn.mustVisit && !route.path.startsWith(signedIn.mustVisit)) {
        if (route.path !== "/deconnexion") return see(this.href(signedIn.mustVisit));
      }
      if (route.droit !== "connecte") requireDroit(signedIn.pour(route.droit), route.droit);
    }
    try {
      return await route.handler(this.#request(route, params));
    } finally {
      await this.#reading.close();
    }
  }

  #toSignIn(): Response {
    const { raw, url } = this.parts;
    const wanted = raw.method === "GET" ? url.pathname + url.search : this.href("/");
    const back = safeReturn(this.departement.slug, wanted);
    const query = back === this.href("/") ? "" : `?${new URLSearchParams({ retour: back })}`;
    return see(this.href(`/connexion${query}`));
  }

  #request(route: Route, params: Readonly<Record<string, string>>): PageRequest {
    const { raw, url, deps, signedIn, cookies, form, address } = this.parts;
    const as = (droit: string | null): Agent => signedIn?.pour(droit) ?? visitor;
    const apart = { ...deps, base: this.#reading.apart };
    const depsFor = (nature: "lecture" | "ecriture") =>
      route.method === "GET" && nature === "lecture" ? this.#reader : apart;
    return {
      deps: apart,
      agent: as(route.droit === "connecte" || route.droit === "public" ? null : route.droit),
      params,
      query: url.searchParams,
      url,
      headers: raw.headers,
      address,
      form: () => form.read(),
      json: () => form.json(),
      href: this.href,
      act: (useCase, input) => {
        const deps = depsFor(useCase.nature);
        const run = () => useCase.execute(deps, as(useCase.droit), input);
        if (deps === this.#reader) return this.#asked.once(useCase, input, run);
        this.#asked.forget();
        return run();
      },
      endReading: () => {
        this.#asked.forget();
        return this.#reading.end();
      },
      page: (page) => this.#page(page),
      redirect: (path, message) => this.#redirect(path, message),
      session: {
        token: cookies.session.read(raw.headers),
        open: (response, token) => withCookie(response, cookies.session.write(token)),
        close: (response) => withCookie(response, cookies.session.clear()),
      },
    };
  }

  context(message: string | null, due: Due | null = null): FrameContext {
    const { signedIn, url, deps } = this.parts;
    const { departement, href } = this;
    return { departement, signedIn, message, url, href, now: deps.now(), due };
  }

  async #page(page: Page): Promise<Response> {
    const { frame, timing, cookies } = this.parts;
    const message = this.#readMessage();
    const due = await this.#due();
    await this.#reading.end();
    const start = performance.now();
    const html = frame.page(this.context(message, due), page);
    timing.addRender(performance.now() - start);
    const response = htmlResponse(html, page.status ?? 200);
    return message === null ? response : withCookie(response, cookies.message.clear());
  }

  async #due(): Promise<Due | null> {
    const { signedIn, due } = this.parts;
    return signedIn && !signedIn.mustVisit ? due(this.#reader, signedIn) : null;
  }

  #redirect(path: string, message?: string): Response {
    const inside = path.startsWith(`/${this.departement.slug}/`) || path === this.href("/");
    const response = see(inside ? path : this.href(path));
    if (message === undefined) return response;
    const { cookies, deps } = this.parts;
    return withCookie(response, cookies.message.write(sealMessage(deps.secrets, message)));
  }

  #readMessage(): string | null {
    const { raw, cookies, deps } = this.parts;
    const sealed = cookies.message.read(raw.headers);
    if (!sealed) return null;
    try {
      return deps.secrets.decrypt(Buffer.from(sealed, "base64url"));
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

/** The message may name somebody: sealed, so that it stays in the browser without being readable there. */
function sealMessage(secrets: Secrets, message: string): string {
  return secrets.encrypt(message.slice(0, 1000)).toString("base64url");
}

export function htmlResponse(html: string, status: number): Response {
  const body = new TextEncoder().encode(html);
  return new Response(body, {
    status,
    headers: { ...HTML, "content-length": String(body.length) },
  });
}

export function see(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append("set-cookie", cookie);
  return response;
}
