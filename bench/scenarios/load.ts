import { type Measure, percentile, type Scale, timed } from "../scene.ts";

interface Load {
  readonly url: string;
  readonly slug: string;
  readonly cookies: readonly string[];
  readonly persons: readonly number[];
  readonly scale: Scale;
}

const SECONDS = 20;

/** Fifty people at work at once for twenty seconds: lists, persons, searches, home. */
export async function benchServe({
  url,
  slug,
  cookies,
  persons,
  scale,
}: Load): Promise<readonly Measure[]> {
  const times: number[] = [];
  let errors = 0;
  const until = performance.now() + SECONDS * 1000;
  const paths = (n: number) => [
    `/${slug}/`,
    `/${slug}/personnes`,
    `/${slug}/personnes/${persons[n % persons.length]}`,
    `/${slug}/recherche?q=mart`,
    `/${slug}/personnes?etat=2&tri=depuis`,
    `/${slug}/personnes/${persons[(n * 7) % persons.length]}/foyer`,
  ];
  await Promise.all(
    Array.from({ length: 50 }, async (_, user) => {
      for (let n = user; performance.now() < until; n += 1) {
        const path = paths(n)[n % 6] ?? "/";
        const { ms, result } = await timed(() =>
          fetch(url + path, { headers: { cookie: cookies[user % cookies.length] ?? "" } })
            .then(async (answer) => {
              await answer.arrayBuffer();
              return answer.status;
            })
            .catch(() => 0),
        );
        times.push(ms);
        if (result !== 200) errors += 1;
        // Somebody reads the page before asking for the next one.
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }),
  );
  const p99 = percentile(times, 0.99);
  return [
    {
      scenario: "serve",
      scale,
      what: `50 personnes, une seconde de lecture par page : p99 (p50 ${percentile(times, 0.5).toFixed(0)} ms, ${(times.length / SECONDS).toFixed(0)} pages/s, ${errors} erreur)`,
      value: p99,
      unit: "ms",
      reference: "un cœur pour le serveur web",
      ratio: null,
      bar: "p99 ≤ 500 ms, aucune erreur",
      holds: p99 <= 500 && errors === 0,
    },
  ];
}
