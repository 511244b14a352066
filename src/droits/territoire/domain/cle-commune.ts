const ABREVIATIONS: Readonly<Record<string, string>> = {
  saint: "st",
  sainte: "ste",
  s: "sur",
  ss: "sous",
};
const ARTICLES: ReadonlySet<string> = new Set(["l", "le", "la", "les"]);
const CEDEX = / cedex(?: \d+)?$/u;
const ARRONDISSEMENT = /^(paris|lyon|marseille) \d{1,2} ?(?:e|er|eme)?(?: arrondissement)?$/u;

/**
 * One spelling for the many a commune receives: « L'Haÿ-les-Roses », `L HAY LES ROSES`, `HAY LES ROSES`;
 * « Saint-Riquier », `ST RIQUIER`; `AMIENS CEDEX 1`; `PARIS 11E ARRONDISSEMENT`.
 */
export function cleCommune(nom: string): string {
  const mots = nom
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim()
    .replace(CEDEX, "")
    .replace(ARRONDISSEMENT, "$1")
    .split(" ")
    .map((mot) => (Object.hasOwn(ABREVIATIONS, mot) ? (ABREVIATIONS[mot] ?? mot) : mot));
  const [premier] = mots;
  return (premier && mots.length > 1 && ARTICLES.has(premier) ? mots.slice(1) : mots).join(" ");
}
