import { comptesDemonstration } from "../src/app/demonstration/comptes.ts";
import type { Journey } from "./support/journey.ts";
import { pageShape } from "./support/page-shape.ts";
import type { Visitor } from "./support/visitor.ts";
import type { Compte, World } from "./support/world.ts";

/** Pages opened by one role, and pages of one shape: all persons have the same page. */
const MOST_PAGES = 80;
const SAME_SHAPE = 2;
const SLOW_MS = 2000;

export const parcoursLiens: readonly Journey[] = comptesDemonstration.map(({ identifiant }) => ({
  title: `chaque lien que voit le compte « ${identifiant} » mène à une page en ordre`,
  run: (world) => followEverything(world, identifiant),
}));

async function followEverything(world: World, compte: Compte): Promise<void> {
  const visitor = await world.visitor(compte);
  const known = new Set<string>([visitor.href("/")]);
  const waiting = [...known];
  const shapes = new Map<string, number>();
  const looks = new Map<string, number>();
  let opened = 0;
  for (let url = waiting.shift(); url !== undefined && opened < MOST_PAGES; url = waiting.shift()) {
    const shape = shapeOf(url);
    const same = shapes.get(shape) ?? 0;
    if (same >= SAME_SHAPE) continue;
    shapes.set(shape, same + 1);
    opened += 1;
    const page = pageShape(url);
    const looked = looks.get(page) ?? 0;
    looks.set(page, looked + 1);
    await openPage(visitor, url, looked < SAME_SHAPE);
    for (const next of await linksOf(visitor)) {
      if (known.has(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  console.log(`    ${opened} pages ouvertes, de ${shapes.size} sortes`);
}

/** Two lists sorted or filtered by the same names are the same page. */
function shapeOf(url: string): string {
  const names = [...new Set(new URL(url).searchParams.keys())].toSorted((a, b) =>
    a.localeCompare(b),
  );
  return `${pageShape(url)}?${names.join("&")}`;
}

/** The first ones of a page are looked at, the same under other filters are only opened. */
async function openPage(visitor: Visitor, url: string, first: boolean): Promise<void> {
  const started = performance.now();
  const response = await visitor.page.goto(url);
  const ms = Math.round(performance.now() - started);
  if (response?.status() !== 200) return visitor.report(`répond ${response?.status()}`);
  if (ms > SLOW_MS) console.log(`    lent : ${visitor.path || "/"} en ${ms} ms`);
  if (first) await visitor.look();
  else visitor.reportTrouble();
}

async function linksOf(visitor: Visitor): Promise<readonly string[]> {
  const hrefs: readonly string[] = await visitor.page
    .locator("a[href]")
    .evaluateAll((links) =>
      links.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")),
    );
  const here = visitor.href("");
  return hrefs
    .map((href) => href.replace(/#.*$/, ""))
    .filter((href) => href === here || href.startsWith(`${here}/`) || href.startsWith(`${here}?`))
    .filter((href) => !/\/export\.|\/telecharger|\.css$/.test(href));
}
