import fc from "fast-check";
import { expect, test } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { exigerSansChevauchement, PeriodesIncompatibles } from "./chevauchement.ts";

const refuse = (periodes: Parameters<typeof exigerSansChevauchement>[0]): boolean => {
  try {
    exigerSansChevauchement(periodes);
    return false;
  } catch (cause) {
    expect(cause).toBeInstanceOf(PeriodesIncompatibles);
    return true;
  }
};

test("deux périodes qui se touchent ne se chevauchent pas, une période sans fin chevauche ce qui la suit", () => {
  const janvier = { depuis: "2026-01-01", jusqua: "2026-02-01" };
  const fevrier = { depuis: "2026-02-01", jusqua: null };
  expect(refuse([janvier, fevrier])).toBe(false);
  expect(refuse([fevrier, { depuis: "2026-06-01", jusqua: "2026-07-01" }])).toBe(true);
  expect(refuse([{ depuis: "2026-02-01", jusqua: "2026-01-01" }])).toBe(true);
});

const jour = fc.integer({ min: 1, max: 9 }).map((rang) => `2026-01-0${rang}`);
const plages = fc.array(fc.record({ depuis: jour, jusqua: fc.option(jour) }), { maxLength: 4 });

testAvecBase("refuse exactement ce que refuse la contrainte de la base", async ({ base }) => {
  const cas = fc.sample(plages, { numRuns: 300, seed: 4 });
  const ditParLaBase = await base.transaction(async (tx) => {
    await tx.query(`create function essai_plages(d date[], f date[]) returns boolean language plpgsql as $$
      begin
        create temp table essai_plage (d date, f date,
          exclude using gist (daterange(d, f) with &&)) on commit drop;
        insert into essai_plage select * from unnest(d, f);
        drop table essai_plage;
        return false;
      exception when exclusion_violation or data_exception then return true;
      end $$`);
    const lignes = [];
    for (const periodes of cas)
      lignes.push(
        await tx.query<{ refuse: boolean }>(
          "select essai_plages($1::date[], $2::date[]) as refuse",
          [periodes.map(({ depuis }) => depuis), periodes.map(({ jusqua }) => jusqua)],
        ),
      );
    await tx.query("drop function essai_plages(date[], date[])");
    return lignes.map(([ligne]) => ligne?.refuse);
  });
  expect(cas.map(refuse)).toEqual(ditParLaBase);
  expect(new Set(ditParLaBase)).toEqual(new Set([true, false]));
});
