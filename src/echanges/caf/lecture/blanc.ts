const BLANCS = new Set([0x20, 0x09, 0x0a, 0x0d, 0x00, 0x1a]);

/** Whether bytes say nothing: spaces, end-of-file marks of old systems, comments. */
export function estBlanc(octets: Buffer): boolean {
  let i = 0;
  while (i < octets.length) {
    if (BLANCS.has(octets[i] ?? 0)) {
      i += 1;
      continue;
    }
    if (!octets.subarray(i, i + 4).equals(COMMENTAIRE)) return false;
    const fin = octets.indexOf("-->", i + 4);
    if (fin === -1) return false;
    i = fin + 3;
  }
  return true;
}

const COMMENTAIRE = Buffer.from("<!--");
