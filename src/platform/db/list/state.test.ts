import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePlace } from "./cursor.ts";
import { defineList, type Option } from "./definition.ts";
import { listSentence } from "./sentence.ts";
import { never, render, sql } from "./sql.ts";
import { type ListState, parseListState, toQueryString, visibleColumns } from "./state.ts";
import { animaux } from "./testing/toy.ts";

const options = new Map<string, readonly Option[]>([
  ["espece", animaux.filters[0].options],
  ["refuge", [{ value: "1", label: "Amiens" }]],
]);

const lire = (query: string, definition = animaux as Parameters<typeof parseListState>[0]) =>
  parseListState(definition, new URLSearchParams(query), {
    today: "2026-11-22",
    droits: new Set(),
    options,
  });

const phrase = (query: string, count: number) =>
  listSentence(animaux, lire(query).state, options, count);

test("la liste se dit en une phrase", () => {
  expect(phrase("", 1234)).toBe("1 234 bêtes".replace(" ", "\u202f"));
  expect(phrase("", 0)).toBe("Aucune bête");
  expect(phrase("vaccin=non&refuge=1&naissance=2026-10-01..", 37)).toBe(
    "37 bêtes du refuge Amiens, nées depuis le 01/10/2026, sans vaccin",
  );
  expect(phrase("espece=C,D&poids=3..5&q=zo", 1)).toBe(
    "1 bête, espèce : chat ou chien, de poids de 3 à 5, répondant à « zo »",
  );
  expect(phrase("naissance=30j", 2)).toBe("2 bêtes nées ces 30 derniers jours");
  expect(phrase("naissance=..2026-10-01", 2)).toBe("2 bêtes nées jusqu’au 01/10/2026");
});

test.each([
  ["naissance=mois", "2026-11-01", "2026-11-30"],
  ["naissance=mois-dernier", "2026-10-01", "2026-10-31"],
  ["naissance=semaine", "2026-11-16", "2026-11-22"],
  ["naissance=annee", "2026-01-01", "2026-12-31"],
  ["naissance=aujourdhui", "2026-11-22", "2026-11-22"],
  ["naissance=30j", "2026-10-23", null],
  ["naissance.min=01/10/2026&naissance.max=", "2026-10-01", null],
  ["naissance=2026-12-01..2026-10-01", "2026-10-01", "2026-12-01"],
  ["naissance=2026-10-01", "2026-10-01", "2026-10-01"],
])("une période s’écrit de plusieurs façons : %s", (query, from, to) => {
  expect(lire(query)).toMatchObject({
    state: { filters: { naissance: { from, to } } },
    warnings: [],
  });
});

test.each([
  "espece=Z",
  "espece=C,Z",
  "refuge=9",
  "naissance=2026-02-30",
  "naissance.min=hier",
  "poids=lourd",
  "poids=99999999999",
  "vaccin=peut-etre",
  "inconnu=1",
  "tri=marques",
  "tri=prix",
  "colonnes=prix",
  "colonnes=rien",
  "apres=xxx",
  "avant=W10",
  `apres=${encodePlace({ key: "nom", dir: "desc" }, { sort: "a", key: "1", rank: 1 })}`,
  `apres=${encodePlace({ key: "nom", dir: "asc" }, { sort: "a", key: "1;drop", rank: 1 })}`,
  `apres=${encodePlace({ key: "nom", dir: "asc" }, { sort: "a\u0000", key: "1", rank: 1 })}`,
  `tri=naissance&apres=${encodePlace({ key: "naissance", dir: "asc" }, { sort: "2026-02-30", key: "1", rank: 1 })}`,
  `tri=poids&apres=${encodePlace({ key: "poids", dir: "asc" }, { sort: "1.5", key: "1", rank: 1 })}`,
])("ce que l’adresse demande à tort est dit et n’empêche rien : %s", (query) => {
  const { warnings, state } = lire(query);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/[.]$/);
  expect(state.cursor).toBeNull();
});

test("n’importe quelle adresse donne une liste", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom(
            "espece",
            "refuge",
            "naissance",
            "naissance.min",
            "poids",
            "vaccin",
            "q",
            "tri",
            "sens",
            "colonnes",
            "apres",
            "avant",
            "affine",
            "autre",
          ),
          fc.oneof(fc.string(), fc.constantFrom("..", "C,D", "nom", "oui", "1..2", "tous", "fin")),
        ),
      ),
      (pairs) => {
        const { state } = lire(new URLSearchParams(pairs).toString());
        expect(lire(toQueryString(animaux, state)).state).toEqual(state);
      },
    ),
  );
});

const actives = defineList({ ...animaux, defaultFilters: { espece: "C" } });

test.each([
  ["", "C", ""],
  ["espece=D", "D", "?espece=D"],
  ["espece=tous", null, "?espece=tous"],
  ["affine=1", null, "?espece=tous"],
  ["affine=1&espece=C", "C", ""],
])("le filtre habituel s’applique, se change et s’enlève : « %s »", (query, value, written) => {
  const { state } = lire(query, actives);
  const expected = value === null ? undefined : { kind: "choices", values: [value] };
  expect(state.filters["espece"]).toEqual(expected);
  expect(toQueryString(actives, state)).toBe(written);
});

test("un mot cherché qui dit « tous » reste un mot cherché", () => {
  expect(lire("q=tous").state.filters["q"]).toEqual({ kind: "text", text: "tous" });
});

test("les colonnes suivent l’adresse, puis l’habitude de l’agent, puis celles de la liste ; jamais sans le droit", () => {
  const cles = (state: ListState, kept: readonly string[] | null, droits: readonly string[] = []) =>
    visibleColumns(animaux, state, new Set(droits), kept).map((column) => column.key);
  const { state } = lire("");
  expect(cles(state, null)).toEqual(["nom", "naissance", "poids", "espece", "vaccine", "marques"]);
  expect(cles(state, ["refuge", "prix"])).toEqual(["refuge"]);
  expect(cles(state, ["refuge", "prix"], ["essai:prix"])).toEqual(["prix", "refuge"]);
  expect(cles(lire("colonnes=poids,nom").state, ["refuge"])).toEqual(["nom", "poids"]);
  expect(cles(state, ["disparue"])).toContain("nom");
});

test("une liste mal déclarée ne se charge pas", () => {
  const [premiere] = animaux.columns;
  expect(() => defineList({ ...animaux, columns: [premiere, premiere] })).toThrow("nom twice");
  expect(() => defineList({ ...animaux, defaultSort: { key: "prix", dir: "asc" } })).toThrow(
    "sort",
  );
  expect(() => defineList({ ...animaux, joins: {} })).toThrow("refuge unknown");
  expect(() =>
    defineList({
      ...animaux,
      filters: [{ key: "tri", label: "Tri", kind: "text", sql: () => never }],
    }),
  ).toThrow("reserved");
});

test("ce qui vient d’ailleurs ne devient jamais du SQL", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const piece = sql`x = ${a}`;
      expect(render(sql`select 1 where ${piece} and y = ${b} or ${piece}`)).toEqual({
        text: "select 1 where x = $1 and y = $2 or x = $3",
        values: [a, b, a],
      });
    }),
  );
});
