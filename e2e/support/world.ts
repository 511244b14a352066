import type { Browser, BrowserContextOptions } from "playwright-core";
import {
  type comptesDemonstration,
  motDePasseDemonstration,
} from "../../src/app/demonstration/comptes.ts";
import type { Product } from "./product.ts";
import { Visitor } from "./visitor.ts";

export type Compte =
  | (typeof comptesDemonstration)[number]["identifiant"]
  | "accueil"
  | "operatrice";
type StorageState = Awaited<ReturnType<ReturnType<Browser["contexts"]>[number]["storageState"]>>;

const SOMME = "somme";
const WIDE = { width: 1280, height: 800 };

interface Visit extends BrowserContextOptions {
  /** Where she works; the Somme unless said. */
  readonly departement?: string;
}

/** What the journeys share: one browser, one instance, and what has been learned of its pages. */
export class World {
  readonly product: Product;
  readonly captures: string;
  /** Where journeys write the files they send. */
  readonly folder: string;
  readonly #browser: Browser;
  readonly #sessions = new Map<string, StorageState>();
  readonly #titles = new Map<string, string>();
  readonly #problems: string[] = [];
  readonly #visitors: Visitor[] = [];

  constructor(given: {
    readonly product: Product;
    readonly browser: Browser;
    readonly captures: string;
    readonly folder: string;
  }) {
    this.product = given.product;
    this.#browser = given.browser;
    this.captures = given.captures;
    this.folder = given.folder;
  }

  /** The same browser before another product. */
  before(product: Product): World {
    const { captures, folder } = this;
    return new World({ product, browser: this.#browser, captures, folder });
  }

  /** Somebody nobody knows yet. */
  async stranger({ departement = SOMME, ...options }: Visit = {}): Promise<Visitor> {
    const context = await this.#browser.newContext({
      viewport: WIDE,
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      acceptDownloads: true,
      ...options,
    });
    const visitor = new Visitor(this, context, await context.newPage(), {
      departement,
      scripted: options.javaScriptEnabled !== false,
    });
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Somebody of the demonstration, signed in. The password is asked once a run. */
  async visitor(compte: Compte, visit: Visit = {}): Promise<Visitor> {
    const { departement = SOMME, ...options } = visit;
    const session = sessionOf(compte, departement);
    const known = this.#sessions.get(session);
    if (known) return this.stranger({ storageState: known, ...visit });
    const first = await this.stranger({ departement });
    await first.signIn(compte, motDePasseDemonstration);
    this.#sessions.set(session, await first.context.storageState());
    if (Object.keys(options).length === 0) return first;
    return this.visitor(compte, visit);
  }

  /** Her session is closed: the next visit signs in again. */
  forget(compte: Compte): void {
    this.#sessions.delete(sessionOf(compte, SOMME));
  }

  /** What a page does wrong is told at the end of the journey, which goes on meanwhile. */
  report(problem: string): void {
    if (!this.#problems.includes(problem)) this.#problems.push(problem);
  }

  /** One title for one page: a reader with forty tabs tells them apart by it. */
  claimTitle(title: string, shape: string): void {
    const holder = this.#titles.get(title);
    if (holder === undefined) this.#titles.set(title, shape);
    else if (holder !== shape) this.report(`« ${title} » est le titre de ${holder} et de ${shape}`);
  }

  /** Ends a journey: its windows are closed, its problems given. */
  async end(failure: string | null): Promise<readonly string[]> {
    for (const visitor of this.#visitors.splice(0)) {
      if (failure !== null) await visitor.capture(`echec-${failure}`);
      visitor.reportTrouble();
      await visitor.context.close();
    }
    return this.#problems.splice(0);
  }
}

const sessionOf = (compte: Compte, departement: string) => `${departement}/${compte}`;
