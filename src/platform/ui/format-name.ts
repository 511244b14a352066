/** Nobility particles, lower case inside a French name: « de La Tour d’Auvergne ». */
const lowerParticles = new Set(["de", "du", "des", "d"]);
/** Lower only after « Van » or « Von »: « Van den Berghe ». */
const flemishParticles = new Set(["den", "der", "de", "ten", "ter"]);

/**
 * A person's name in its right case. The CAF sends capitals without accents; a name already in mixed case was
 * typed by somebody and is kept. `order`: spoken « Jean-Pierre Martin », or « Martin Jean-Pierre » in sorted lists.
 */
export function formatName(
  nom: string | null | undefined,
  prenom: string | null | undefined,
  order: "spoken" | "list" = "spoken",
): string {
  const family = formatFamilyName(nom ?? "");
  const given = formatGivenName(prenom ?? "");
  return (order === "spoken" ? [given, family] : [family, given]).filter(Boolean).join(" ");
}

export function formatFamilyName(nom: string): string {
  const clean = tidy(nom);
  if (!isOneCase(clean)) return clean;
  const words = clean.toLowerCase().split(" ");
  return words.map((word, index) => familyWord(word, words[index - 1])).join(" ");
}

export function formatGivenName(prenom: string): string {
  const clean = tidy(prenom);
  return isOneCase(clean) ? clean.toLowerCase().split(" ").map(capitalizeParts).join(" ") : clean;
}

function familyWord(word: string, previous: string | undefined): string {
  if (flemishParticles.has(word) && (previous === "van" || previous === "von")) return word;
  if (lowerParticles.has(word)) return word;
  const elided = /^d’(.+)$/.exec(word);
  if (elided) return `d’${capitalizeParts(elided[1] ?? "")}`;
  return capitalizeParts(word);
}

/** Capital at the beginning and after a hyphen or an apostrophe: Saint-Just, N’Diaye, O’Brien. */
function capitalizeParts(word: string): string {
  return word.replace(
    /(^|[-’])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/['`´]/g, "’")
    .replace(/\s*([-’])\s*/g, "$1");
}

function isOneCase(text: string): boolean {
  return text === text.toUpperCase() || text === text.toLowerCase();
}
