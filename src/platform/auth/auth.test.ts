import { createHmac, hkdfSync } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashPassword, refuseWeakPassword, verifyPassword } from "./password.ts";
import {
  afterFailure,
  blockedUntil,
  type Failures,
  perAccount,
  waitSeconds,
} from "./rate-limit.ts";
import { createSecrets, loadKey, openSecrets } from "./secrets.ts";
import { hashToken, newToken, readableSecret } from "./token.ts";
import { drawQr, newTotpSecret, totpCode, totpUri, verifyTotp } from "./totp.ts";

const secrets = createSecrets(Buffer.alloc(32, 7));

test("ce qui est chiffré se relit à l’identique, et deux chiffrements diffèrent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (clear) => {
      expect(secrets.decrypt(secrets.encrypt(clear))).toBe(clear);
      expect(secrets.encrypt(clear).equals(secrets.encrypt(clear))).toBe(false);
    }),
  );
});

test("un seul octet changé, ou une autre clé, et rien ne se relit", () => {
  const sealed = secrets.encrypt("1840559000000");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: sealed.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, by) => {
        const altered = Buffer.from(sealed);
        altered[at] = (altered[at] ?? 0) ^ by;
        expect(() => secrets.decrypt(altered)).toThrowError(
          expect.objectContaining({ code: "cle.illisible" }),
        );
      },
    ),
  );
  expect(() => createSecrets(Buffer.alloc(32, 8)).decrypt(sealed)).toThrowError(
    expect.objectContaining({ code: "cle.illisible" }),
  );
});

test("l’empreinte dépend de la clé et du texte seulement", () => {
  expect(secrets.digest("a")).toEqual(createSecrets(Buffer.alloc(32, 7)).digest("a"));
  expect(secrets.digest("a")).not.toEqual(createSecrets(Buffer.alloc(32, 8)).digest("a"));
  expect(secrets.digest("a")).not.toEqual(secrets.digest("b"));
});

test("l’empreinte est celle de HMAC-SHA-256, quel que soit le texte", () => {
  const key = hkdfSync("sha256", Buffer.alloc(32, 7), Buffer.alloc(0), "jalon empreinte v1", 32);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const expected = createHmac("sha256", Buffer.from(key)).update(text, "utf8").digest();
      expect(secrets.digest(text)).toEqual(expected);
    }),
  );
});

test("la clé naît une fois, lisible de son seul propriétaire, et l’environnement l’emporte", async () => {
  const dir = await mkdtemp(join(tmpdir(), "jalon-cle-"));
  try {
    const [first, second] = await Promise.all([
      loadKey(dir, undefined, { make: true }),
      loadKey(dir, "", { make: true }),
    ]);
    expect(second).toEqual(first);
    expect(await readdir(dir)).toEqual(["cle"]);
    expect((await stat(join(dir, "cle"))).mode & 0o777).toBe(0o600);
    const given = Buffer.alloc(32, 9);
    expect(await loadKey(dir, given.toString("base64"), { make: true })).toEqual(given);
    expect(await readFile(join(dir, "cle"), "utf8")).toBe(`${first?.toString("base64")}\n`);
    await expect(loadKey(dir, "trop-court", { make: true })).rejects.toMatchObject({
      code: "cle.invalide",
    });
  } finally {
    await rm(dir, { recursive: true });
  }
});

test("une instance n’accepte que la clé de ses données, et n’en fait pas une autre quand elle manque", async () => {
  const dir = await mkdtemp(join(tmpdir(), "jalon-cle-"));
  try {
    const sealed = (await openSecrets(null, dir, undefined)).encrypt("NIR");
    expect((await openSecrets(sealed, dir, undefined)).decrypt(sealed)).toBe("NIR");
    const key = (await readFile(join(dir, "cle"), "utf8")).trim();
    await rm(join(dir, "cle"));
    await expect(openSecrets(sealed, dir, undefined)).rejects.toMatchObject({
      code: "cle.absente",
    });
    expect(await readdir(dir)).toEqual([]);
    expect((await openSecrets(sealed, dir, key)).decrypt(sealed)).toBe("NIR");
    const other = Buffer.alloc(32, 9).toString("base64");
    await expect(openSecrets(sealed, dir, other)).rejects.toMatchObject({ code: "cle.autre" });
    expect(await openSecrets(null, dir, other)).toBeDefined();
  } finally {
    await rm(dir, { recursive: true });
  }
});

test("un mot de passe se vérifie, un autre non, un compte absent non plus", async () => {
  const stored = await hashPassword("cheval agrafe correcte");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, "cheval agrafe correcte")).toBe(true);
  expect(await verifyPassword(stored, "cheval agrafe correctE")).toBe(false);
  expect(await verifyPassword(null, "cheval agrafe correcte")).toBe(false);
  expect(await verifyPassword("n’importe quoi", "x")).toBe(false);
});

test.each([
  ["court", "11 caract.."],
  ["courant suivi de chiffres", "Azertyuiop123!"],
  ["courant avec accents", "Département2026"],
  ["doublé", "MotDePasseMotDePasse"],
  ["répétitif", "aaaaaaaaaaaaa"],
  ["contenant le nom", "le-chat-de-Martin-dort"],
  ["démesuré", "x1y2z3".repeat(60)],
])("un mot de passe %s est refusé", (_, clear) => {
  expect(() => refuseWeakPassword(clear, ["martin", "Léa"])).toThrowError(
    expect.objectContaining({ code: "saisie.invalide" }),
  );
});

test("une phrase de plusieurs mots est acceptée", () => {
  expect(() => refuseWeakPassword("velours brique tempête", ["martin", "Léa"])).not.toThrow();
});

test("le code du téléphone ouvre une fois, à trente secondes près", () => {
  const secret = newTotpSecret();
  const now = new Date("2026-11-22T09:00:10Z");
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const step = verifyTotp(secret, totpCode(secret, now), now, null);
  expect(step).not.toBeNull();
  expect(verifyTotp(secret, totpCode(secret, now), now, step)).toBeNull();
  expect(verifyTotp(secret, totpCode(secret, now), later(30), null)).toBe(step);
  expect(verifyTotp(secret, totpCode(secret, now), later(90), null)).toBeNull();
  expect(verifyTotp(secret, "abcdef", now, null)).toBeNull();
});

test("le code suit la RFC 6238 (annexe B, SHA-1, six derniers chiffres)", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(totpCode(secret, new Date(59_000))).toBe("287082");
  expect(totpCode(secret, new Date(1_111_111_109_000))).toBe("081804");
});

test("le dessin du QR est un chemin fermé dans son carré", () => {
  const qr = drawQr(totpUri(newTotpSecret(), "lea.martin", "Jalon Somme"));
  expect(qr.side).toBeGreaterThan(30);
  expect(qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
});

test("l’attente est nulle au début, double ensuite et reste bornée", () => {
  expect(waitSeconds(perAccount, 4)).toBe(0);
  expect([5, 6, 7].map((count) => waitSeconds(perAccount, count))).toEqual([2, 4, 8]);
  fc.assert(
    fc.property(fc.nat(10_000), (count) => {
      expect(waitSeconds(perAccount, count + 1)).toBeGreaterThanOrEqual(
        waitSeconds(perAccount, count),
      );
      expect(waitSeconds(perAccount, count)).toBeLessThanOrEqual(900);
    }),
  );
});

test("les échecs s’additionnent, bloquent un temps, puis s’oublient après un jour", () => {
  const now = new Date("2026-11-22T09:00:00Z");
  let failures: Failures | null = null;
  for (let count = 0; count < 6; count += 1) failures = afterFailure(perAccount, failures, now);
  expect(blockedUntil(perAccount, failures, now)).toEqual(new Date("2026-11-22T09:00:04Z"));
  expect(blockedUntil(perAccount, failures, new Date("2026-11-22T09:00:04Z"))).toBeNull();
  expect(afterFailure(perAccount, failures, new Date("2026-11-24T09:00:00Z")).count).toBe(1);
});

test("jetons et mots lisibles ne se répètent pas", () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken));
  expect(tokens.size).toBe(1000);
  expect([...tokens][0]).toHaveLength(43);
  expect(hashToken("a")).toHaveLength(32);
  expect(readableSecret(4)).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
});
