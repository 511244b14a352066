import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { access, link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "../errors/domain-error.ts";
import type { Secrets } from "../usecase/define-use-case.ts";

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed: a later algorithm takes the next number and still reads this one. */
const VERSION = 1;

/** Sealed: version (1) · IV (12) · tag (16) · AES-256-GCM text. Two keys are derived, so that a digest never helps to decrypt. */
export function createSecrets(key: Buffer): Secrets {
  if (key.length !== KEY_BYTES)
    throw new DomainError("cle.invalide", "La clé doit faire 32 octets.");
  const sealing = derive(key, "jalon chiffrement v1");
  const digest = hmac(derive(key, "jalon empreinte v1").export());
  const header = Buffer.from([VERSION]);
  const nonces = new Nonces();
  return {
    encrypt(clear) {
      const iv = nonces.next();
      const cipher = createCipheriv("aes-256-gcm", sealing, iv);
      cipher.setAAD(header);
      const body = Buffer.concat([cipher.update(clear, "utf8"), cipher.final()]);
      return Buffer.concat([header, iv, cipher.getAuthTag(), body]);
    },
    decrypt(sealed) {
      if (sealed[0] !== VERSION) throw unreadable();
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealing, iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(header);
        decipher.setAuthTag(tag);
        const body = sealed.subarray(1 + IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    digest,
  };
}

const BLOCK = 64;

/**
 * HMAC-SHA-256 (RFC 2104) by two hashes asked for at once. An `Hmac` is an object of the library behind, one for each
 * person of a first import, and collecting them took longer than hashing: 0.7 s of processor for 29 000.
 */
function hmac(key: Buffer): (clear: string) => Buffer {
  const padded = (pad: number) => Buffer.alloc(BLOCK, pad).map((byte, at) => byte ^ (key[at] ?? 0));
  const [inner, outer] = [padded(0x36), padded(0x5c)];
  const sha256 = (start: Uint8Array, end: Buffer) =>
    hash("sha256", Buffer.concat([start, end]), "buffer");
  return (clear) => sha256(outer, sha256(inner, Buffer.from(clear, "utf8")));
}

const NONCES_AT_ONCE = 512;

/** Random numbers drawn many at a time, each given once: drawing one costs as much as sealing with it. */
class Nonces {
  #drawn = Buffer.alloc(0);
  #place = 0;

  next(): Buffer {
    if (this.#place === this.#drawn.length) {
      this.#drawn = randomBytes(NONCES_AT_ONCE * IV_BYTES);
      this.#place = 0;
    }
    this.#place += IV_BYTES;
    return this.#drawn.subarray(this.#place - IV_BYTES, this.#place);
  }
}

/** A key object: given as bytes, the key would be set up again at each call, four times slower (28 against 8 µs). */
function derive(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), purpose, KEY_BYTES)));
}

function unreadable(cause?: unknown): Error {
  const error = new DomainError(
    "cle.illisible",
    "Une donnée chiffrée ne peut pas être lue : la clé de l’instance n’est pas celle qui l’a chiffrée.",
  );
  error.cause = cause;
  return error;
}

/**
 * The secrets of an instance, by the key that sealed its data: with another nothing would be read any more, and nobody
 * recognised by their NIR. `sealed`: anything the instance holds sealed, null where it holds nothing yet.
 * @throws DomainError `cle.absente`, `cle.autre`, `cle.invalide`
 */
export async function openSecrets(
  sealed: Buffer | null,
  dataDir: string,
  fromEnvironment: string | undefined,
): Promise<Secrets> {
  const key = await loadKey(dataDir, fromEnvironment, { make: sealed === null });
  const secrets = createSecrets(key);
  try {
    if (sealed) secrets.decrypt(sealed);
    return secrets;
  } catch (cause) {
    const error = new DomainError(
      "cle.autre",
      `La clé de cette instance n’est pas celle avec laquelle ses données ont été écrites : les NIR ne se liraient plus. Remettez la clé d’origine (JALON_CLE, ou le fichier « cle » de ${dataDir}), puis relancez.`,
    );
    error.cause = cause;
    throw error;
  }
}

/**
 * The key of the instance: `JALON_CLE` (32 bytes in base64) when given, else the file `cle` of the data folder,
 * made at the first start and readable by its owner only.
 */
export async function loadKey(
  dataDir: string,
  fromEnvironment: string | undefined,
  { make }: { readonly make: boolean },
): Promise<Buffer> {
  if (fromEnvironment) return decodeKey(fromEnvironment, "JALON_CLE");
  const path = join(dataDir, "cle");
  if (await exists(path)) return decodeKey(await readFile(path, "utf8"), path);
  if (!make) {
    throw new DomainError(
      "cle.absente",
      `La clé de cette instance manque. Remettez le fichier « cle » d’origine dans ${dataDir}, ou donnez-la par JALON_CLE, puis relancez : sans elle, les NIR ne se lisent plus.`,
    );
  }
  await mkdir(dataDir, { recursive: true });
  const made = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(made, "wx", 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString("base64")}\n`);
    await file.sync();
    // A link never replaces what exists: of two first starts, one key wins and both read it.
    await link(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await file.close();
    await unlink(made);
  }
  return decodeKey(await readFile(path, "utf8"), path);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function decodeKey(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length === KEY_BYTES) return key;
  throw new DomainError(
    "cle.invalide",
    `La clé de ${where} doit être de 32 octets écrits en base64 (par exemple « openssl rand -base64 32 »).`,
  );
}
