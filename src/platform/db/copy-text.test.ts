import fc from "fast-check";
import { expect, test } from "vitest";
import { CopyText, encodeRows } from "./copy-text.ts";

/** The text format as the manual of COPY gives it, one value at a time. */
function attendu(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}

const texte = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom("a", "é", "\\", "\t", "\n", "\r", "€", "🙂"), maxLength: 200 }),
  fc.constantFrom("x".repeat(70_000), "é\\".repeat(40_000)),
);
const valeur = fc.oneof(
  texte,
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.bigInt(),
  fc.boolean(),
  fc.constantFrom(null, undefined, 0, 9, 10, 99, 100, 2_147_483_647, 2_147_483_648, -1),
  fc.uint8Array({ maxLength: 100 }).map((octets) => Buffer.from(octets)),
  fc.dictionary(texte, fc.integer(), { maxKeys: 3 }),
);

test("Des rangées s’écrivent comme COPY les attend, d’un coup ou morceau par morceau", () => {
  fc.assert(
    fc.property(fc.array(fc.array(valeur, { minLength: 1, maxLength: 8 })), (rangees) => {
      const voulu = rangees.map((rangee) => `${rangee.map(attendu).join("\t")}\n`).join("");
      const copie = new CopyText(rangees);
      expect(Buffer.concat(copie.pieces()).toString("utf8")).toBe(voulu);
      expect(copie.rows).toBe(rangees.length);
      expect(Buffer.concat([...encodeRows(rangees)]).toString("utf8")).toBe(voulu);
    }),
  );
});
