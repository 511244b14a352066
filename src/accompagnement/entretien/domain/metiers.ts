import type { Choix } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

const sansAccent = (texte: string): string =>
  texte.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words to find, without accents: those of one letter say nothing. */
export function mots(texte: string): readonly string[] {
  return sansAccent(texte)
    .split(/[^a-z0-9]+/u)
    .filter((mot) => mot.length > 1)
    .slice(0, 6);
}

/** Whose name holds every word, or whose code begins so. */
export function chercherParmi(metiers: readonly Choix[], texte: string): readonly Choix[] {
  const cherches = mots(texte);
  if (cherches.length === 0) return [];
  return metiers.filter(({ code, libelle }) => {
    const connu = sansAccent(libelle);
    return (
      code.toLowerCase().startsWith(sansAccent(texte.trim())) ||
      cherches.every((mot) => connu.includes(mot))
    );
  });
}

/**
 * The directory as its publisher gives it: one line each, `code;libellé`, with or without a head.
 * @throws DomainError `metiers.illisible` with the first line that is not one
 */
export function lireFichierMetiers(texte: string): readonly Choix[] {
  const lignes = texte
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .map((ligne) => ligne.trim());
  return lignes.flatMap((ligne, rang) => {
    if (ligne === "") return [];
    const lue = /^"?([A-Na-n]\d{4})"?\s*[;,\t]\s*"?(.*?)"?$/u.exec(ligne);
    if (lue?.[1] && lue[2]) return [{ code: lue[1].toUpperCase(), libelle: lue[2].slice(0, 200) }];
    if (rang === 0) return [];
    throw new DomainError(
      "metiers.illisible",
      `La ligne ${rang + 1} n’est pas « code;libellé », par exemple « K1304;Services domestiques ».`,
    );
  });
}
