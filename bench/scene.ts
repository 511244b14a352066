import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ecrireFlux, type OptionsFlux } from "../src/echanges/caf/index.ts";

/** The sizes of `quality.md`: dossiers of the generated population, about two persons each. */
export const scales = { S: 500, M: 11_000, L: 70_000 } as const;
export type Scale = keyof typeof scales;

export interface Measure {
  readonly scenario: string;
  readonly scale: Scale | "-";
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against in the same run. */
  readonly reference: string;
  readonly ratio: number | null;
  /** The bar as `quality.md` writes it. */
  readonly bar: string;
  readonly holds: boolean | null;
}

export const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "jalon-bench-"));
chmodSync(folder, 0o755);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** A path of this run's own folder, removed at the end. */
export function place(name: string): string {
  return join(folder, name);
}

let product: Promise<string> | null = null;

/** The compiled product, built once per run by the same bootstrap as `bin/jalon`. */
export function cli(): Promise<string> {
  product ??= build();
  return product;
}

async function build(): Promise<string> {
  const { ensureServerBundle } = (await import(join(root, "bin", "amorce.mjs"))) as {
    ensureServerBundle: () => Promise<string>;
  };
  return fileURLToPath(await ensureServerBundle());
}

export interface Ended {
  readonly json: Record<string, unknown>;
  readonly ms: number;
  /** Highest resident memory of the process itself, in MB. */
  readonly peakMb: number;
}

/** Runs one command of the product to its end, sampling its memory. */
export async function jalon(data: string, args: readonly string[]): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [await cli(), ...args, "--json"], {
    env: { ...process.env, JALON_DATA: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  let peakMb = 0;
  const sampling = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child));
  }, 50);
  await once(child, "close");
  clearInterval(sampling);
  const ms = performance.now() - started;
  const json = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}") as Record<
    string,
    unknown
  >;
  return { json, ms, peakMb };
}

function residentMb(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export interface Server {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/**
 * `jalon servir` on a free port. `cpu` keeps the web process on one core, as the bar of `serve` asks: once it
 * has started, so that the base it started is not kept there with it.
 */
export async function serve(data: string, { cpu = false, demo = false } = {}): Promise<Server> {
  const command = [
    process.execPath,
    await cli(),
    "servir",
    "--port",
    "0",
    ...(demo ? [] : ["--sans-demo"]),
  ];
  const [first = "", ...rest] = command;
  const child = spawn(first, rest, {
    env: { ...process.env, JALON_DATA: data, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`servir stopped (${code}): ${text}`)));
    child.stderr?.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      const found = /https?:\/\/localhost:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
  });
  if (cpu) execFileSync("taskset", ["-a", "-c", "-p", "0", String(child.pid)]);
  return {
    url,
    child,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** Signs in and returns the cookie to send. */
export async function signIn(
  url: string,
  slug: string,
  identifiant: string,
  motDePasse: string,
): Promise<string> {
  const answer = await fetch(`${url}/${slug}/connexion`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ identifiant, motDePasse, retour: "" }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  if (answer.status !== 303 || cookies.length === 0)
    throw new Error(`sign-in refused: ${answer.status}`);
  return cookies.join("; ");
}

export async function writeFlow(name: string, options: OptionsFlux): Promise<string> {
  const path = place(name);
  await ecrireFlux(path, options);
  return path;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export async function timed<Result>(
  run: () => Promise<Result>,
): Promise<{ readonly ms: number; readonly result: Result }> {
  const started = performance.now();
  const result = await run();
  return { ms: performance.now() - started, result };
}
