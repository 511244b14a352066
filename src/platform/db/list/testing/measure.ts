import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { porteeTotale } from "../../../usecase/define-use-case.ts";
import { openEmbeddedServer } from "../../embarque/server.ts";
import { openInstance } from "../../instance.ts";
import type { Tx } from "../../tx.ts";
import { countList, fetchListPage } from "../fetch.ts";
import { loadOptions } from "../options.ts";
import { parseListState, visibleColumns } from "../state.ts";
import { animaux, createToy } from "./toy.ts";

/** Run by hand: `node src/platform/db/list/testing/measure.ts`. Prints the median and the p95, in ms, of a list of 120 000 rows. */
const droits = new Set<string>();
const times = 60;

const cases = [
  "",
  "tri=nom&sens=desc",
  "tri=naissance",
  "tri=naissance&sens=desc",
  "tri=poids&espece=C",
  "espece=D&naissance=2015-01-01..&tri=naissance",
  "refuge=1&vaccin=non",
  "q=ma&tri=nom",
];

async function fill(tx: Tx): Promise<void> {
  await createToy(tx);
  await tx.query(`insert into essai_animal
    select n, (array['Martin','Élodie','Petit','Zoé','Bernard','Durand'])[1 + hashint4(n) & 3] || ' ' || md5(n::text),
      case when n % 10 = 0 then null else date '2000-01-01' + abs(hashint4(n)) % 9000 end,
      abs(hashint4(n + 1)) % 500, (array['C','D','X'])[1 + abs(hashint4(n + 2)) % 3], n % 2 = 0,
      n * 100, 1 + n % 2, array['a', 'b'], null
    from generate_series(1, 120000) n`);
  for (const column of ["nom", "ne_le", "poids", "espece"]) {
    await tx.query(`create index on essai_animal (${column}, id)`);
  }
  await tx.query("analyze essai_animal");
}

async function timed(run: () => Promise<unknown>): Promise<string> {
  const figures: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await run();
    figures.push(performance.now() - start);
  }
  figures.sort((a, b) => a - b);
  const at = (share: number) => (figures[Math.floor(times * share)] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)}`;
}

async function measure(tx: Tx, query: string): Promise<Record<string, unknown>> {
  const options = await loadOptions(tx, animaux, porteeTotale);
  const read = (text: string) =>
    parseListState(animaux, new URLSearchParams(text), { today: "2026-11-22", droits, options })
      .state;
  const columns = visibleColumns(animaux, read(query), droits);
  const page = (text: string) => fetchListPage(tx, animaux, read(text), porteeTotale, columns);
  let place = query;
  for (let index = 1; index < 200; index += 1) {
    const { next } = await page(place);
    if (!next) break;
    place = `${query}&apres=${next}`;
  }
  return {
    liste: query || "(défaut)",
    lignes: await countList(tx, animaux, read(query), porteeTotale),
    "compte seul": await timed(() => countList(tx, animaux, read(query), porteeTotale)),
    "page 1": await timed(() => page(query)),
    "page 200": await timed(() => page(place)),
    dernière: await timed(() => page(`${query}&avant=fin`)),
  };
}

const folder = mkdtempSync(join(tmpdir(), "jalon-mesure-"));
const server = await openEmbeddedServer({ dataFolder: folder });
const instance = await openInstance({ url: server.url, migrations: [] });
try {
  await instance.shared(async (tx) => {
    await tx.query("create schema if not exists mesure");
    await tx.query("set local search_path to mesure");
    await fill(tx);
    const lines: Record<string, unknown>[] = [];
    for (const query of cases) lines.push(await measure(tx, query));
    process.stdout.write(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  });
} finally {
  await instance.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
