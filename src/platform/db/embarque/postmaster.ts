import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./users.ts";

/** What `postmaster.pid` says of a server that runs on this data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: string;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** The running server, or null. A file left by a machine that stopped, whose number someone else took, is removed. */
export function findPostmaster(pgData: string): Postmaster | null {
  const file = join(pgData, "postmaster.pid");
  const lines = readLines(file);
  if (lines === null) return null;
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid) || !isAlive(pid)) return null;
  if (!isPostgres(pid)) {
    rmSync(file, { force: true });
    return null;
  }
  return {
    pid,
    port: lines[3] ?? "",
    socketFolder: lines[4] ?? "",
    ready: lines[7]?.trim() === "ready",
  };
}

function isPostgres(pid: number): boolean {
  if (process.platform !== "linux") return true;
  const command = readLines(`/proc/${pid}/cmdline`)?.[0] ?? "";
  return command.split("\0")[0]?.endsWith("postgres") === true || command.startsWith("postgres:");
}

function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
}
