import { Secret, TOTP } from "otpauth";
import { create } from "qrcode";

/** RFC 6238 with the values every application understands: SHA-1, six digits, thirty seconds. */
const PERIOD = 30;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function totpUri(secret: string, account: string, issuer: string): string {
  return totp(secret, account, issuer).toString();
}

/**
 * The step a code belongs to, one before or after now at most; null when it is wrong or already used.
 * The caller keeps the step, so that a code read over a shoulder does not serve twice (RFC 6238 §5.2).
 */
export function verifyTotp(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret, "", "").validate({ token, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** The code of an instant: what the person's telephone shows. */
export function totpCode(secret: string, now: Date): string {
  return totp(secret, "", "").generate({ timestamp: now.getTime() });
}

export interface QrDrawing {
  /** Side in modules, quiet zone of four included (ISO/IEC 18004). */
  readonly side: number;
  /** SVG path of the dark modules. */
  readonly path: string;
}

export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) dark.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { side: modules.size + 2 * quiet, path: dark.join("") };
}

function totp(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD,
  });
}
