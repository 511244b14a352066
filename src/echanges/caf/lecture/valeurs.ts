import { DomainError } from "#platform/errors/domain-error.ts";
import type { Bloc } from "./bloc.ts";

export const enfant = (bloc: Bloc | null, nom: string): Bloc | null =>
  bloc?.blocs.find((candidat) => candidat.nom === nom) ?? null;

export const enfants = (bloc: Bloc | null, nom: string): readonly Bloc[] =>
  bloc?.blocs.filter((candidat) => candidat.nom === nom) ?? [];

export function chemin(bloc: Bloc | null, ...noms: readonly string[]): Bloc | null {
  let courant = bloc;
  for (const nom of noms) courant = enfant(courant, nom);
  return courant;
}

/** Values are padded (`"CG "`): trimmed, and null when nothing is left. */
export function valeur(bloc: Bloc | null, balise: string): string | null {
  const texte = enfant(bloc, balise)?.texte.trim();
  return texte === undefined || texte === "" ? null : texte;
}

export const valeurs = (bloc: Bloc | null, balise: string): readonly string[] =>
  enfants(bloc, balise)
    .map(({ texte }) => texte.trim())
    .filter((texte) => texte !== "");

const VRAIS = new Set(["1", "true", "O", "o"]);
const FAUX = new Set(["0", "false", "N", "n"]);

export function booleen(bloc: Bloc | null, balise: string): boolean | null {
  const texte = valeur(bloc, balise);
  if (texte === null) return null;
  if (VRAIS.has(texte)) return true;
  if (FAUX.has(texte)) return false;
  throw valeurIllisible(balise, texte, "0 ou 1");
}

export function entier(bloc: Bloc | null, balise: string): number | null {
  const texte = valeur(bloc, balise);
  if (texte === null) return null;
  if (!/^\d{1,12}$/.test(texte)) throw valeurIllisible(balise, texte, "un nombre entier");
  return Number(texte);
}

export function centimes(bloc: Bloc | null, balise: string): number | null {
  const texte = valeur(bloc, balise);
  return texte === null ? null : lireCentimes(texte, balise);
}

/** `0001675.00` → 167500, on digits alone: a float never appears. */
export function lireCentimes(texte: string, balise: string): number {
  const morceaux = /^([+-]?)(\d{1,13})(?:[.,](\d{1,2})0*)?$/.exec(texte);
  if (morceaux === null) throw valeurIllisible(balise, texte, "un montant en euros");
  const [, signe, euros = "0", decimales = ""] = morceaux;
  const total = Number(euros) * 100 + Number(decimales.padEnd(2, "0"));
  return signe === "-" && total !== 0 ? -total : total;
}

const valeurIllisible = (balise: string, texte: string, attendu: string): DomainError =>
  new DomainError(
    "enregistrement.illisible",
    `La balise ${balise} contient « ${texte.slice(0, 40)} » au lieu d’${attendu.startsWith("un") ? attendu : `une valeur ${attendu}`}.`,
    { balise },
  );
