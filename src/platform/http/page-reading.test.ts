import { expect } from "vitest";
import type { Base } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import { testAvecInstance } from "../testing/base.ts";
import { PageReading } from "./page-reading.ts";
import { Timing } from "./timing.ts";

const TRANSACTION = "select txid_current()::text as id";

async function idDe(base: Base): Promise<string> {
  const [ligne] = await base.transaction((tx) => tx.query<{ id: string }>(TRANSACTION));
  return ligne?.id ?? "";
}

const ecrire = (base: Base, nom: string) =>
  base.transaction((tx) => tx.query("insert into lue (nom) values ($1)", [nom]));

async function lues(base: Base): Promise<readonly string[]> {
  const lignes = await base.transaction((tx) => tx.query<{ nom: string }>("select nom from lue"));
  return lignes.map(({ nom }) => nom);
}

testAvecInstance(
  "une page lit tout dans une transaction, la suivante dans une autre",
  async ({ base }) => {
    const page = new PageReading(base, new Timing());
    const [premiere, seconde] = [await idDe(page), await idDe(page)];
    await page.end();
    const troisieme = await idDe(page);
    await page.end();
    expect(seconde).toBe(premiere);
    expect(troisieme).not.toBe(premiere);
  },
);

testAvecInstance("ce qu’une page a lu avant un refus reste écrit au journal", async ({ base }) => {
  await base.transaction((tx) => tx.query("create table lue (nom text)"));
  const page = new PageReading(base, new Timing());
  await ecrire(page, "avant");
  const refus = new DomainError("personne.introuvable", "Cette personne n’existe pas.");
  await expect(page.transaction(() => Promise.reject(refus))).rejects.toBe(refus);
  await ecrire(page, "après");
  expect(await lues(base)).toEqual([]);
  await page.end();
  expect(await lues(base)).toEqual(["avant", "après"]);
});

testAvecInstance(
  "une panne au milieu d’une page n’en laisse rien, et la page le dit",
  async ({ base }) => {
    await base.transaction((tx) => tx.query("create table lue (nom text)"));
    const page = new PageReading(base, new Timing());
    await ecrire(page, "avant");
    await expect(page.transaction((tx) => tx.query("select nulle_part"))).rejects.toThrow(
      "nulle_part",
    );
    await expect(page.end()).rejects.toThrow("nulle_part");
    expect(await lues(base)).toEqual([]);
    expect(await lues(page)).toEqual([]);
    await page.end();
  },
);

testAvecInstance(
  "une écriture au milieu d’une page attend ce qui se lit, le termine, et n’en garde pas la connexion",
  async ({ base }) => {
    const page = new PageReading(base, new Timing());
    const lecture = idDe(page);
    const ecriture = idDe(page.apart);
    expect(await ecriture).not.toBe(await lecture);
    expect(await idDe(page)).not.toBe(await lecture);
    await page.end();
  },
);

testAvecInstance(
  "un acte lancé après la réponse a sa propre transaction, et la rend",
  async ({ base }) => {
    const timing = new Timing();
    const page = new PageReading(base, timing);
    const premiere = await idDe(page);
    await page.close();
    const [seconde, troisieme] = [await idDe(page), await idDe(page)];
    expect(new Set([premiere, seconde, troisieme]).size).toBe(3);
    expect(timing.db).toBeGreaterThan(0);
  },
);

testAvecInstance(
  "un refus qui cache une erreur de la base ne passe pas pour une lecture tenue",
  async ({ base }) => {
    const page = new PageReading(base, new Timing());
    const refus = new DomainError("personne.introuvable", "Cette personne n’existe pas.");
    const cache = page.transaction((tx) =>
      tx.query("select nulle_part").catch(() => Promise.reject(refus)),
    );
    await expect(cache).rejects.toBe(refus);
    await expect(page.end()).rejects.toThrow("aborted");
  },
);

testAvecInstance("la fin attend aussi ce qui commence pendant qu’elle attend", async ({ base }) => {
  const page = new PageReading(base, new Timing());
  const ids: string[] = [];
  const suite = idDe(page).then(async (id) => {
    ids.push(id, await idDe(page));
  });
  await page.end();
  await suite;
  await page.close();
  expect(ids).toHaveLength(2);
});
