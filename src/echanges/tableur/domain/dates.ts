const MOIS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
] as const;

/** Day 0 of a spreadsheet that counts from 1900, its false 29 February 1900 included (ECMA-376, part 1, §18.17.4). */
const JOUR_ZERO = Date.UTC(1899, 11, 30);
const UN_JOUR = 86_400_000;
/** Serial numbers of 1954 to 2064: outside, a number is no date. */
const NUMEROS = { de: 20_000, a: 60_000 } as const;

/**
 * The day a cell says, as `YYYY-MM-DD`, or null: `2026-03-12`, `12/03/2026`, `12-03-26`, `12.03.2026`,
 * « 12 mars 2026 », « 12 janv. 2026 », or the number of days of a spreadsheet. The day comes before the month.
 */
export function lireJour(ecrit: string): string | null {
  const texte = ecrit.trim();
  if (/^\d{5}(?:\.\d+)?$/u.test(texte)) return jourNumerote(Number(texte));
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/u.exec(texte);
  if (iso) return jour(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const chiffres = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u.exec(texte);
  if (chiffres) return jour(annee(chiffres[3]), Number(chiffres[2]), Number(chiffres[1]));
  const lettres = /^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})$/u.exec(texte);
  return lettres ? jour(Number(lettres[3]), moisNomme(lettres[2] ?? ""), Number(lettres[1])) : null;
}

/** The month a cell says, as `YYYY-MM`, or null: `2026-10`, `10/2026`, « octobre 2026 », or any of its days. */
export function lireMois(ecrit: string): string | null {
  const texte = ecrit.trim();
  const annee = /^(\d{4})[-/](\d{1,2})$/u.exec(texte);
  const mois = /^(\d{1,2})[-/.](\d{4})$/u.exec(texte);
  const jour = annee
    ? `${annee[1]}-${(annee[2] ?? "").padStart(2, "0")}-01`
    : `01/${mois?.[1]}/${mois?.[2]}`;
  const lu = annee || mois ? lireJour(jour) : (lireJour(texte) ?? lireJour(`1 ${texte}`));
  return lu?.slice(0, 7) ?? null;
}

function jourNumerote(numero: number): string | null {
  if (numero < NUMEROS.de || numero > NUMEROS.a) return null;
  return new Date(JOUR_ZERO + Math.floor(numero) * UN_JOUR).toISOString().slice(0, 10);
}

/** Two figures: this century until 30, the last one after, as spreadsheets read them. */
function annee(ecrite = ""): number {
  const lue = Number(ecrite);
  if (ecrite.length === 4) return lue;
  return lue < 30 ? 2000 + lue : 1900 + lue;
}

/** 0, which is no month, when nothing begins so or several do. */
function moisNomme(nom: string): number {
  const sansAccent = nom
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
  const trouves = MOIS.filter((mois) => mois.startsWith(sansAccent));
  const [seul, ...autres] = trouves;
  return seul === undefined || autres.length > 0 || sansAccent.length < 3
    ? 0
    : MOIS.indexOf(seul) + 1;
}

function jour(an: number, mois: number, quantieme: number): string | null {
  const date = new Date(Date.UTC(an, mois - 1, quantieme));
  const existe =
    date.getUTCFullYear() === an &&
    date.getUTCMonth() === mois - 1 &&
    date.getUTCDate() === quantieme;
  return existe ? date.toISOString().slice(0, 10) : null;
}
