import { query, someNirs } from "../floor.ts";
import { type Measure, percentile, type Scale, timed } from "../scene.ts";

export interface Visitor {
  readonly url: string;
  readonly slug: string;
  readonly cookie: string;
  readonly data: string;
  readonly schema: string;
  readonly scale: Scale;
}

/** Twelve ways agents look at the list, the standing queries among them. */
const filterSets: readonly (readonly [string, string])[] = [
  ["défaut : bénéficiaires présents", ""],
  ["droits clos", "beneficiaire=tous&etat=5,6"],
  ["dossiers incomplets", "incomplet=oui"],
  ["nouveaux entrants", "mouvement=entree&beneficiaire=tous"],
  ["suspendus", "beneficiaire=tous&etat=3,4"],
  ["sans téléphone", "telephone=non"],
  ["18 à 25 ans", "age=18..25"],
  ["une commune", "commune=80021"],
  ["conjoints", "role=CJT"],
  ["femmes, triées par date", "sexe=2&tri=depuis&sens=desc"],
  ["trié par commune", "tri=commune"],
  ["trié par dernier mouvement", "tri=mouvement-le&sens=desc"],
];

export async function benchList(visitor: Visitor): Promise<readonly Measure[]> {
  const first: number[] = [];
  const far: number[] = [];
  for (const [, search] of filterSets) {
    for (let round = 0; round < 6; round += 1)
      first.push(await visit(visitor, `/personnes?${search}`));
    far.push(...(await visitFar(visitor, `/personnes?${search}`, 6)));
  }
  const naive = await query<{ ms: number }>(
    visitor.data,
    visitor.schema,
    "WITH t AS (SELECT clock_timestamp() AS a), n AS (SELECT count(*) FROM situation_personne s JOIN personne p ON p.id = s.personne_id JOIN dossier d ON d.id = s.dossier_id WHERE p.cle_recherche LIKE '%a%') SELECT extract(epoch FROM clock_timestamp() - t.a) * 1000 AS ms FROM t, n",
  );
  const reference = `parcours entier par jointure ${Number(naive[0]?.ms ?? 0).toFixed(0)} ms`;
  return [
    line(
      "list",
      visitor.scale,
      `page 1, ${filterSets.length} jeux de filtres`,
      first,
      60,
      reference,
    ),
    line("list", visitor.scale, "page 200 (ou la dernière)", far, 60, reference),
  ];
}

export async function benchPerson(visitor: Visitor): Promise<readonly Measure[]> {
  const ids = await query<{ id: number }>(
    visitor.data,
    visitor.schema,
    "SELECT personne_id AS id FROM situation_personne WHERE beneficiaire ORDER BY md5(personne_id::text) LIMIT 60",
  );
  const [busiest] = await query<{ id: number; n: string }>(
    visitor.data,
    visitor.schema,
    "SELECT personne_id AS id, count(*) AS n FROM activite GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
  );
  const times: number[] = [];
  for (const { id } of [...ids, ...(busiest ? Array.from({ length: 20 }, () => busiest) : [])]) {
    times.push(await visit(visitor, `/personnes/${id}`));
  }
  return [line("person", visitor.scale, "page d’une personne, avec sa frise", times, 60, "")];
}

export async function benchSearch(visitor: Visitor): Promise<readonly Measure[]> {
  const rows = await query<{
    nom: string;
    prenom: string;
    numero_demande: string;
    matricule: string;
  }>(
    visitor.data,
    visitor.schema,
    "SELECT nom, prenom, numero_demande, matricule FROM situation_personne ORDER BY md5(personne_id::text || 'x') LIMIT 60",
  );
  const nirs = await someNirs(visitor.data, visitor.schema);
  const kinds: Record<string, readonly string[]> = {
    "nom avec une faute": rows.map(({ nom, prenom }) => `${typo(nom)} ${prenom}`),
    NIR: nirs,
    "numéro de demande": rows.map(({ numero_demande }) => numero_demande),
    matricule: rows.map(({ matricule }) => matricule.slice(0, 7)),
  };
  const measures: Measure[] = [];
  for (const [kind, words] of Object.entries(kinds)) {
    const times: number[] = [];
    for (const word of words) {
      // A NIR never enters an address: it is posted, as the form of the page does.
      const nir = kind === "NIR";
      times.push(
        await visitHref(
          visitor,
          nir
            ? `/${visitor.slug}/recherche`
            : `/${visitor.slug}/recherche?q=${encodeURIComponent(word)}`,
          nir ? word : null,
        ),
      );
    }
    measures.push(line("search", visitor.scale, kind, times, 50, ""));
  }
  return measures;
}

function typo(word: string): string {
  const middle = Math.max(1, Math.floor(word.length / 2));
  return word.length < 4 ? word : `${word.slice(0, middle)}${word.slice(middle + 1)}`;
}

export function line(
  scenario: string,
  scale: Scale,
  what: string,
  times: readonly number[],
  bar: number,
  reference: string,
): Measure {
  const p95 = percentile(times, 0.95);
  const p50 = percentile(times, 0.5);
  return {
    scenario,
    scale,
    what: `${what} : p95 (p50 ${p50.toFixed(0)} ms, ${times.length} mesures)`,
    value: p95,
    unit: "ms",
    reference,
    ratio: null,
    bar: `p95 ≤ ${bar} ms`,
    holds: p95 <= bar,
  };
}

/** Server time as the server itself says it (`Server-Timing: total`), else as seen from here. */
export async function visit(visitor: Visitor, path: string): Promise<number> {
  return visitHref(visitor, `/${visitor.slug}${path}`);
}

async function visitHref(
  visitor: Visitor,
  href: string,
  posted: string | null = null,
): Promise<number> {
  const { ms, result } = await timed(() => request(visitor, href, posted));
  if (result.status >= 400) throw new Error(`${href}: ${result.status}`);
  const said = /total;dur=([\d.]+)/.exec(result.headers.get("server-timing") ?? "");
  return said ? Number(said[1]) : ms;
}

async function read(visitor: Visitor, path: string): Promise<{ readonly html: string }> {
  const answer = await request(visitor, `/${visitor.slug}${path}`);
  return { html: await answer.text() };
}

async function request(
  { url, cookie }: Visitor,
  href: string,
  posted: string | null = null,
): Promise<Response> {
  const form = {
    method: "POST",
    body: new URLSearchParams({ q: posted ?? "" }),
    headers: { cookie, origin: url },
  };
  const answer = await fetch(url + href, {
    redirect: "manual",
    ...(posted === null ? { headers: { cookie } } : form),
  });
  const copy = answer.clone();
  await copy.arrayBuffer();
  return answer;
}

/** The same list far from its start, by its « suivant ». */
export async function visitFar(visitor: Visitor, path: string, rounds: number): Promise<number[]> {
  const { html } = await read(visitor, path);
  const far = await pageNumber(visitor, html, 200);
  const times: number[] = [];
  for (let round = 0; round < rounds && far; round += 1) times.push(await visitHref(visitor, far));
  return times;
}

/** Follows « suivant » up to a page, or the last one there is. */
async function pageNumber(visitor: Visitor, html: string, wanted: number): Promise<string | null> {
  let href: string | null = null;
  let current = html;
  for (let page = 2; page <= wanted; page += 1) {
    const found = /<a[^>]*rel="next"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*rel="next"/.exec(
      current,
    );
    const next = (found?.[1] ?? found?.[2])?.replaceAll("&amp;", "&");
    if (!next) return href;
    href = new URL(next, `${visitor.url}/${visitor.slug}/personnes`).href.slice(visitor.url.length);
    current = await (await request(visitor, href)).text();
  }
  return href;
}
