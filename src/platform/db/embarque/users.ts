import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One process may open a base several times. */
let openings = 0;

/**
 * Who uses one embedded server. A process writes its file before it looks whether the server is
 * being stopped; the one that stops announces it before it looks whether anyone is left: whatever
 * the order, one of the two sees the other.
 */
export class Users {
  readonly #folder: string;
  readonly #mine: string;
  readonly #stopping: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "utilisateurs");
    mkdirSync(this.#folder, { recursive: true });
    openings += 1;
    this.#mine = join(this.#folder, `${process.pid}-${openings}`);
    this.#stopping = `${this.#mine}.arret`;
  }

  register(): void {
    writeFileSync(this.#mine, startOf(process.pid));
  }

  /** Leaves, and says whether the server must be stopped: nobody else is there. */
  leave(): boolean {
    rmSync(this.#mine, { force: true });
    writeFileSync(this.#stopping, startOf(process.pid));
    if (this.#alive((name) => !name.endsWith(".arret"))) {
      this.stopped();
      return false;
    }
    return true;
  }

  stopped(): void {
    rmSync(this.#stopping, { force: true });
  }

  isBeingStopped(): boolean {
    return this.#alive((name) => name.endsWith(".arret"));
  }

  #alive(wanted: (name: string) => boolean): boolean {
    return readdirSync(this.#folder)
      .filter(wanted)
      .some((name) => {
        const file = join(this.#folder, name);
        const alive = isSameProcess(Number.parseInt(name, 10), read(file));
        if (!alive) rmSync(file, { force: true });
        return alive;
      });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isSameProcess(pid: number, start: string | null): boolean {
  return start !== null && isAlive(pid) && startOf(pid) === start;
}

/** Numbers of processes come back; with the moment of their start they do not. Linux only. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? "?" : (stat.slice(stat.lastIndexOf(")")).split(" ")[20] ?? "?");
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
