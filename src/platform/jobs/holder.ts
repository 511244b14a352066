import { hostname } from "node:os";

/** The process that holds a long piece of work; another one of the same machine can see whether it lives. */
export interface Holder {
  readonly host: string;
  readonly pid: number;
}

/** Work put down for whoever takes it first: no process has this number. */
export const NOBODY = 0;

export function currentHolder(): Holder {
  return { host: hostname(), pid: process.pid };
}

export function isAlive(pid: number): boolean {
  // Zero and below are groups of processes, not one of them.
  if (pid <= NOBODY) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
