import { query } from "../floor.ts";
import { type Measure, percentile, type Scale, timed } from "../scene.ts";

interface Load {
  readonly url: string;
  readonly slug: string;
  readonly data: string;
  readonly schema: string;
  readonly cookies: readonly string[];
  readonly persons: readonly number[];
  readonly scale: Scale;
}

const PERSONS = 50;
const SECONDS = 20;
/** How long somebody reads a page before asking for the next one. */
const READING_MS = 1000;
/** Somewhere in the département something is written: every figure kept is counted again. */
const WRITTEN_EVERY_MS = 1000;

/**
 * Fifty people at work for twenty seconds: lists, persons, searches, home. They come one after the other over their
 * first second, as the reading of a page spreads them ever after. All at the same instant, on a server that has just
 * started, is measured apart, before.
 */
export async function benchServe(load: Load): Promise<readonly Measure[]> {
  const { scale } = load;
  const together: Visited[] = [];
  await Promise.all(
    Array.from({ length: PERSONS }, async (_, user) =>
      together.push(await visit(load, user, user)),
    ),
  );
  const visits: Visited[] = [];
  const until = performance.now() + SECONDS * 1000;
  const writing = writeNowAndThen(load, until);
  await Promise.all(
    Array.from({ length: PERSONS }, async (_, user) => {
      await reading((READING_MS * user) / PERSONS);
      for (let n = user; performance.now() < until; n += 1) {
        visits.push(await visit(load, user, n));
        await reading(READING_MS);
      }
    }),
  );
  await writing;
  const times = visits.map(({ ms }) => ms);
  const errors = [...together, ...visits].filter(({ status }) => status !== 200).length;
  const p99 = percentile(times, 0.99);
  const reference = "un cœur pour le serveur web";
  return [
    {
      scenario: "serve",
      scale,
      what: `${PERSONS} personnes, une seconde de lecture par page, une écriture par seconde : p99 (p50 ${percentile(times, 0.5).toFixed(0)} ms, ${(times.length / SECONDS).toFixed(0)} pages/s, ${errors} erreur)`,
      value: p99,
      unit: "ms",
      reference,
      ratio: null,
      bar: "p99 ≤ 500 ms, aucune erreur",
      holds: p99 <= 500 && errors === 0,
    },
    {
      scenario: "serve",
      scale,
      what: `${PERSONS} personnes à la même milliseconde : la dernière servie`,
      value: Math.max(...together.map(({ ms }) => ms)),
      unit: "ms",
      reference,
      ratio: null,
      bar: "—",
      holds: null,
    },
  ];
}

async function writeNowAndThen({ data, schema }: Load, until: number): Promise<void> {
  while (performance.now() < until) {
    await query(data, schema, "UPDATE version_donnees SET version = gen_random_uuid()");
    await reading(WRITTEN_EVERY_MS);
  }
}

const reading = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Visited {
  readonly ms: number;
  readonly status: number;
}

async function visit(
  { url, slug, cookies, persons }: Load,
  user: number,
  n: number,
): Promise<Visited> {
  const pages = [
    "/",
    "/personnes",
    `/personnes/${persons[n % persons.length]}`,
    "/recherche?q=mart",
    "/personnes?etat=2&tri=depuis",
    `/personnes/${persons[(n * 7) % persons.length]}/foyer`,
  ];
  const { ms, result } = await timed(() =>
    fetch(`${url}/${slug}${pages[n % pages.length] ?? "/"}`, {
      headers: { cookie: cookies[user % cookies.length] ?? "" },
    })
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      })
      .catch(() => 0),
  );
  return { ms, status: result };
}
