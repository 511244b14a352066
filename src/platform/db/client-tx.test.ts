import fc from "fast-check";
import { sql } from "kysely";
import { expect } from "vitest";
import { testAvecBase, testAvecInstance } from "../testing/base.ts";

const TABLE = `CREATE TABLE essai_copie (
  rang int, texte text, entier bigint, reel double precision, vrai boolean,
  octets bytea, mots text[], nombres int[], objet jsonb, jour date, quand timestamptz)`;
const COLUMNS = [
  "rang",
  "texte",
  "entier",
  "reel",
  "vrai",
  "octets",
  "mots",
  "nombres",
  "objet",
  "jour",
  "quand",
];

/** PostgreSQL stores no NUL, and UTF-8 no lone surrogate. */
const texte = fc.string({ unit: "binary" }).map((s) => s.replaceAll("\u0000", "").toWellFormed());
const special = fc.string({
  unit: fc.constantFrom("\\", "\t", "\n", "\r", "N", ".", '"', ",", "{", "é", "😀"),
});
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const ligne = fc.tuple(
  nullable(fc.oneof(texte, special)),
  nullable(fc.maxSafeInteger()),
  nullable(fc.double({ noNaN: true })),
  nullable(fc.boolean()),
  nullable(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  nullable(fc.array(nullable(fc.oneof(texte, special)), { minLength: 1 })),
  nullable(fc.array(fc.integer(), { minLength: 1 })),
  nullable(fc.record({ cle: fc.oneof(texte, special), liste: fc.array(fc.integer()) })),
  nullable(fc.constantFrom("2026-02-28", "0044-03-15", "9999-12-31")),
  nullable(fc.date({ min: new Date(0), max: new Date("9000-01-01"), noInvalidDate: true })),
);

testAvecBase("ce que l’on copie en masse se relit tel quel", async ({ base }) => {
  await base.transaction((tx) => tx.query(TABLE));
  await fc.assert(
    fc.asyncProperty(fc.array(ligne, { maxLength: 20 }), async (lignes) => {
      const rows = lignes.map((values, rang) => [rang, ...values]);
      await base.transaction(async (tx) => {
        await tx.query("TRUNCATE essai_copie");
        expect(await tx.copyRows("essai_copie", COLUMNS, rows)).toBe(rows.length);
        const read = await tx.query(`SELECT ${COLUMNS} FROM essai_copie ORDER BY rang`);
        const zero = (value: unknown) => (Object.is(value, -0) ? 0 : value);
        expect(read.map((row) => COLUMNS.map((name) => zero(row[name])))).toEqual(
          rows.map((row) => row.map(zero)),
        );
      });
    }),
    { numRuns: 60 },
  );
});

testAvecBase(
  "une copie refusée par la base se dit, et la connexion sert encore",
  async ({ base }) => {
    await base.transaction((tx) => tx.query("CREATE TABLE essai_copie (n int CHECK (n < 100000))"));
    function* rows() {
      for (let n = 0; n < 300_000; n += 1) yield [n];
    }
    const refused = base.transaction((tx) => tx.copyRows("essai_copie", ["n"], rows()));
    await expect(refused).rejects.toMatchObject({ code: "23514" });
    const after = await base.transaction((tx) => tx.query("SELECT count(*) AS n FROM essai_copie"));
    expect(after).toEqual([{ n: 0 }]);
  },
);

testAvecInstance("une source qui casse en pleine copie n’écrit rien", async ({ base }) => {
  await base.transaction((tx) => tx.query("CREATE TABLE essai_copie (n int)"));
  function* rows() {
    for (let n = 0; n < 50_000; n += 1) yield [n];
    throw new Error("source coupée");
  }
  const broken = base.transaction((tx) => tx.copyRows("essai_copie", ["n"], rows()));
  await expect(broken).rejects.toThrow("source coupée");
  for (let round = 0; round < 12; round += 1) {
    const after = await base.transaction((tx) => tx.query("SELECT count(*) AS n FROM essai_copie"));
    expect(after).toEqual([{ n: 0 }]);
  }
});

testAvecBase("une longue lecture vient par paquets", async ({ base }) => {
  const sizes: number[] = [];
  await base.transaction(async (tx) => {
    const rows = tx.stream<{ n: number }>(
      "SELECT g AS n FROM generate_series(1, $1::int) g",
      [25],
      10,
    );
    for await (const batch of rows) sizes.push(batch.length);
  });
  expect(sizes).toEqual([10, 10, 5]);
});

testAvecBase("une lecture arrêtée en chemin laisse la transaction utilisable", async ({ base }) => {
  const after = await base.transaction(async (tx) => {
    for await (const batch of tx.stream("SELECT g FROM generate_series(1, 25) g", [], 10)) {
      if (batch.length > 0) break;
    }
    for await (const batch of tx.stream("SELECT 1 AS un")) expect(batch).toEqual([{ un: 1 }]);
    return tx.query("SELECT 1 AS un");
  });
  expect(after).toEqual([{ un: 1 }]);
});

testAvecBase("les types se lisent comme le contrat le dit", async ({ base }) => {
  const [row] = await base.transaction((tx) =>
    tx.query(`SELECT 9007199254740991::bigint AS entier, 1.25::numeric AS decimal, DATE '2026-03-29' AS jour,
      TIMESTAMPTZ '2026-03-29 02:30:00+02' AS quand, TIMESTAMP '2026-03-29 02:30:00' AS sans_zone,
      ARRAY[1::bigint, NULL] AS entiers, ARRAY[DATE '2026-01-01'] AS jours,
      ARRAY[TIMESTAMPTZ '2026-01-01Z'] AS instants, '\\x00ff'::bytea AS octets, count(*) AS nombre`),
  );
  expect(row).toEqual({
    entier: Number.MAX_SAFE_INTEGER,
    decimal: 1.25,
    jour: "2026-03-29",
    quand: new Date("2026-03-29T00:30:00Z"),
    sans_zone: new Date("2026-03-29T02:30:00Z"),
    entiers: [1, null],
    jours: ["2026-01-01"],
    instants: [new Date("2026-01-01T00:00:00Z")],
    octets: Buffer.from([0, 255]),
    nombre: 1,
  });
});

testAvecBase("Kysely travaille dans la transaction déjà ouverte", async ({ base }) => {
  interface Tables {
    essai_copie: { n: number };
  }
  await base.transaction(async (tx) => {
    await tx.query("CREATE TABLE essai_copie (n int)");
    const db = tx.kysely<Tables>();
    const inserted = await db
      .insertInto("essai_copie")
      .values([{ n: 1 }, { n: 2 }])
      .execute();
    expect(inserted[0]?.numInsertedOrUpdatedRows).toBe(2n);
    const { rows } = await sql<{ n: number }>`SELECT sum(n) AS n FROM essai_copie`.execute(db);
    expect(rows).toEqual([{ n: 3 }]);
    await expect(db.transaction().execute(() => Promise.resolve())).rejects.toThrow("already open");
  });
});

testAvecBase("la recherche sans accent trouve les deux écritures", async ({ base }) => {
  const [row] = await base.transaction((tx) =>
    tx.query("SELECT jalon.sans_accent('Éloïse ŒUVRÉ-Ça') AS cle"),
  );
  expect(row).toEqual({ cle: "eloise oeuvre-ca" });
});
