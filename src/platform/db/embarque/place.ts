import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, canReach } from "./account.ts";

/** Where root keeps what the server's account could not reach under a closed folder. */
export const CLOSED_PLACE = "/var/lib/jalon";

/** `struct sockaddr_un` holds 107 characters, of which PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.5432".length;

/**
 * The folder the server may use: the data folder itself, or, when its account cannot reach it,
 * another one whose address is kept in `data/emplacement` (removing `data` forgets it).
 */
export function serverPlace(dataFolder: string, account: Account | null): string {
  mkdirSync(dataFolder, { recursive: true });
  const folder = realpathSync(dataFolder);
  const pointer = join(folder, "emplacement");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  if (canReach(account, folder)) return folder;
  const elsewhere = join(CLOSED_PLACE, randomBytes(6).toString("hex"));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  writeFileSync(pointer, `${elsewhere}\n`);
  return elsewhere;
}

/** Only its owner enters: whoever can open the socket is trusted. */
export function socketFolder(place: string, account: Account | null): string {
  const inside = join(place, "socket");
  const folder =
    inside.length <= LONGEST_SOCKET_FOLDER
      ? inside
      : join(tmpdir(), `jalon-${createHash("sha256").update(place).digest("hex").slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  const { uid, mode } = statSync(folder);
  if (uid !== (account?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0) {
    throw new Error(`${folder} belongs to someone else, or is open to others`);
  }
  return folder;
}
