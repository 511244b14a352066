import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 bits, opaque. Only its hash is stored: reading the base does not open a session. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

/** No letter or digit that is mistaken for another when read aloud or copied by hand. */
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

/** `groups` groups of four readable characters: about 20 bits each. */
export function readableSecret(groups: number): string {
  const group = () =>
    Array.from({ length: 4 }, () => READABLE.charAt(randomInt(READABLE.length))).join("");
  return Array.from({ length: groups }, group).join("-");
}
