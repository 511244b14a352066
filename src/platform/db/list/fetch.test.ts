import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, testAvecInstance } from "#platform/testing/base.ts";
import { porteeTotale } from "../../usecase/define-use-case.ts";
import type { Tx } from "../tx.ts";
import type { Option } from "./definition.ts";
import {
  countList,
  fetchListPage,
  type ListPage,
  listKeys,
  neighbours,
  type PageLimits,
  streamList,
} from "./fetch.ts";
import { loadOptions } from "./options.ts";
import { parseListState, visibleColumns } from "./state.ts";
import { streamInTransaction } from "./stream-in-transaction.ts";
import { animaux, createToy } from "./testing/toy.ts";

const droits = new Set(["essai:prix"]);

function lire(query: string) {
  const options = new Map<string, readonly Option[]>([
    ["espece", animaux.filters[0].options],
    ["refuge", [{ value: "1", label: "Amiens" }]],
  ]);
  const params = new URLSearchParams(query);
  return parseListState(animaux, params, { today: "2026-11-22", droits, options });
}

async function page(tx: Tx, query: string, limits: PageLimits) {
  const { state, warnings } = lire(query);
  expect(warnings).toEqual([]);
  const columns = visibleColumns(animaux, state, droits);
  return fetchListPage(tx, animaux, state, porteeTotale, columns, limits);
}

type Bete = readonly [
  id: number,
  nom: string | null,
  ne_le: string | null,
  poids: number | null,
  espece: string | null,
  vaccine: boolean | null,
  vu_le: string | null,
];

const peu = <Value>(...values: readonly Value[]) => fc.constantFrom(null, ...values);
const betes = fc
  .array(
    fc.tuple(
      peu("Ana", "Éric", "ana", "Zoé", "", "d'Or", "%"),
      peu("2020-01-01", "2020-02-29", "infinity"),
      peu(-1, 0, 2_000_000_000),
      peu("C", "D", "X"),
      peu(true, false),
      peu("2026-01-01 10:00:00.123456+00", "2026-01-01 10:00:00.123457+00"),
    ),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, index): Bete => [index * 7 - 20, ...row]));

async function peupler(tx: Tx, rows: readonly Bete[]): Promise<void> {
  await tx.query("delete from essai_animal");
  await tx.query(
    `insert into essai_animal (id, nom, ne_le, poids, espece, vaccine, vu_le)
     select * from json_to_recordset($1::json)
       as r(id bigint, nom text, ne_le date, poids int, espece text, vaccine boolean, vu_le timestamptz)`,
    [
      JSON.stringify(
        rows.map(([id, nom, ne_le, poids, espece, vaccine, vu_le]) => ({
          id,
          nom,
          ne_le,
          poids,
          espece,
          vaccine,
          vu_le,
        })),
      ),
    ],
  );
}

const colonnesSql: Readonly<Record<string, string>> = {
  nom: "nom",
  naissance: "ne_le",
  poids: "poids",
  espece: "espece",
  vaccine: "vaccine",
  vu: "vu_le",
};

async function versLaSuite(tx: Tx, query: string, limits: PageLimits, total: number) {
  const keys: number[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const shown: ListPage = await page(tx, next === "" ? query : `${query}&apres=${next}`, limits);
    expect(shown.total).toBe(total);
    expect(shown.first).toBe(shown.rows.length > 0 ? keys.length + 1 : 0);
    keys.push(...shown.rows.map((row) => Number(row.key)));
    expect(shown.last).toBe(keys.length);
    next = shown.next;
  }
  return keys;
}

async function versLeDebut(tx: Tx, query: string, limits: PageLimits) {
  const keys: number[] = [];
  for (let previous: string | null = "fin"; previous !== null; ) {
    const shown: ListPage = await page(tx, `${query}&avant=${previous}`, limits);
    keys.unshift(...shown.rows.map((row) => Number(row.key)));
    expect(shown.next === null).toBe(keys.length === shown.rows.length);
    previous = shown.previous;
  }
  return keys;
}

testAvecBase(
  "parcourir toutes les pages, vers la suite puis vers le début, donne exactement la liste triée",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      await createToy(tx);
      await fc.assert(
        fc.asyncProperty(
          betes,
          fc.constantFrom(...Object.keys(colonnesSql)),
          fc.constantFrom("asc", "desc"),
          fc.record({ size: fc.integer({ min: 1, max: 7 }), few: fc.constantFrom(0, 5000) }),
          async (rows, tri, sens, limits) => {
            await peupler(tx, rows);
            const expected = await tx.query<{ id: number }>(
              `select id from essai_animal order by ${colonnesSql[tri]} ${sens} nulls last, id ${sens}`,
            );
            const query = `tri=${tri}&sens=${sens}`;
            const forward = await versLaSuite(tx, query, limits, rows.length);
            expect(forward).toEqual(expected.map((row) => row.id));
            expect(await versLeDebut(tx, query, limits)).toEqual(forward);
          },
        ),
        { numRuns: 80 },
      );
    });
  },
);

testAvecBase("les voisines d’une ligne sont celles de la liste affichée", async ({ base }) => {
  await base.transaction(async (tx) => {
    await createToy(tx);
    await fc.assert(
      fc.asyncProperty(betes, fc.constantFrom("asc", "desc"), async (rows, sens) => {
        await peupler(tx, rows);
        const { state } = lire(`tri=naissance&sens=${sens}`);
        const keys = await listKeys(tx, animaux, state, porteeTotale, "all");
        for (const [index, key] of keys.entries()) {
          expect(await neighbours(tx, animaux, state, porteeTotale, key)).toEqual({
            previous: keys[index - 1] ?? null,
            next: keys[index + 1] ?? null,
          });
        }
      }),
      { numRuns: 10 },
    );
  });
});

const troisBetes: readonly Bete[] = [
  [1, "Ana", "2020-01-01", 3, "C", true, null],
  [2, "Bob", "2021-01-01", 12, "D", false, null],
  [3, "Zoé", null, null, "X", null, null],
];

testAvecBase("chaque filtre ne garde que les lignes qu’il annonce", async ({ base }) => {
  await base.transaction(async (tx) => {
    await createToy(tx);
    await peupler(tx, troisBetes);
    await tx.query("update essai_animal set refuge_id = 1 where id <= 2");
    const clesDe = async (query: string) =>
      (await page(tx, query, { size: 50, few: 5000 })).rows.map((row) => row.key);
    expect(await clesDe("")).toEqual([1, 2, 3]);
    expect(await clesDe("espece=C,D")).toEqual([1, 2]);
    expect(await clesDe("refuge=1")).toEqual([1, 2]);
    expect(await clesDe("naissance=2020-06-01..")).toEqual([2]);
    expect(await clesDe("poids=..5")).toEqual([1]);
    expect(await clesDe("vaccin=non")).toEqual([2]);
    expect(await clesDe("q=zo")).toEqual([3]);
    expect(await clesDe("q=' or 1=1 --")).toEqual([]);
  });
});

testAvecBase(
  "hors du périmètre, rien n’est montré, compté, exporté ni choisi",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      await createToy(tx);
      await peupler(tx, troisBetes);
      await tx.query("update essai_animal set refuge_id = id");
      const { state } = lire("");
      const columns = visibleColumns(animaux, state, droits);
      const vues = async (portee: typeof porteeTotale) => {
        const exportees: unknown[] = [];
        for await (const rows of streamList(tx, animaux, state, portee, columns)) {
          exportees.push(...rows.map((row) => row.key));
        }
        return {
          page: (await fetchListPage(tx, animaux, state, portee, columns)).rows.map(
            (row) => row.key,
          ),
          nombre: await countList(tx, animaux, state, portee),
          exportees,
          choisies: await listKeys(tx, animaux, state, portee, ["1", "2", "x"]),
          toutes: await listKeys(tx, animaux, state, portee, "all"),
          voisine: (await neighbours(tx, animaux, state, portee, 1)).next,
        };
      };
      expect(await vues({ ...porteeTotale, territoires: [2, 3] })).toEqual({
        page: [2, 3],
        nombre: 2,
        exportees: [2, 3],
        choisies: [2],
        toutes: [2, 3],
        voisine: null,
      });
      const rien = {
        page: [],
        nombre: 0,
        exportees: [],
        choisies: [],
        toutes: [],
        voisine: null,
      };
      expect(await vues({ ...porteeTotale, territoires: [] })).toEqual(rien);
      expect(await vues({ ...porteeTotale, territoires: [], structures: [1] })).toEqual(rien);
      expect(await vues({ ...porteeTotale, territoires: [], referentId: 1 })).toEqual(rien);
    });
  },
);

testAvecBase("les choix lus dans la base deviennent les valeurs du filtre", async ({ base }) => {
  await base.transaction(async (tx) => {
    await createToy(tx);
    const options = await loadOptions(tx, animaux, porteeTotale);
    expect(options.get("refuge")).toEqual([
      { value: "2", label: "Abbeville" },
      { value: "1", label: "Amiens" },
    ]);
  });
});

testAvecInstance("un export abandonné rend sa connexion", async ({ base }) => {
  await base.transaction(async (tx) => {
    await createToy(tx);
    await tx.query("insert into essai_animal (id) select generate_series(1, 5000)");
  });
  const { state } = lire("");
  for (let fois = 0; fois < 30; fois += 1) {
    const rows = streamInTransaction(base, (tx) =>
      streamList(tx, animaux, state, porteeTotale, []),
    );
    for await (const batch of rows) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
  }
  let nombre = 0;
  for await (const batch of streamInTransaction(base, (tx) =>
    streamList(tx, animaux, state, porteeTotale, []),
  )) {
    nombre += batch.length;
  }
  expect(nombre).toBe(5000);
});

testAvecInstance("une erreur de lecture parvient à qui lit l’export", async ({ base }) => {
  const rows = streamInTransaction(base, (tx) => tx.stream("select 1 / 0 as impossible"));
  await expect(rows.next()).rejects.toMatchObject({ code: "22012" });
});
