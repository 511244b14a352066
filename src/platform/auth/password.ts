import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { DomainError } from "../errors/domain-error.ts";
import { commonPasswords } from "./common-passwords.ts";

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const SALT_BYTES = 16;
export const MIN_PASSWORD_LENGTH = 12;
/** Longer is not safer, and hashing megabytes would be a way to tire the server. */
const MAX_PASSWORD_LENGTH = 256;

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

/** PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(clear: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const hash = await derive("argon2id", { ...COST, message: normalised(clear), nonce });
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
  return `$argon2id$v=19$${cost}$${base64(nonce)}$${base64(hash)}`;
}

/** Takes the same time whether the account exists or not: without a stored hash, one is computed for nothing. */
export async function verifyPassword(stored: string | null, clear: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored ?? "");
  const [, memory, passes, parallelism, salt = "", expected = ""] = parts ?? [];
  const wanted = Buffer.from(expected, "base64");
  const hash = await derive("argon2id", {
    memory: Number(memory ?? COST.memory),
    passes: Number(passes ?? COST.passes),
    parallelism: Number(parallelism ?? COST.parallelism),
    tagLength: wanted.length || COST.tagLength,
    message: normalised(clear.slice(0, MAX_PASSWORD_LENGTH)),
    nonce: parts ? Buffer.from(salt, "base64") : Buffer.alloc(SALT_BYTES),
  });
  return parts !== null && timingSafeEqual(hash, wanted);
}

/** ANSSI-PG-078 and CNIL délibération 2022-100: length first, and nothing everybody thinks of. */
export function refuseWeakPassword(clear: string, own: readonly string[]): void {
  const problem = weakness(clear, own);
  if (problem) {
    throw new DomainError("saisie.invalide", "Ce mot de passe ne peut pas être choisi.", {
      champs: { nouveau: problem },
    });
  }
}

function weakness(clear: string, own: readonly string[]): string | null {
  const plain = reduced(clear);
  if ([...clear].length < MIN_PASSWORD_LENGTH) {
    return `Choisissez au moins ${MIN_PASSWORD_LENGTH} caractères ; plusieurs mots sans lien se retiennent bien.`;
  }
  if (clear.length > MAX_PASSWORD_LENGTH)
    return `Choisissez au plus ${MAX_PASSWORD_LENGTH} caractères.`;
  if (new Set(plain).size < 5) return "Choisissez des caractères plus variés.";
  if (isCommon(plain))
    return "Ce mot de passe est parmi les plus courants : choisissez-en un autre.";
  if (own.some((word) => reduced(word).length >= 4 && plain.includes(reduced(word)))) {
    return "Le mot de passe ne doit pas contenir votre nom ni votre identifiant.";
  }
  return null;
}

/** A common word followed only by figures and signs is as common as the word. */
function isCommon(plain: string): boolean {
  const letters = plain.replaceAll(/[^a-z]/g, "");
  return commonPasswords.some(
    (word) => plain === word || letters === word || plain === word + word,
  );
}

function reduced(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function normalised(clear: string): Buffer {
  return Buffer.from(clear.normalize("NFKC"), "utf8");
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
