import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemBinaries } from "./binaries.ts";
import { openEmbeddedServer } from "./server.ts";
import { isAlive } from "./users.ts";

const FAST = ["fsync=off", "shared_buffers=16MB"];
const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

async function withFolder(run: (folder: string) => Promise<void>, mode = 0o755): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jalon-embarque-"));
  chmodSync(folder, mode);
  const dataFolder = join(folder, "data");
  try {
    await run(dataFolder);
  } finally {
    const elsewhere = join(dataFolder, "emplacement");
    if (existsSync(elsewhere)) {
      rmSync(readFileSync(elsewhere, "utf8").trim(), { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A cluster made once: creating one takes a second, copying it almost none. */
const seed = mkdtempSync(join(tmpdir(), "jalon-graine-"));

beforeAll(async () => {
  chmodSync(seed, 0o755);
  const server = await openEmbeddedServer({ dataFolder: seed, settings: FAST });
  await server.close();
});

afterAll(() => rmSync(seed, { recursive: true, force: true }));

function withCluster(run: (folder: string) => Promise<void>): Promise<void> {
  return withFolder(async (dataFolder) => {
    mkdirSync(dataFolder);
    execFileSync("cp", ["-a", join(seed, "base"), dataFolder]);
    await run(dataFolder);
  });
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  readonly pid: number;
}

/** Another process that opens the same folder, says where, and stays until its input ends. */
async function otherProcess(dataFolder: string, uid?: number): Promise<Child> {
  const module = new URL("./server.ts", import.meta.url).href;
  const script = `
    const { openEmbeddedServer } = await import(${JSON.stringify(module)});
    const server = await openEmbeddedServer(${JSON.stringify({ dataFolder, settings: FAST })});
    console.log(JSON.stringify({ url: server.url, pid: server.pid }));
    process.stdin.on("end", () => server.close()).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: "/",
    stdio: ["pipe", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [line] = (await Promise.race([once(child.stdout, "data"), failure(child)])) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
}

async function failure(child: ChildProcess): Promise<never> {
  await once(child, "exit");
  throw new Error("the other process ended before it was ready");
}

async function leave(child: Child): Promise<void> {
  child.process.stdin?.end();
  await once(child.process, "exit");
}

async function killed(child: Child): Promise<void> {
  child.process.kill("SIGKILL");
  await once(child.process, "exit");
}

test("la base embarquée se crée, garde ce qu’on écrit et se rouvre vite", async () => {
  await withFolder(async (dataFolder) => {
    const first = await openEmbeddedServer({ dataFolder, settings: FAST });
    await query(first.url, "CREATE TABLE t AS SELECT 'é' AS v");
    await first.close();
    expect(isAlive(first.pid)).toBe(false);

    const started = performance.now();
    const second = await openEmbeddedServer({ dataFolder, settings: FAST });
    expect(await query(second.url, "SELECT v FROM t")).toEqual([{ v: "é" }]);
    expect(performance.now() - started).toBeLessThan(5000);
    const [settings] = await query(
      second.url,
      "SELECT current_setting('listen_addresses') AS ecoute, current_setting('server_encoding') AS codage",
    );
    expect(settings).toEqual({ ecoute: "", codage: "UTF8" });
    await second.close();
    expect(readdirSync(join(dataFolder, "utilisateurs"))).toEqual([]);
  });
});

test("deux programmes partagent une base, et le dernier parti l’arrête", async () => {
  await withCluster(async (dataFolder) => {
    const other = await otherProcess(dataFolder);
    const mine = await openEmbeddedServer({ dataFolder, settings: FAST });
    expect(mine.pid).toBe(other.pid);
    const again = await openEmbeddedServer({ dataFolder, settings: FAST });
    await query(mine.url, "CREATE TABLE t AS SELECT 1 AS v");
    await leave(other);
    await again.close();
    expect(await query(mine.url, "SELECT v FROM t")).toEqual([{ v: 1 }]);
    await mine.close();
    expect(isAlive(mine.pid)).toBe(false);
  });
});

test("deux premiers démarrages au même instant font une seule base", async () => {
  await withFolder(async (dataFolder) => {
    const [one, two] = await Promise.all([otherProcess(dataFolder), otherProcess(dataFolder)]);
    expect(one.pid).toBe(two.pid);
    await Promise.all([leave(one), leave(two)]);
    expect(isAlive(one.pid)).toBe(false);
    expect(readdirSync(dataFolder).sort()).toEqual([
      "base",
      "postgresql.log",
      "socket",
      "utilisateurs",
    ]);
  });
});

test("des programmes qui viennent et partent sans cesse ne se coupent jamais la base", async () => {
  await withCluster(async (dataFolder) => {
    const visit = async () => {
      for (let round = 0; round < 4; round += 1) {
        const child = await otherProcess(dataFolder);
        expect(await query(child.url, "SELECT 1 AS v")).toEqual([{ v: 1 }]);
        await leave(child);
      }
    };
    await Promise.all([visit(), visit()]);
  });
});

test("après un programme tué, le suivant reprend le serveur resté seul et l’arrête en partant", async () => {
  await withCluster(async (dataFolder) => {
    const victim = await otherProcess(dataFolder);
    await query(victim.url, "CREATE TABLE t AS SELECT 1 AS v");
    await killed(victim);
    expect(isAlive(victim.pid)).toBe(true);

    const next = await openEmbeddedServer({ dataFolder, settings: FAST });
    expect(next.pid).toBe(victim.pid);
    expect(await query(next.url, "SELECT v FROM t")).toEqual([{ v: 1 }]);
    await next.close();
    expect(isAlive(victim.pid)).toBe(false);
  });
});

test("le programme et le serveur tués ensemble, rien de validé n’est perdu", async () => {
  await withCluster(async (dataFolder) => {
    const victim = await otherProcess(dataFolder);
    await query(victim.url, "CREATE TABLE t AS SELECT g FROM generate_series(1, 1000) g");
    process.kill(victim.pid, "SIGKILL");
    await killed(victim);

    const next = await openEmbeddedServer({ dataFolder, settings: FAST });
    expect(await query(next.url, "SELECT count(*)::int AS n FROM t")).toEqual([{ n: 1000 }]);
    await next.close();
  });
});

test("un numéro de processus repris par un autre ne passe pas pour le serveur", async () => {
  await withCluster(async (dataFolder) => {
    const first = await openEmbeddedServer({ dataFolder, settings: FAST });
    await first.close();
    writeFileSync(
      join(dataFolder, "base", "postmaster.pid"),
      `${process.pid}\n/x\n0\n5432\n/x\n\n\nready\n`,
    );
    writeFileSync(join(dataFolder, "utilisateurs", `${process.ppid}-1`), "0");

    const next = await openEmbeddedServer({ dataFolder, settings: FAST });
    expect(next.pid).not.toBe(process.pid);
    await next.close();
    expect(isAlive(next.pid)).toBe(false);
  });
});

test("un chemin trop long pour une prise Unix est contourné", async () => {
  await withFolder(async (dataFolder) => {
    const deep = join(dataFolder, "un-dossier-au-nom-bien-long", "x".repeat(60), "data");
    const server = await openEmbeddedServer({ dataFolder: deep, settings: FAST });
    expect(await query(server.url, "SELECT 1 AS v")).toEqual([{ v: 1 }]);
    await server.close();
  });
});

test.runIf(asRoot)(
  "un administrateur peut ranger ses données dans un dossier fermé aux autres",
  async () => {
    await withFolder(async (dataFolder) => {
      const server = await openEmbeddedServer({ dataFolder, settings: FAST });
      await query(server.url, "CREATE TABLE t AS SELECT 1 AS v");
      await server.close();
      const next = await openEmbeddedServer({ dataFolder, settings: FAST });
      expect(await query(next.url, "SELECT v FROM t")).toEqual([{ v: 1 }]);
      await next.close();
      expect(existsSync(join(dataFolder, "emplacement"))).toBe(true);
    }, 0o700);
  },
);

test.runIf(asRoot)("un compte ordinaire tient sa propre base", async () => {
  await withFolder(async (dataFolder) => {
    mkdirSync(dataFolder);
    chownSync(dataFolder, NOBODY, NOBODY);
    const child = await otherProcess(dataFolder, NOBODY);
    expect(await query(child.url, "SELECT 1 AS v")).toEqual([{ v: 1 }]);
    await leave(child);
    expect(isAlive(child.pid)).toBe(false);
    expect(dirname(dataFolder)).not.toBe("/");
  });
});

test.runIf(systemBinaries() !== null)(
  "le PostgreSQL de la machine sert quand on le demande",
  async () => {
    await withFolder(async (dataFolder) => {
      const server = await openEmbeddedServer({ dataFolder, system: true, settings: FAST });
      const [row] = await query(server.url, "SELECT split_part(version(), ' ', 2) AS version");
      expect(row).toMatchObject({
        version: expect.stringMatching(new RegExp(`^${systemBinaries()?.major}`)),
      });
      await server.close();
      await expect(openEmbeddedServer({ dataFolder, settings: FAST })).rejects.toMatchObject({
        code: "base.autre-version",
      });
    });
  },
);
