const LONGUEUR_MAXIMALE = 64;
/** A reference to be decoded, or a control character no base takes: the parser will say what it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NON_SIMPLE = /[\u0000-\u001f\u007f&]/;
const ouvertures = new Map<string, Buffer>();

/** Trimmed value of the first leaf of that name, without parsing; null when absent, empty or not plain. */
export function lireValeurBrute(octets: Buffer, balise: string): string | null {
  let ouverture = ouvertures.get(balise);
  if (ouverture === undefined) {
    ouverture = Buffer.from(`<${balise}>`);
    ouvertures.set(balise, ouverture);
  }
  const index = octets.indexOf(ouverture);
  if (index === -1) return null;
  const debut = index + ouverture.length;
  const fin = octets.subarray(debut, debut + LONGUEUR_MAXIMALE).indexOf(0x3c);
  if (fin === -1) return null;
  const valeur = octets.toString("latin1", debut, debut + fin).trim();
  return valeur === "" || NON_SIMPLE.test(valeur) ? null : valeur;
}

/** `052` and `52` are one département: INSEE codes have two characters at least (`02A` is `2A`, `001` is `01`). */
export const normaliserDepartement = (code: string): string =>
  code
    .trim()
    .replace(/^0+(?=.)/, "")
    .padStart(2, "0")
    .toUpperCase();
