import { readXlsx } from "hucre/xlsx";
import { parse } from "papaparse";
import { expect, test } from "vitest";
import { writeCsv } from "./csv.ts";
import type { Sheet, SheetCell } from "./sheet.ts";
import { writeSheet } from "./spreadsheet.ts";

async function* lines(rows: readonly (readonly SheetCell[])[]) {
  yield* rows;
}

const unTableau = (rows: readonly (readonly SheetCell[])[]): Sheet => ({
  name: "Personnes : Amiens/Nord",
  preamble: ["2 personnes sans téléphone", "Édité le 22/11/2026 par Zoé Martin"],
  columns: [
    { header: "Nom", kind: "text" },
    { header: "Entrée", kind: "date" },
    { header: "Enfants", kind: "int" },
    { header: "Montant", kind: "amount" },
    { header: "Soumise", kind: "bool" },
  ],
  rows: lines(rows),
});

const rangees: readonly (readonly SheetCell[])[] = [
  ['Élodie; "Lô"', "2026-10-01", 2, -123_456, true],
  ["=1+1", null, null, null, false],
];

test("le CSV s’ouvre tel quel dans un tableur français", async () => {
  const bytes = new Uint8Array(await new Response(writeCsv(unTableau(rangees))).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  const { data } = parse<string[]>(text, { delimiter: ";" });
  expect(data).toEqual([
    ["2 personnes sans téléphone"],
    ["Édité le 22/11/2026 par Zoé Martin"],
    [""],
    ["Nom", "Entrée", "Enfants", "Montant", "Soumise"],
    ['Élodie; "Lô"', "01/10/2026", "2", "-1234,56", "oui"],
    ["'=1+1", "", "", "", "non"],
    [""],
  ]);
});

test.each(["=A1", "+33601020304", "-2", "@SOMME(A1)", "\tA1", "\rA1"])(
  "le CSV garde en texte ce qui ressemble à une formule : %j",
  async (nom) => {
    const text = await new Response(writeCsv({ ...unTableau([[nom]]), preamble: [] })).text();
    const { data } = parse<string[]>(text, { delimiter: ";", newline: "\r\n" });
    expect(data[1]?.[0]).toBe(`'${nom}`);
  },
);

test("le classeur XLSX se relit : textes, dates, nombres, montants en euros, formules restées du texte", async () => {
  const bytes = new Uint8Array(await new Response(writeSheet(unTableau(rangees))).arrayBuffer());
  const [feuille] = (await readXlsx(bytes)).sheets;
  expect(feuille?.name).toBe("Personnes   Amiens Nord");
  const rows = (feuille?.rows ?? []).map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  );
  expect(rows[0]?.[0]).toBe("2 personnes sans téléphone");
  expect(rows[3]).toEqual(["Nom", "Entrée", "Enfants", "Montant", "Soumise"]);
  expect(rows[4]).toEqual(['Élodie; "Lô"', "2026-10-01", 2, -1234.56, "oui"]);
  expect(rows[5]?.[0]).toBe("=1+1");
  const [formule] = [...(feuille?.cells ?? new Map()).values()].filter((cell) => cell.formula);
  expect(formule).toBeUndefined();
});

test("un caractère interdit en XML ne casse pas le classeur", async () => {
  const bytes = new Uint8Array(
    await new Response(writeSheet(unTableau([["a\u0000b\u0008c"]]))).arrayBuffer(),
  );
  const [feuille] = (await readXlsx(bytes)).sheets;
  expect(feuille?.rows[4]?.[0]).toBe("abc");
});

test("abandonner le téléchargement arrête la lecture des lignes", async () => {
  let lues = 0;
  let fermee = false;
  async function* sansFin(): AsyncGenerator<readonly SheetCell[]> {
    try {
      for (;;) {
        lues += 1;
        yield ["x".repeat(1000)];
      }
    } finally {
      fermee = true;
    }
  }
  const reader = writeCsv({ ...unTableau([]), rows: sansFin() }).getReader();
  await reader.read();
  await reader.cancel();
  expect(fermee).toBe(true);
  expect(lues).toBeLessThan(1000);
});
