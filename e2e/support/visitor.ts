import assert from "node:assert/strict";
import { join } from "node:path";
import type { BrowserContext, Download, Locator, Page, Response } from "playwright-core";
import { checkPage } from "./check-page.ts";
import type { World } from "./world.ts";

const PATIENCE_MS = 30_000;

/** Somebody at a window: goes to pages, and lets none pass without looking at it. */
export class Visitor {
  readonly world: World;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly departement: string;
  readonly scripted: boolean;
  /** Statuses that the journey asks for: a refused form, a page outside the perimeter. */
  readonly #expected = new Set<number>();
  readonly #trouble: string[] = [];

  constructor(
    world: World,
    context: BrowserContext,
    page: Page,
    { departement, scripted }: { readonly departement: string; readonly scripted: boolean },
  ) {
    this.world = world;
    this.departement = departement;
    this.scripted = scripted;
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    this.#listen();
  }

  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname.slice(this.departement.length + 1) + search;
  }

  href(path: string): string {
    return `${this.world.product.origin}/${this.departement}${path}`;
  }

  /** Opens an address as if it were typed, and looks at the page. */
  async open(path: string, status = 200): Promise<Response> {
    if (status >= 400) this.#expected.add(status);
    const response = await this.page.goto(this.href(path));
    assert.ok(response, `${path} ne répond rien`);
    assert.equal(response.status(), status, `${path} répond ${response.status()}`);
    await this.look();
    return response;
  }

  /** Follows a link or sends a form, then looks at the page it leads to. */
  async follow(target: Locator, options: { readonly status?: number } = {}): Promise<Response> {
    const { status = 200 } = options;
    if (status >= 400) this.#expected.add(status);
    const [response] = await Promise.all([
      this.page.waitForResponse(
        (one) =>
          one.request().isNavigationRequest() &&
          one.frame() === this.page.mainFrame() &&
          (one.status() < 300 || one.status() >= 400),
      ),
      this.page.waitForEvent("load"),
      target.click(),
    ]);
    assert.equal(response.status(), status, `${response.url()} répond ${response.status()}`);
    await this.look();
    return response;
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole("link", { name }).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name }).first();
  }

  field(name: string): Locator {
    return this.page.locator(`[name="${name}"]:not([type="hidden"])`).first();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async text(target: Locator): Promise<string> {
    return (await target.first().textContent()) ?? "";
  }

  /** « 1 234 personnes » → 1234 */
  async number(target: Locator): Promise<number> {
    return Number((await this.text(target)).replaceAll(/\D/g, ""));
  }

  async download(target: Locator): Promise<Download> {
    const [started] = await Promise.all([this.page.waitForEvent("download"), target.click()]);
    return started;
  }

  /** Everything that must hold on every page, at both widths. */
  async look(name?: string): Promise<void> {
    await checkPage(this, name);
    this.reportTrouble();
  }

  expect(status: number): void {
    this.#expected.add(status);
  }

  async signIn(identifiant: string, motDePasse: string): Promise<void> {
    await this.open("/connexion");
    await this.field("identifiant").fill(identifiant);
    await this.field("motDePasse").fill(motDePasse);
    await this.follow(this.button("Se connecter"));
    assert.doesNotMatch(this.path, /^\/connexion(?!\/code)/, `${identifiant} n’a pas pu entrer`);
  }

  async capture(name: string): Promise<void> {
    const path = join(this.world.captures, `${name.replaceAll(/[^a-z0-9-]+/gi, "-")}.png`);
    await this.page.screenshot({ path, fullPage: true }).catch(() => undefined);
  }

  report(problem: string): void {
    this.world.report(`${this.path || "/"} : ${problem}`);
  }

  reportTrouble(): void {
    for (const trouble of this.#trouble.splice(0)) this.report(trouble);
  }

  #listen(): void {
    this.page.on("pageerror", (error) => this.#trouble.push(`script en erreur, ${error.message}`));
    this.page.on("console", (message) => {
      const text = message.text();
      // Said of each answer from 400 on, which « response » judges.
      if (message.type() !== "error" || text.startsWith("Failed to load resource")) return;
      this.#trouble.push(`console, ${text}`);
    });
    this.page.on("response", (response) => {
      const status = response.status();
      if (status < 400 || this.#expected.has(status)) return;
      this.#trouble.push(`${response.url()} répond ${status}`);
    });
    this.page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // What the page itself gives up, or a download that leaves the page where it is.
      if (reason === "net::ERR_ABORTED") return;
      this.#trouble.push(`${request.url()} échoue, ${reason}`);
    });
  }
}
