import fc from "fast-check";
import { expect, test } from "vitest";
import { contient, type Dite, dire, lendemain, valeurAuJour, veille } from "./periodes.ts";

const jours = Array.from({ length: 40 }, (_, rang) =>
  new Date(Date.UTC(2026, 0, 1 + rang)).toISOString().slice(0, 10),
);
const rang = fc.integer({ min: 0, max: jours.length - 2 });
interface Parole {
  readonly du: number;
  readonly duree: number | null;
  readonly valeur: number | null;
}
const paroles = fc.array(
  fc.record<Parole>({
    du: rang,
    duree: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    valeur: fc.option(fc.constantFrom(0, 10, 25), { nil: null }),
  }),
  { maxLength: 12 },
);

function periode(du: number, duree: number | null) {
  const fin = duree === null ? null : jours[du + duree];
  return { du: jours[du] ?? "", jusque: fin ?? null };
}

/** What was said of each day, in the order it was said. */
function dernieresParoles(suite: readonly Parole[]): ReadonlyMap<string, number | null> {
  return new Map(
    suite.flatMap(({ du, duree, valeur }) =>
      jours
        .filter((jour) => contient(periode(du, duree), jour))
        .map((jour) => [jour, valeur] as const),
    ),
  );
}

test("deux périodes dites ne se chevauchent jamais, et chaque jour garde ce qui en a été dit en dernier", () => {
  fc.assert(
    fc.property(paroles, (suite) => {
      const dites = suite.reduce<readonly Dite<number>[]>(
        (avant, { du, duree, valeur }) => dire(avant, periode(du, duree), valeur),
        [],
      );
      const parJour = dernieresParoles(suite);
      for (const jour of jours) {
        const duJour = dites.filter((dite) => contient(dite, jour)).map(({ valeur }) => valeur);
        const attendue = parJour.get(jour) ?? null;
        expect(duJour).toEqual(attendue === null ? [] : [attendue]);
        expect(valeurAuJour(dites, jour)).toBe(attendue);
      }
    }),
  );
});

test("deux périodes qui se suivent avec la même valeur n’en font qu’une", () => {
  const [une] = dire([{ du: "2026-01-01", jusque: "2026-02-01", valeur: 5 }], periode(31, 4), 5);
  expect(une).toEqual({ du: "2026-01-01", jusque: "2026-02-05", valeur: 5 });
});

test("une période limitée rend ensuite ce qui était dit avant elle", () => {
  const toujours = [{ du: "2026-01-01", jusque: null, valeur: 40 }];
  expect(dire(toujours, { du: "2026-07-01", jusque: "2026-09-01" }, 25)).toEqual([
    { du: "2026-01-01", jusque: "2026-07-01", valeur: 40 },
    { du: "2026-07-01", jusque: "2026-09-01", valeur: 25 },
    { du: "2026-09-01", jusque: null, valeur: 40 },
  ]);
});

test("le lendemain du 28 février 2026 est le 1er mars, et sa veille revient au même jour", () => {
  expect(lendemain("2026-02-28")).toBe("2026-03-01");
  expect(veille("2026-03-01")).toBe("2026-02-28");
  expect(lendemain("2026-12-31")).toBe("2027-01-01");
});
