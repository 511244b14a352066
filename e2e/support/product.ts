import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const START_MS = 300_000;
const STOP_MS = 30_000;
const bin = join(process.cwd(), "bin", "jalon");

export interface Product {
  readonly origin: string;
  /** Runs a command of the command line on the same data. */
  command(...args: readonly string[]): Promise<string>;
  /** The same data, served as if it were so much later. */
  later(milliseconds: number): Promise<Product>;
  stop(): Promise<void>;
}

/** The built product on an empty folder: it makes its demonstration, then serves it on a free port. */
export function startProduct(dataFolder: string): Promise<Product> {
  return serve({ ...process.env, JALON_DATA: dataFolder, PORT: "0" });
}

async function serve(env: NodeJS.ProcessEnv): Promise<Product> {
  const child = spawn(process.execPath, [bin, "servir"], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  process.once("exit", () => child.kill("SIGTERM"));
  const lines: string[] = [];
  const origin = await addressOf(child, lines);
  return {
    origin,
    command: (...args) => runCommand(env, args),
    later: (milliseconds) => serve({ ...env, NODE_OPTIONS: clockAhead(milliseconds) }),
    stop: () => stopProcess(child),
  };
}

/** A day of work is played whatever the day of the run: each process of the product reads the hour from this clock. */
function clockAhead(milliseconds: number): string {
  const clock = `globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length === 0 ? [Date.now()] : given)); }
    static now() { return super.now() + ${milliseconds}; }
  };`;
  return `--import=data:text/javascript,${encodeURIComponent(clock)}`;
}

function addressOf(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => reject(new Error(`${reason}\n${lines.join("\n")}`));
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      refuse("Jalon n’a pas ouvert en cinq minutes.");
    }, START_MS);
    child.once("exit", () => refuse("Jalon s’est arrêté avant d’ouvrir."));
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on("line", (line) => {
      lines.push(line);
      const origin = /Jalon est ouvert : (\S+)/.exec(line)?.[1];
      if (origin === undefined) return;
      clearTimeout(late);
      resolve(origin);
    });
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    child.once("exit", () => {
      clearTimeout(late);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

function runCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const out: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => out.push(data));
  child.stderr.on("data", (data: Buffer) => out.push(data));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const text = Buffer.concat(out).toString("utf8");
      if (code === 0) resolve(text);
      else reject(new Error(`jalon ${args.join(" ")} : code ${code}\n${text}`));
    });
  });
}
