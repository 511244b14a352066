// Runs on the Node of the machine (20 or later) before anything is installed: nothing but Node itself.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const binFolder = join(modules, ".bin");
const RUNTIME_MAJOR = 24;
const RESTARTED = "JALON_RELANCE";
const KEEP_BUILDS_MS = 24 * 60 * 60 * 1000;

/** Installs what `package-lock.json` names, when it is not what is there. */
export async function ensureModules({ dev }) {
  if (modulesMatch(dev)) return;
  process.stderr.write(
    dev
      ? "Installation des composants de Jalon et de ses outils…\n"
      : "Installation des composants de Jalon (une seule fois, une minute environ)…\n",
  );
  // Not `npm ci`: it refuses a lock that leaves out, for another system, a package our registry does not hold.
  // `npm install` follows the same lock, and `--no-save` leaves it as it is.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!dev) args.push("--omit=dev");
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== binFolder)
    .join(delimiter);
  const { status, error } = spawnSync("npm", args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ["ignore", 2, 2],
  });
  if (status === 0) return;
  process.stderr.write(
    `L’installation a échoué${error ? ` (${error.message})` : ""}. Vérifiez que le dossier de Jalon est modifiable par ce compte et que le réseau répond, puis relancez.\n`,
  );
  process.exit(1);
}

function modulesMatch(dev) {
  const wanted = readJson(join(root, "package-lock.json"))?.packages ?? {};
  const installed = readJson(join(modules, ".package-lock.json"))?.packages;
  if (!installed) return false;
  return Object.entries(wanted).every(([path, one]) => {
    if (path === "") return true;
    const found = installed[path];
    if (found) return found.version === one.version;
    return one.optional || one.devOptional || (one.dev && !dev);
  });
}

function readJson(path) {
  try {
    return JSON.parse(fs.readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** True when this process runs on the pinned Node. Else another one has just done the work, and its exit code is ours. */
export async function ensureRuntime(script) {
  if (process.env[RESTARTED]) dieWithParent();
  if (Number(process.versions.node.split(".")[0]) >= RUNTIME_MAJOR) return true;
  const node = join(modules, `node-${process.platform}-${process.arch}`, "bin", "node");
  if (!fs.existsSync(node)) {
    process.stderr.write(
      `Jalon demande Node ${RUNTIME_MAJOR} ou plus récent, et aucun n’est fourni pour ce système (${process.platform}-${process.arch}).\n`,
    );
    process.exit(1);
  }
  process.exitCode = await relay(node, [script, ...process.argv.slice(2)]);
  return false;
}

/** Node 20 cannot replace itself by another program: a signal is passed on, and the death of one ends the other. */
function relay(node, args) {
  const child = spawn(node, args, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [RESTARTED]: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) => {
      if (signal === null) return resolve(code ?? 1);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

function dieWithParent() {
  delete process.env[RESTARTED];
  if (!process.connected) return;
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel?.unref();
}

/** The compiled server, made again only when a source changed. */
export async function ensureServerBundle() {
  const stamp = sourcesStamp();
  const folder = bundleFolders(stamp).find((one) => fs.existsSync(join(one, "cli.js")));
  const ready = folder ?? (await build(stamp));
  nodeModule.enableCompileCache?.(join(dirname(ready), "cache"));
  return pathToFileURL(join(ready, "cli.js")).href;
}

function bundleFolders(stamp) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return [join(root, "dist", stamp), join(cache, "jalon", "dist", stamp)];
}

async function build(stamp) {
  const { buildProduct } = await import("../src/app/build.ts");
  const folder = bundleFolders(stamp).find((one) => isWritable(dirname(one)));
  if (!folder) {
    process.stderr.write("Jalon n’a aucun dossier où se compiler : rendez « dist » modifiable.\n");
    process.exit(1);
  }
  const draft = `${folder}.${process.pid}`;
  try {
    await buildProduct(draft);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    process.stderr.write(`Jalon ne se compile pas :\n${error.message}\n`);
    process.exit(1);
  }
  if (!folder.startsWith(root)) fs.symlinkSync(modules, join(draft, "node_modules"));
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
  removeOldBuilds(dirname(folder), stamp);
  return folder;
}

function isWritable(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Another process may still read yesterday's. */
function removeOldBuilds(folder, stamp) {
  for (const name of fs.readdirSync(folder)) {
    const path = join(folder, name);
    const old = Date.now() - fs.statSync(path).mtimeMs > KEEP_BUILDS_MS;
    if (/^[0-9a-f]{16}/.test(name) && name !== stamp && old) {
      fs.rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Dates and sizes of everything that goes into the product. */
function sourcesStamp() {
  const hash = createHash("sha256");
  for (const name of [
    "src",
    "referentiels",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ]) {
    stampPath(join(root, name), name, hash);
  }
  return hash.digest("hex").slice(0, 16);
}

function stampPath(path, name, hash) {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    if (!/\.test\.tsx?$/.test(name)) hash.update(`${name}:${stat.mtimeMs}:${stat.size}\n`);
    return;
  }
  for (const child of fs.readdirSync(path).sort()) {
    stampPath(join(path, child), `${name}/${child}`, hash);
  }
}
