import { statSync } from "node:fs";
import { importFloor, query } from "../floor.ts";
import { jalon, type Measure, type Scale, scales, writeFlow } from "../scene.ts";

const SEED = 59;
const flow = (scale: Scale, champs: object) => ({
  dossiers: scales[scale],
  departement: { code: "80" },
  graine: SEED,
  nature: "beneficiaires" as const,
  mois: "2026-08",
  ...champs,
});

/** First import, the same file again, then the next month with 3 % of its records changed. */
export async function benchImport(data: string, scale: Scale): Promise<readonly Measure[]> {
  const premier = await writeFlow(`import-${scale}-08.xml`, flow(scale, {}));
  const suivant = await writeFlow(
    `import-${scale}-09.xml`,
    flow(scale, { mois: "2026-09", seulementChangements: 0.03 }),
  );
  const slug = `import-${scale.toLowerCase()}`;
  const idle = await jalon(data, [
    "departement",
    "creer",
    slug,
    "--code",
    "80",
    "--nom",
    "Somme",
    "--referentiel",
    "somme-2025",
  ]);
  const first = await jalon(data, ["importer", "caf", premier, "--departement", slug]);
  const ms = Number(first.json["dureeMs"]);
  const schema = `dep_${slug.replaceAll("-", "_")}`;
  const floor = await importFloor(premier, data, schema);
  const floorMs = floor.parseMs + floor.copyMs;
  const before = await counts(data, schema);
  const again = await jalon(data, ["importer", "caf", premier, "--departement", slug]);
  const written = (await counts(data, schema)) - before;
  const next = await jalon(data, ["importer", "caf", suivant, "--departement", slug]);
  const nextMs = Number(next.json["dureeMs"]);
  const memory = first.peakMb - idle.peakMb;
  const megabytes = statSync(premier).size / 1e6;
  const common = { scale, holds: null, ratio: null };
  return [
    {
      ...common,
      scenario: "import",
      what: `premier import (${megabytes.toFixed(0)} Mo, ${first.json["personnes"]} personnes)`,
      value: ms,
      unit: "ms",
      reference: `plancher ${floorMs.toFixed(0)} ms (lecture ${floor.parseMs.toFixed(0)} + COPY ${floor.copyMs.toFixed(0)}, ${floor.rows} lignes)`,
      ratio: ms / floorMs,
      bar: "≤ 2,0 × le plancher (à L)",
      holds: ms / floorMs <= 2,
    },
    {
      ...common,
      scenario: "import",
      what: "mémoire au-dessus du repos",
      value: memory,
      unit: "Mo",
      reference: `repos ${idle.peakMb.toFixed(0)} Mo`,
      bar: "≤ 400 Mo",
      holds: memory <= 400,
    },
    {
      ...common,
      scenario: "re-import",
      what: `le même fichier (${written} ligne écrite)`,
      value: again.ms,
      unit: "ms",
      reference: "premier import",
      ratio: again.ms / ms,
      bar: "≤ 0,6 ×, aucune ligne",
      holds: again.ms / ms <= 0.6 && written === 0,
    },
    {
      ...common,
      scenario: "re-import",
      what: `mois suivant, ${next.json["appliques"]} dossiers changés, ${next.json["inchanges"]} inchangés`,
      value: nextMs,
      unit: "ms",
      reference: "premier import",
      ratio: nextMs / ms,
      bar: "≤ 0,7 ×",
      holds: nextMs / ms <= 0.7,
    },
  ];
}

/** Twice the file: the time grows with it, and nothing else does. */
export async function benchGrowth(data: string): Promise<readonly Measure[]> {
  const times: number[] = [];
  const peaks: number[] = [];
  for (const [slug, dossiers] of [
    ["simple", 15_000],
    ["double", 30_000],
  ] as const) {
    const file = await writeFlow(`croissance-${slug}.xml`, { ...flow("M", {}), dossiers });
    await jalon(data, [
      "departement",
      "creer",
      slug,
      "--code",
      "80",
      "--nom",
      "Somme",
      "--referentiel",
      "somme-2025",
    ]);
    const run = await jalon(data, ["importer", "caf", file, "--departement", slug]);
    times.push(Number(run.json["dureeMs"]));
    peaks.push(run.peakMb);
  }
  const [one = 1, two = 1] = times;
  return [
    {
      scenario: "import",
      scale: "-",
      what: "fichier double (30 000 dossiers contre 15 000)",
      value: two,
      unit: "ms",
      reference: `${one.toFixed(0)} ms`,
      ratio: two / one,
      bar: "≤ 2,1 × le temps",
      holds: two / one <= 2.1,
    },
    {
      scenario: "import",
      scale: "-",
      what: "mémoire, fichier double",
      value: peaks[1] ?? 0,
      unit: "Mo",
      reference: `${(peaks[0] ?? 0).toFixed(0)} Mo`,
      ratio: (peaks[1] ?? 0) / (peaks[0] ?? 1),
      bar: "quelle que soit la taille",
      holds: null,
    },
  ];
}

async function counts(data: string, schema: string): Promise<number> {
  const tables = [
    "dossier",
    "personne",
    "membre",
    "periode_droit",
    "periode_devoir",
    "periode_adresse",
    "declaration",
    "mouvement",
    "changement",
    "integration",
    "situation_personne",
  ];
  const rows = await query<{ n: string }>(
    data,
    schema,
    `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(" + ")} AS n`,
  );
  return Number(rows[0]?.n ?? 0);
}
