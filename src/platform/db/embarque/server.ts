import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { DomainError } from "../../errors/domain-error.ts";
import { type Account, unprivilegedAccount } from "./account.ts";
import { type Binaries, packagedBinaries, systemBinaries } from "./binaries.ts";
import { CLOSED_PLACE, serverPlace, socketFolder } from "./place.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";
import { isAlive, Users } from "./users.ts";

interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Use the PostgreSQL installed on the machine instead of the packaged one. */
  readonly system?: boolean;
  /** More settings, as `fsync=off` for the tests. */
  readonly settings?: readonly string[];
}

export interface EmbeddedServer {
  readonly url: string;
  readonly pid: number;
  /** Stops the server when nobody else uses it. */
  close(): Promise<void>;
}

const ROLE = "jalon";
const DATABASE = "jalon";
const PORT = "5432";
const PATIENCE_MS = 60_000;
const POLL_MS = 10;
/** duplicate_database, unique_violation on its name. */
const ALREADY_THERE = new Set(["42P04", "23505"]);
/** What a connection to a server on its way out, or on its way in, is told. */
const DYING = new Set(["ECONNRESET", "ECONNREFUSED", "ENOENT", "EPIPE", "57P01", "57P03"]);
const RETRY_MS = 200;
/** Of the log, what may tell why the server does not start. */
const LOG_TAIL = 8192;
const SETTINGS = [
  "listen_addresses=",
  "shared_buffers=256MB",
  "work_mem=32MB",
  "maintenance_work_mem=128MB",
  "max_wal_size=2GB",
  "checkpoint_completion_target=0.9",
  "synchronous_commit=on",
  "random_page_cost=1.1",
  "logging_collector=off",
];

/** Starts the embedded PostgreSQL of this data folder, or joins the one that already runs there. */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = unprivilegedAccount();
  const place = serverPlace(options.dataFolder, account);
  const users = new Users(place);
  users.register();
  try {
    const { postmaster, url } = await reach(place, account, users, options);
    const leaveAtExit = () => {
      if (users.leave()) signal(postmaster.pid);
    };
    process.once("exit", leaveAtExit);
    return {
      url,
      pid: postmaster.pid,
      close: async () => {
        process.removeListener("exit", leaveAtExit);
        if (!users.leave()) return;
        signal(postmaster.pid);
        await until(() => !isAlive(postmaster.pid), place);
        users.stopped();
      },
    };
  } catch (error) {
    const postmaster = users.leave() ? findPostmaster(join(place, "base")) : null;
    if (postmaster) signal(postmaster.pid);
    users.stopped();
    throw error;
  }
}

/** A server killed a moment ago still looks alive, and answers nobody: the next look finds it gone. */
async function reach(
  place: string,
  account: Account | null,
  users: Users,
  options: EmbeddedOptions,
): Promise<{ readonly postmaster: Postmaster; readonly url: string }> {
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    const postmaster = await startOrJoin(place, account, users, options);
    try {
      return { postmaster, url: await ensureDatabase(postmaster) };
    } catch (error) {
      if (!DYING.has((error as { code?: string }).code ?? "") || Date.now() > limit) throw error;
      await sleep(RETRY_MS);
    }
  }
}

async function startOrJoin(
  place: string,
  account: Account | null,
  users: Users,
  options: EmbeddedOptions,
): Promise<Postmaster> {
  const pgData = join(place, "base");
  await until(() => !users.isBeingStopped(), place);
  // A start may fail for a while: another process starts it too, or the children of one that was killed are still leaving.
  const limit = Date.now() + PATIENCE_MS;
  let found = findPostmaster(pgData);
  while (!found?.ready) {
    if (Date.now() > limit) throw notStarting(place);
    if (found === null) await startServer(place, pgData, account, options);
    else await sleep(POLL_MS);
    found = findPostmaster(pgData);
  }
  return found;
}

/** Returns when the server is ready, has stopped, or has given way to another. */
async function startServer(
  place: string,
  pgData: string,
  account: Account | null,
  options: EmbeddedOptions,
): Promise<void> {
  const binaries = chooseBinaries(account, options);
  const as = { ...account, cwd: "/", env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } };
  if (!existsSync(pgData))
    createCluster(place, pgData, binaries, account, as, options.settings ?? []);
  checkMajor(pgData, binaries);
  const settings = [
    ...SETTINGS,
    `unix_socket_directories=${socketFolder(place, account)}`,
    `port=${PORT}`,
    ...(options.settings ?? []),
  ];
  const log = openSync(join(place, "postgresql.log"), "a");
  const child = spawn(
    join(binaries.folder, "postgres"),
    ["-D", pgData, ...settings.flatMap((setting) => ["-c", setting])],
    { ...as, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  let over = false;
  child.once("error", () => {
    over = true;
  });
  child.once("exit", () => {
    over = true;
  });
  child.unref();
  await until(() => over || findPostmaster(pgData)?.ready === true, place);
  if (over) await sleep(RETRY_MS);
}

function createCluster(
  place: string,
  pgData: string,
  binaries: Binaries,
  account: Account | null,
  as: { cwd: string; env: Record<string, string> },
  settings: readonly string[],
): void {
  // Under another name until it is whole: a first start cut short leaves nothing to repair.
  const draft = join(place, `base.${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  const made = spawnSync(
    join(binaries.folder, "initdb"),
    [
      "-D",
      draft,
      "-U",
      ROLE,
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--auth=trust",
      "--no-instructions",
      ...(settings.includes("fsync=off") ? ["--no-sync"] : []),
    ],
    { ...as, encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const detail = made.error?.message ?? made.stderr;
    const line = lastFailure(detail);
    throw new DomainError(
      "base.creation-impossible",
      `La base embarquée n’a pas pu être créée dans ${place}. Vérifiez que le disque a de la place et que ce dossier est modifiable. ${line}`.trimEnd(),
      { detail },
    );
  }
  try {
    renameSync(draft, pgData);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

function chooseBinaries(account: Account | null, options: EmbeddedOptions): Binaries {
  if (!options.system) return packagedBinaries(account, CLOSED_PLACE);
  const binaries = systemBinaries();
  if (binaries) return binaries;
  throw new DomainError(
    "base.systeme-absent",
    "JALON_POSTGRES=systeme demande le PostgreSQL de la machine, mais aucun n’est installé dans /usr/lib/postgresql.",
  );
}

function checkMajor(pgData: string, binaries: Binaries): void {
  const major = readFileSync(join(pgData, "PG_VERSION"), "utf8").trim();
  if (major === binaries.major) return;
  throw new DomainError(
    "base.autre-version",
    `Cette base a été créée par PostgreSQL ${major}, et la version présente est ${binaries.major}. ` +
      "Sauvegardez-la avec la version d’origine (jalon sauvegarder), puis restaurez-la dans un dossier neuf (jalon restaurer).",
    { major, present: binaries.major },
  );
}

async function ensureDatabase(postmaster: Postmaster): Promise<string> {
  const url = (database: string) =>
    `postgresql://${ROLE}@/${database}?host=${encodeURIComponent(postmaster.socketFolder)}&port=${postmaster.port}`;
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // Two first starts at once: the other made it, or is making it.
    if (!ALREADY_THERE.has((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await client.end();
  }
  return url(DATABASE);
}

function signal(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // Already gone.
  }
}

async function until(met: () => boolean, place: string): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!met()) {
    if (Date.now() > limit) throw notStarting(place);
    await sleep(POLL_MS);
  }
}

/** What PostgreSQL says in English, in the words it gave: a full disk, a folder of somebody else. */
function lastFailure(text: string): string {
  const lines = text.split("\n").filter((line) => /\b(error|fatal|panic):/i.test(line));
  const [, said = null] = /\b(?:error|fatal|panic): +(.*)/i.exec(lines.at(-1) ?? "") ?? [];
  return said === null ? "" : `Elle dit : « ${said} ».`;
}

function readLog(file: string): string {
  try {
    return readFileSync(file, "utf8").slice(-LOG_TAIL);
  } catch {
    return "";
  }
}

function notStarting(place: string): DomainError {
  const log = join(place, "postgresql.log");
  return new DomainError(
    "base.ne-demarre-pas",
    `La base embarquée n’a pas répondu en une minute. Rien n’est perdu ; le détail est dans ${log}. ${lastFailure(readLog(log))}`.trimEnd(),
    { dossier: place },
  );
}
