import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testAvecInstance } from "../testing/base.ts";
import { withDatabase } from "./database-url.ts";
import { quoteIdentifier } from "./identifier.ts";
import { openInstance } from "./instance.ts";
import { createDepartement, migrate, sortMigrations } from "./migrate.ts";
import type { Migration } from "./migration.ts";

const commune: Migration = {
  name: "9990-commun",
  scope: "shared",
  sql: "CREATE TABLE essai_commun (id int); SELECT pg_sleep(0.2)",
};
const locale: Migration = {
  name: "9991-local",
  scope: "departement",
  sql: "CREATE TABLE essai_local (id int); SELECT pg_sleep(0.2)",
};

testAvecInstance(
  "deux programmes qui mettent la base à jour ensemble ne font rien deux fois",
  async ({ instance, url }) => {
    const migrations = [...instance.migrations, commune, locale];
    const both = await Promise.all([1, 2].map(() => openInstance({ url, migrations })));
    const done = await Promise.all(both.map(migrate));
    expect(done.flat().sort()).toEqual(["9990-commun", "essai: 9991-local"]);
    await Promise.all(both.map((one) => one.close()));
  },
);

testAvecInstance(
  "un département créé après coup a les mêmes tables que les autres",
  async ({ instance, url }) => {
    const again = await openInstance({ url, migrations: [...instance.migrations, locale] });
    await migrate(again);
    await createDepartement(again, {
      slug: "haute-marne",
      code: "52",
      nom: "Haute-Marne",
      referentiel: "somme-2025",
    });
    const tables = (slug: string) =>
      again
        .departement(slug)
        .then((base) =>
          base.transaction((tx) =>
            tx.query(
              "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace ORDER BY 1",
            ),
          ),
        );
    expect(await tables("haute-marne")).toEqual(await tables("essai"));
    await again.close();
  },
);

testAvecInstance(
  "une étape qui échoue ne laisse rien, et la base reste utilisable",
  async ({ instance, url }) => {
    const broken = { ...locale, sql: "CREATE TABLE essai_local (id int); SELECT 1/0" };
    const bad = await openInstance({ url, migrations: [...instance.migrations, broken] });
    await expect(migrate(bad)).rejects.toMatchObject({ code: "22012" });
    await bad.close();
    const good = await openInstance({ url, migrations: [...instance.migrations, locale] });
    expect(await migrate(good)).toEqual(["essai: 9991-local"]);
    expect(await migrate(good)).toEqual([]);
    await good.close();
  },
);

testAvecInstance("deux départements ne voient rien l’un de l’autre", async ({ instance, base }) => {
  await createDepartement(instance, {
    slug: "nord",
    code: "59",
    nom: "Nord",
    referentiel: "nord-2019",
  });
  const nord = await instance.departement("nord");
  await base.transaction((tx) => tx.query("CREATE TABLE essai_local AS SELECT 1 AS id"));
  const read = nord.transaction((tx) => tx.query("SELECT * FROM essai_local"));
  await expect(read).rejects.toMatchObject({ code: "42P01" });
});

testAvecInstance("une adresse prise ou mal écrite est refusée", async ({ instance }) => {
  const nouveau = { slug: "essai", code: "80", nom: "Essai", referentiel: "somme-2025" };
  await expect(createDepartement(instance, nouveau)).rejects.toMatchObject({
    code: "departement.existe-deja",
  });
  for (const slug of ["Somme", "a b", "é", "-a", "a--b", "", 'x"; DROP', "x".repeat(51)]) {
    await expect(createDepartement(instance, { ...nouveau, slug })).rejects.toMatchObject({
      code: "departement.slug-invalide",
    });
  }
  await expect(instance.departement("ailleurs")).rejects.toMatchObject({
    code: "departement.inconnu",
  });
});

test("deux étapes de même numéro sont refusées", () => {
  expect(() => sortMigrations([commune, { ...locale, name: "9990-autre" }])).toThrow("9990");
});

test("l’ordre est celui des numéros, pas celui des modules", () => {
  expect(sortMigrations([locale, commune]).map(({ name }) => name)).toEqual([
    "9990-commun",
    "9991-local",
  ]);
});

testAvecInstance(
  "une base qui n’est pas en UTF-8 est refusée sans rien y écrire",
  async ({ instance, url }) => {
    const name = `latin_${randomUUID()}`;
    await instance.outsideTransaction(
      `CREATE DATABASE ${quoteIdentifier(name)} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
    );
    const latin = await openInstance({ url: withDatabase(url, name), migrations: [commune] });
    try {
      await expect(migrate(latin)).rejects.toMatchObject({
        code: "base.inadaptee",
        message: expect.stringContaining("Cette base est en LATIN1"),
      });
      const schemas = await latin.shared((tx) =>
        tx.query("SELECT FROM pg_namespace WHERE nspname = 'jalon'"),
      );
      expect(schemas).toEqual([]);
    } finally {
      await latin.close();
      await instance.outsideTransaction(`DROP DATABASE ${quoteIdentifier(name)}`);
    }
  },
);

testAvecInstance(
  "une base que le serveur n’a pas est nommée comme la cause",
  async ({ instance, url }) => {
    const absente = withDatabase(url, `absente_${randomUUID()}`);
    await expect(
      openInstance({ url: absente, migrations: instance.migrations }),
    ).rejects.toMatchObject({
      code: "base.injoignable",
      message: expect.stringContaining("n’a pas la base que nomme DATABASE_URL"),
    });
  },
);
