/** Upper case, without accents or punctuation, one space between words: « O'Brien-Évrard » → `O BRIEN EVRARD`. */
export function normaliser(texte: string | null): string {
  if (!texte) return "";
  if (/^[A-Z0-9]+(?: [A-Z0-9]+)*$/.test(texte)) return texte;
  return texte
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "OE")
    .replaceAll("æ", "ae")
    .replaceAll("Æ", "AE")
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, " ")
    .trim();
}

interface EtatCivil {
  readonly nom: string;
  readonly nomNaissance: string | null;
  readonly prenom: string;
  readonly dateNaissance: string | null;
}

/**
 * What makes two records the same human when the NIR is missing: birth name, first name, birth date.
 * Without a birth date there is no such key: two homonyms must stay two.
 */
export function cleIdentite(personne: EtatCivil): string | null {
  if (!personne.dateNaissance) return null;
  const nom = normaliser(personne.nomNaissance) || normaliser(personne.nom);
  const prenom = normaliser(personne.prenom);
  return nom && prenom ? `${nom}|${prenom}|${personne.dateNaissance}` : null;
}

/** Words by which an agent may look for the person, in lower case: both names once, then first names. */
export function cleRecherche(
  personne: EtatCivil & { readonly prenom2?: string | null; readonly prenom3?: string | null },
): string {
  const noms = new Set([normaliser(personne.nom), normaliser(personne.nomNaissance)]);
  const prenoms = [personne.prenom, personne.prenom2 ?? null, personne.prenom3 ?? null].map(
    normaliser,
  );
  return [...noms, ...prenoms].filter(Boolean).join(" ").toLowerCase();
}

/** Sorting key of the lists: name then first name, as a French index orders them. */
export function cleTri(personne: EtatCivil): string {
  return `${normaliser(personne.nom)} ${normaliser(personne.prenom)}`.toLowerCase();
}

/** A real day of the calendar written `YYYY-MM-DD`, else null. */
export function jourValide(recu: string | null): string | null {
  if (recu === null || !/^\d{4}-\d{2}-\d{2}$/.test(recu)) return null;
  const annee = Number(recu.slice(0, 4));
  const mois = Number(recu.slice(5, 7));
  const jour = Number(recu.slice(8));
  const valide =
    annee >= 1 && mois >= 1 && mois <= 12 && jour >= 1 && jour <= joursDuMois(annee, mois);
  return valide ? recu : null;
}

function joursDuMois(annee: number, mois: number): number {
  if (mois === 2) return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28;
  return mois === 4 || mois === 6 || mois === 9 || mois === 11 ? 30 : 31;
}

/** First day of the month of a date. */
export function debutDuMois(jour: string): string {
  return `${jour.slice(0, 7)}-01`;
}

/** The day before. */
export function veille(jour: string): string {
  return new Date(Date.parse(`${jour}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
