import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../src/app/config.ts";
import {
  comptesDemonstration,
  installerComptes,
  motDePasseDemonstration,
} from "../src/app/demonstration/comptes.ts";
import { openDeps, openJalon } from "../src/app/instance.ts";
import { query } from "./floor.ts";
import { report } from "./report.ts";
import { benchDeadlines } from "./scenarios/deadlines.ts";
import { benchFollow } from "./scenarios/follow.ts";
import { benchGrowth, benchImport } from "./scenarios/import.ts";
import { benchLetters } from "./scenarios/letters.ts";
import { benchServe } from "./scenarios/load.ts";
import { benchOrient, benchQueue, transmitAll } from "./scenarios/orient.ts";
import { benchList, benchPerson, benchSearch, type Visitor } from "./scenarios/pages.ts";
import { benchReturns } from "./scenarios/returns.ts";
import { benchStart } from "./scenarios/start.ts";
import { benchWeb } from "./scenarios/web.ts";
import { type Measure, place, root, type Scale, serve, signIn } from "./scene.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    echelle: { type: "string", multiple: true, default: ["M", "L"] },
    ecrire: { type: "boolean", default: false },
  },
});
const wanted = new Set(positionals);
const asked = (...names: string[]) => wanted.size === 0 || names.some((name) => wanted.has(name));
const measures: Measure[] = [];

/** What is measured by visits of one product at one scale, in this order. */
const visits: Readonly<Record<string, (visitor: Visitor) => Promise<readonly Measure[]>>> = {
  list: benchList,
  person: benchPerson,
  search: benchSearch,
  orient: benchOrient,
  async queue(visitor) {
    if (!asked("orient")) await benchOrient(visitor);
    return benchQueue(visitor);
  },
  deadlines: benchDeadlines,
  letters: benchLetters,
  async follow(visitor) {
    if (!asked("orient", "queue")) await benchOrient(visitor);
    if (!asked("queue")) await transmitAll(visitor);
    return benchFollow(visitor);
  },
  returns: benchReturns,
};

if (asked("start")) measures.push(...(await benchStart()));
for (const scale of values.echelle as Scale[]) {
  if (asked("import", "re-import", ...Object.keys(visits), "serve", "web"))
    measures.push(...(await atScale(scale)));
}
if (asked("import")) measures.push(...(await benchGrowth(place("croissance"))));

async function atScale(scale: Scale): Promise<readonly Measure[]> {
  const data = place(`echelle-${scale}`);
  const imported = await benchImport(data, scale);
  const slug = `import-${scale.toLowerCase()}`;
  const done = asked("import", "re-import") ? [...imported] : [];
  if (!asked(...Object.keys(visits), "serve", "web")) return done;
  const config = { ...readConfig(), dataFolder: data };
  const instance = await openJalon(config);
  await installerComptes(await openDeps(config, instance, slug));
  await instance.close();
  const schema = `dep_${slug.replaceAll("-", "_")}`;
  const server = await serve(data, { cpu: true });
  try {
    const account = comptesDemonstration[0].identifiant;
    const cookie = await signIn(server.url, slug, account, motDePasseDemonstration);
    const visitor = { url: server.url, slug, cookie, data, schema, scale };
    for (const [name, bench] of Object.entries(visits)) {
      if (asked(name)) done.push(...(await bench(visitor)));
    }
    if (asked("web")) done.push(...(await benchWeb(server.url, slug, cookie, scale)));
    if (asked("serve")) {
      const persons = await query<{ id: number }>(
        data,
        schema,
        "SELECT personne_id AS id FROM situation_personne WHERE beneficiaire LIMIT 500",
      );
      done.push(
        ...(await benchServe({
          url: server.url,
          slug,
          data,
          schema,
          cookies: [cookie],
          persons: persons.map(({ id }) => id),
          scale,
        })),
      );
    }
  } finally {
    await server.stop();
  }
  return done;
}

const machine = `${cpus().length} cœurs ${cpus()[0]?.model ?? ""}, ${(totalmem() / 2 ** 30).toFixed(0)} Go, Node ${process.version}`;
const text = report(measures, machine, new Date());
console.log(text);
mkdirSync(join(root, "bench", "resultats"), { recursive: true });
writeFileSync(
  join(root, "bench", "resultats", "dernier.json"),
  `${JSON.stringify({ machine, measures }, null, 2)}\n`,
);
if (values.ecrire) {
  const page = join(root, "docs", "performance.md");
  // What people wrote under the table is theirs.
  const [, ...sections] = readFileSync(page, "utf8").split(/^(?=## )/m);
  writeFileSync(page, [text, ...sections].join("\n"));
}
