import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
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
