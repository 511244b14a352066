import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { expect } from "vitest";
import { testAvecInstance } from "../../testing/base.ts";
import { withDatabase } from "../database-url.ts";
import { systemBinaries } from "../embarque/binaries.ts";
import { openEmbeddedServer } from "../embarque/server.ts";
import { openInstance, type PoolInstance } from "../instance.ts";
import { createDepartement, migrate } from "../migrate.ts";
import { backupInstance } from "./backup.ts";
import { listTables } from "./catalog.ts";
import { restoreInstance } from "./restore.ts";

/** What a restore could get wrong: a cycle, a self reference, an append-only table, computed and generated columns. */
const pieges = {
  name: "9998-pieges",
  scope: "departement" as const,
  sql: `
CREATE TABLE piege (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent  bigint REFERENCES piege,
  pair    bigint,
  nom     text NOT NULL,
  cle     text GENERATED ALWAYS AS (jalon.sans_accent(nom)) STORED,
  octets  bytea, quand timestamptz, jour date, mots text[], objet jsonb,
  periode daterange, reel double precision
);
CREATE TABLE piege_pair (id bigint PRIMARY KEY, piege bigint REFERENCES piege);
ALTER TABLE piege ADD CONSTRAINT piege_pair_fk FOREIGN KEY (pair) REFERENCES piege_pair
  DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE registre (id int PRIMARY KEY, ecrit_le timestamptz);
CREATE FUNCTION registre_fige() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN NEW.ecrit_le := clock_timestamp(); RETURN NEW; END IF;
  RAISE EXCEPTION 'registre';
END $$;
CREATE TRIGGER registre_ecrit BEFORE INSERT ON registre FOR EACH ROW EXECUTE FUNCTION registre_fige();
CREATE TRIGGER registre_fige BEFORE UPDATE OR DELETE ON registre FOR EACH ROW EXECUTE FUNCTION registre_fige();
CREATE TRIGGER registre_vide BEFORE TRUNCATE ON registre FOR EACH STATEMENT EXECUTE FUNCTION registre_fige();
`,
};

async function withEmptyDatabase(
  url: string,
  migrations: PoolInstance["migrations"],
  run: (empty: PoolInstance) => Promise<void>,
): Promise<void> {
  const name = `jalon_vide_${randomBytes(4).toString("hex")}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const empty = await openInstance({ url: withDatabase(url, name), migrations });
  try {
    await run(empty);
  } finally {
    await empty.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jalon-sauvegarde-"));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every table of every département, row by row. */
async function contents(instance: PoolInstance): Promise<Record<string, string>> {
  const departements = await instance.departements();
  const schemas = ["jalon", ...departements.map(({ schema }) => schema)];
  return instance.shared(async (tx) => {
    const tables: Record<string, string> = {};
    for (const { schema, table } of await listTables(tx, schemas)) {
      const [row] = await tx.query<{ tout: string | null }>(
        `SELECT string_agg(t::text, E'\\n' ORDER BY t::text) AS tout FROM ${schema}.${table} t`,
      );
      tables[`${schema}.${table}`] = createHash("sha256")
        .update(row?.tout ?? "")
        .digest("hex");
    }
    return tables;
  });
}

/** The instance of the test, with the traps and rows in two départements. */
async function trapped(url: string, migrations: PoolInstance["migrations"]): Promise<PoolInstance> {
  const instance = await openInstance({ url, migrations: [...migrations, pieges] });
  await migrate(instance);
  await createDepartement(instance, {
    slug: "haute-marne",
    code: "52",
    nom: "Haute-Marne",
    referentiel: "somme-2025",
  });
  for (const { slug } of await instance.departements()) {
    const base = await instance.departement(slug);
    await base.transaction(async (tx) => {
      await tx.query(`INSERT INTO piege (parent, nom, octets, quand, jour, mots, objet, periode, reel)
        SELECT CASE WHEN g < 500 THEN g + 1 END, E'Éloïse \\\\. \\t\\n ' || g, '\\x00ff5c'::bytea,
               '2026-01-01T00:00:00.123456Z'::timestamptz + g * interval '1 h', '0044-03-15', ARRAY['a,"b', NULL, '\\'],
               '{"é":"\\\\n"}', daterange('2026-01-01', NULL), 0.1::float8 + g
          FROM generate_series(1, 500) g`);
      await tx.query("INSERT INTO piege_pair SELECT id, id FROM piege WHERE id <= 10");
      await tx.query("UPDATE piege SET pair = id WHERE id <= 10");
      await tx.query("INSERT INTO registre VALUES (1), (2)");
    });
  }
  return instance;
}

testAvecInstance(
  "une instance sauvegardée puis restaurée est la même, table par table",
  async ({ instance, url }) => {
    await withFolder(async (folder) => {
      const source = await trapped(url, instance.migrations);
      const file = join(folder, "a.gz");
      const report = await backupInstance(source, file);
      await withEmptyDatabase(url, source.migrations, async (target) => {
        expect(await restoreInstance(target, file)).toMatchObject({
          departements: 2,
          tables: report.tables,
          lignes: report.lignes,
        });
        expect(await contents(target)).toEqual(await contents(source));
        expect(report.lignes).toBeGreaterThan(1000);

        const base = await target.departement("essai");
        const [next] = await base.transaction((tx) =>
          tx.query("INSERT INTO piege (nom) VALUES ('Suite') RETURNING id, cle"),
        );
        expect(next).toEqual({ id: 501, cle: "suite" });
        const orphan = base.transaction((tx) =>
          tx.query("INSERT INTO piege (nom, pair) VALUES ('Orphelin', 99)"),
        );
        await expect(orphan).rejects.toMatchObject({ code: "23503" });
        const rewrite = base.transaction((tx) => tx.query("DELETE FROM registre"));
        await expect(rewrite).rejects.toThrow("registre");
      });
      await source.close();
    });
  },
);

const systeme = systemBinaries();

if (systeme) {
  testAvecInstance(
    `l’aller-retour par le PostgreSQL ${systeme.major} de la machine rend la même instance`,
    async ({ instance, url }) => {
      await withFolder(async (folder) => {
        chmodSync(folder, 0o755);
        const source = await trapped(url, instance.migrations);
        await backupInstance(source, join(folder, "aller.gz"));
        const server = await openEmbeddedServer({
          dataFolder: join(folder, "data"),
          system: true,
          settings: ["fsync=off", "shared_buffers=32MB"],
        });
        const other = await openInstance({ url: server.url, migrations: source.migrations });
        await restoreInstance(other, join(folder, "aller.gz"));
        expect(await contents(other)).toEqual(await contents(source));
        await backupInstance(other, join(folder, "retour.gz"));
        await other.close();
        await server.close();
        await withEmptyDatabase(url, source.migrations, async (target) => {
          await restoreInstance(target, join(folder, "retour.gz"));
          expect(await contents(target)).toEqual(await contents(source));
        });
        await source.close();
      });
    },
  );
}

testAvecInstance(
  "une base qui contient un département n’est jamais écrasée",
  async ({ instance }) => {
    await withFolder(async (folder) => {
      const file = join(folder, "a.gz");
      await backupInstance(instance, file);
      await expect(restoreInstance(instance, file)).rejects.toMatchObject({
        code: "restauration.base-non-vide",
      });
      expect(await instance.departements()).toHaveLength(1);
    });
  },
);

testAvecInstance("une sauvegarde ne remplace pas un fichier présent", async ({ instance }) => {
  await withFolder(async (folder) => {
    const file = join(folder, "a.gz");
    writeFileSync(file, "précieux");
    await expect(backupInstance(instance, file)).rejects.toMatchObject({
      code: "sauvegarde.fichier-existe",
    });
    expect(readFileSync(file, "utf8")).toBe("précieux");
  });
});

/** Where Linux lets anyone write to a full disk. */
const DISQUE_PLEIN = "/dev/full";

if (existsSync(DISQUE_PLEIN)) {
  testAvecInstance(
    "une sauvegarde sur un disque plein échoue tout de suite, et rend sa connexion",
    async ({ base, instance, url }) => {
      await base.transaction((tx) =>
        tx.query(
          "CREATE TABLE lourd AS SELECT sha512(g::text::bytea) FROM generate_series(1, 60000) g",
        ),
      );
      await withFolder(async (folder) => {
        const file = join(folder, "a.gz");
        symlinkSync(DISQUE_PLEIN, `${file}.partiel`);
        const source = await openInstance({ url, migrations: instance.migrations });
        await expect(backupInstance(source, file)).rejects.toMatchObject({ code: "ENOSPC" });
        await source.close();
        expect(readdirSync(folder)).toEqual([]);
      });
    },
  );
}

const abimes: Record<string, (bytes: Buffer) => Buffer> = {
  "un fichier coupé au milieu": (bytes) => bytes.subarray(0, bytes.length / 2),
  "un fichier coupé au dixième": (bytes) => bytes.subarray(0, bytes.length / 10),
  "un octet changé": (bytes) => {
    const copy = Buffer.from(bytes);
    const at = Math.floor(copy.length / 2);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  },
  "un fichier complet mais sans sa fin": (bytes) => {
    const lines = gunzipSync(bytes).toString("utf8").trimEnd().split("\n");
    return gzipSync(`${lines.slice(0, -1).join("\n")}\n`);
  },
  "une ligne changée": (bytes) =>
    gzipSync(gunzipSync(bytes).toString("utf8").replace("\tEssai\t", "\tAutre\t")),
  "un fichier qui n’est pas une sauvegarde": () => Buffer.from("bonjour\n"),
  "un fichier vide": () => Buffer.alloc(0),
};

testAvecInstance("un fichier abîmé est refusé, et rien n’est écrit", async ({ instance, url }) => {
  await withFolder(async (folder) => {
    const file = join(folder, "a.gz");
    await backupInstance(instance, file);
    await withEmptyDatabase(url, instance.migrations, async (target) => {
      for (const [cas, abimer] of Object.entries(abimes)) {
        const bad = join(folder, "b.gz");
        writeFileSync(bad, abimer(readFileSync(file)));
        await expect(restoreInstance(target, bad), cas).rejects.toMatchObject({
          code: "restauration.archive-abimee",
        });
        const schemas = await target.shared((tx) =>
          tx.query("SELECT nspname FROM pg_namespace WHERE nspname ~ '^(jalon|dep_)'"),
        );
        expect(schemas, cas).toEqual([]);
      }
    });
  });
});

testAvecInstance(
  "une sauvegarde plus ancienne est amenée au schéma présent",
  async ({ instance, url }) => {
    await withFolder(async (folder) => {
      const file = join(folder, "a.gz");
      await backupInstance(instance, file);
      await withEmptyDatabase(url, [...instance.migrations, pieges], async (target) => {
        await restoreInstance(target, file);
        const base = await target.departement("essai");
        expect(await base.transaction((tx) => tx.query("SELECT count(*) AS n FROM piege"))).toEqual(
          [{ n: 0 }],
        );
      });
    });
  },
);

testAvecInstance(
  "une sauvegarde d’une version plus récente est refusée",
  async ({ instance, url }) => {
    await withFolder(async (folder) => {
      const source = await trapped(url, instance.migrations);
      const file = join(folder, "a.gz");
      await backupInstance(source, file);
      await source.close();
      await withEmptyDatabase(url, instance.migrations, async (target) => {
        await expect(restoreInstance(target, file)).rejects.toMatchObject({
          code: "restauration.trop-recente",
        });
      });
    });
  },
);
