import { motDePasseDemonstration } from "../../src/app/demonstration/comptes.ts";
import { query } from "../floor.ts";
import { jalon, type Measure, signIn } from "../scene.ts";
import { line, type Visitor, visit, visitFar } from "./pages.ts";

/** How agents look at what is due. */
const filterSets: readonly string[] = [
  "",
  "quand=retard",
  "quand=aujourdhui",
  "quand=semaine",
  "quand=plus-tard",
  "quand=retard,aujourdhui,semaine&pour=responsable",
  "pour=gestionnaire",
  "quoi=decider-orientation",
  "quand=retard&role=CJT",
  "tri=nom",
  "sens=desc",
];

const RECALCUL_MS = 20_000;

/** Every deadline of a département, from nothing then again; the due list, and the pages that count them. */
export async function benchDeadlines(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, schema, slug } = visitor;
  await query(data, schema, "TRUNCATE echeance_deplacee, echeance");
  const first = await recompute(data, slug);
  const again = await recompute(data, slug);
  await query(data, schema, "ANALYZE echeance");
  const [copy] = await query<{ ms: number }>(
    data,
    schema,
    "WITH t AS MATERIALIZED (SELECT clock_timestamp() AS a), n AS MATERIALIZED (SELECT count(md5(e::text)) AS c FROM t, echeance e) SELECT extract(epoch FROM clock_timestamp() - t.a) * 1000 AS ms FROM n, t",
  );
  const reference = `relecture des mêmes lignes ${Number(copy?.ms ?? 0).toFixed(0)} ms`;
  const recomputed = ({ dureeMs, ouvertes, ecrites }: Recompute, what: string): Measure => ({
    scenario: "deadlines",
    scale: visitor.scale,
    what: `${what} (${ouvertes} ouvertes, ${ecrites} écrites)`,
    value: dureeMs,
    unit: "ms",
    reference,
    ratio: dureeMs / Number(copy?.ms ?? Number.NaN),
    bar: `≤ ${RECALCUL_MS / 1000} s`,
    holds: dureeMs <= RECALCUL_MS,
  });
  return [
    recomputed(first, "toutes les échéances, à partir de rien"),
    recomputed(again, "les mêmes, déjà justes"),
    ...(await benchDuePages(visitor)),
  ];
}

interface Recompute {
  readonly dureeMs: number;
  readonly ouvertes: number;
  readonly ecrites: number;
}

async function recompute(data: string, slug: string): Promise<Recompute> {
  const { json } = await jalon(data, ["echeances", "recalculer", "--departement", slug]);
  return {
    dureeMs: Number(json["dureeMs"]),
    ouvertes: Number(json["ouvertes"]),
    ecrites: Number(json["ecrites"]),
  };
}

async function benchDuePages(visitor: Visitor): Promise<readonly Measure[]> {
  const { url, slug, scale } = visitor;
  const first: number[] = [];
  const far: number[] = [];
  for (const search of filterSets) {
    for (let round = 0; round < 6; round += 1) {
      first.push(await visit(visitor, `/echeances?${search}`));
    }
    far.push(...(await visitFar(visitor, `/echeances?${search}`, 3)));
  }
  const cookie = await signIn(url, slug, "responsable", motDePasseDemonstration);
  const homes: number[] = [];
  for (let round = 0; round < 20; round += 1) homes.push(await visit({ ...visitor, cookie }, ""));
  return [
    line("deadlines", scale, `liste, page 1, ${filterSets.length} jeux de filtres`, first, 60, ""),
    line("deadlines", scale, "liste, page 200 (ou la dernière)", far, 60, ""),
    line("deadlines", scale, "accueil d’un responsable", homes, 60, ""),
  ];
}
