import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, ViewportSize } from "playwright-core";
import { pageShape } from "./page-shape.ts";
import type { Visitor } from "./visitor.ts";

const WIDTHS = [360, 1280] as const;
const HEIGHT = 800;
/** One page says so of every address. */
const REFUSALS = new Set([403, 404]);
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(join(process.cwd(), "node_modules", "axe-core", "axe.min.js"), "utf8");

/** What axe says, as far as it is told. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

const captured = new Set<string>();

/** Title, heading, accessibility, width: what every page owes, on a desk and on a phone. */
export async function checkPage(visitor: Visitor, name?: string): Promise<void> {
  const { page } = visitor;
  const size = page.viewportSize();
  await checkHeadings(visitor);
  for (const width of WIDTHS) {
    await resize(visitor, { width, height: HEIGHT });
    // Without scripts the checker does not run either: the same page is checked with them elsewhere.
    if (visitor.scripted) await checkAxe(visitor, width);
    if (width === 360) await checkWidth(visitor);
    await keepPicture(visitor, width, name);
  }
  if (size) await resize(visitor, size);
}

/** Scripts that follow the width have done so once two frames are drawn: nothing is judged before. */
async function resize({ page, scripted }: Visitor, size: ViewportSize): Promise<void> {
  await page.setViewportSize(size);
  if (!scripted) return;
  // What has scrolled under the head of the page is hidden by it: a page is judged from its top.
  await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
  await page.evaluate(twoFrames);
}

async function checkHeadings(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const title = await page.title();
  if (title.trim() === "") visitor.report("la page n’a pas de titre");
  else if (!REFUSALS.has(await statusOf(page))) visitor.world.claimTitle(title, shapeOf(visitor));
  const headings = await page.locator("h1").count();
  if (headings !== 1) visitor.report(`${headings} titres de premier niveau`);
}

async function checkAxe(visitor: Visitor, width: number): Promise<void> {
  for (const { id, help, nodes } of await violationsOf(visitor.page)) {
    const [first] = nodes;
    const where = first ? `${String(first.target[0])} ${first.html.slice(0, 160)}` : "";
    visitor.report(`axe à ${width} px, ${id} (${help}), ${nodes.length} fois : ${where}`);
  }
}

/** The source is evaluated by the debugging protocol, which the Content-Security-Policy of the page does not bind. */
export async function violationsOf(page: Page): Promise<readonly Violation[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] })
      .then(({ violations }) => violations.map(({ id, help, nodes }) =>
        ({ id, help, nodes: nodes.map(({ target, html }) => ({ target, html })) })))`,
  );
}

/** Nothing is wider than the screen: text is read without scrolling sideways. */
export async function checkWidth(visitor: Visitor): Promise<void> {
  const culprits: readonly string[] = await visitor.page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (one) => one.getBoundingClientRect().right > room + 1,
    );
    const names = wide.map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class")}`);
    return names.length > 0 ? names.slice(0, 4) : ["rien de visible"];
  });
  if (culprits.length > 0)
    visitor.report(`déborde à ${visitor.page.viewportSize()?.width} px : ${culprits.join(", ")}`);
}

/** One picture of each kind of page, told apart by its status: a page refused is another page. */
async function keepPicture(visitor: Visitor, width: number, given?: string): Promise<void> {
  const { page } = visitor;
  const shape = shapeOf(visitor) || "/accueil";
  const status = await statusOf(page);
  const name = `${given ?? shape.slice(1)}${status >= 400 ? `-${status}` : ""}-${width}`;
  if (captured.has(name)) return;
  captured.add(name);
  await visitor.capture(name);
}

/** The same page in two départements is one page. */
function shapeOf({ page, departement }: Visitor): string {
  return pageShape(page.url()).replace(`/${departement}`, "");
}

function statusOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    return entry instanceof PerformanceNavigationTiming ? entry.responseStatus : 0;
  });
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
