import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ["postgres", "nobody"];

/** The account the server must run under; null when ours will do. */
export function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const candidate of CANDIDATES) {
    const fields = lines.find((line) => line.startsWith(`${candidate}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("no account named postgres or nobody in /etc/passwd");
}

/** Asked of the system itself, as that account: modes, groups and mounts are its business. */
export function canReach(account: Account | null, path: string): boolean {
  if (account === null) return true;
  const { status } = spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", path], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}
