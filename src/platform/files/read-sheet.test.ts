import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { zipOf } from "../testing/zip-of.ts";
import { readRows } from "./read-sheet.ts";

const limits = { rows: 100, columns: 5 };
const rows = [["Nom", "Né le"], [], ["Évrard", new Date("1982-07-05")], [12.5, true]];
const read = [["Nom", "Né le"], [], ["Évrard", "1982-07-05"], ["12.5", "oui"]];

test("un classeur .xlsx et un classeur .ods se lisent de même, lignes vides comprises", async () => {
  const sheets = [
    { name: "Suivi", columns: [{}, { numFmt: "dd/mm/yyyy" }], rows },
    { name: "Autre", rows: [["ailleurs"]] },
  ];
  expect(await readRows(await writeXlsx({ sheets }), limits)).toEqual(read);
  expect(await readRows(await writeOds({ sheets }), limits)).toEqual(read);
});

test.each([
  ["point-virgule", 'Nom;Né le\r\n"É;vrard";05/07/1982\r\n'],
  ["virgule", 'Nom,Né le\n"É;vrard",05/07/1982\n'],
  ["tabulation", "Nom\tNé le\nÉ;vrard\t05/07/1982\n"],
])("un .csv se lit en UTF-8 et en windows-1252, séparé par %s", async (_, text) => {
  const expected = [["Nom", "Né le"], ["É;vrard", "05/07/1982"], [""]];
  expect(await readRows(Buffer.from(`\uFEFF${text}`), limits)).toEqual(expected);
  expect(await readRows(Buffer.from(text, "latin1"), limits)).toEqual(expected);
});

test("un fichier qui n’est pas un tableur est refusé en disant quoi faire", async () => {
  await expect(readRows(Buffer.from("PK\u0003\u0004 rien"), limits)).rejects.toMatchObject({
    code: "tableur.illisible",
  });
  await expect(readRows(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), limits)).rejects.toMatchObject({
    code: "tableur.illisible",
  });
});

test("un fichier trop long ou trop large est refusé", async () => {
  await expect(readRows(Buffer.from("a\n".repeat(101)), limits)).rejects.toMatchObject({
    code: "tableur.trop-grand",
  });
  await expect(readRows(Buffer.from("a;b;c;d;e;f"), limits)).rejects.toMatchObject({
    code: "tableur.trop-grand",
  });
});

const NS = "http://schemas.openxmlformats.org";
const SHEET = `${NS}/spreadsheetml/2006/main`;
const REL = `${NS}/officeDocument/2006/relationships`;

/** The least workbook that opens, with these rows as no spreadsheet would write them; style 1 is a date. */
function hostile(sheetRows: string): Buffer {
  const files = {
    "[Content_Types].xml": `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${REL}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${SHEET}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${SHEET}"><sheetData>${sheetRows}</sheetData></worksheet>`,
  };
  return zipOf(
    Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) })),
  );
}

const cell = (rank: number, attributes = "", value = "1") =>
  `<row r="${rank}"><c r="A${rank}"${attributes}><v>${value}</v></c></row>`;

test("le plus petit classeur s’ouvre", async () => {
  expect(await readRows(hostile(cell(1) + cell(3)), limits)).toEqual([["1"], [], ["1"]]);
});

test.each([
  ["mille lignes du même rang", cell(1).repeat(1000)],
  ["un rang qui recule", cell(5) + cell(2)],
  ["une date qu’aucun calendrier ne contient", cell(1, ' s="1"', "1e300")],
  ["une date d’avant tout calendrier", cell(1, ' s="1"', "-99999999999")],
])("un classeur hostile est refusé : %s", async (_, sheetRows) => {
  await expect(readRows(hostile(sheetRows), limits)).rejects.toMatchObject({
    code: "tableur.illisible",
  });
});
