import { jourValide, normaliser } from "./cles.ts";
import { examinerNir } from "./nir.ts";

/** What somebody typed in the search field, understood. */
export type Recherche =
  | { readonly genre: "vide" }
  | { readonly genre: "nir"; readonly nir13: string; readonly chiffres: string }
  | { readonly genre: "nir-faux" }
  | { readonly genre: "numero"; readonly chiffres: string }
  | { readonly genre: "mots"; readonly mots: readonly string[]; readonly naissance: string | null };

const SIX_MOTS = 6;
const CIVILITES = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle"]);

/** A NIR of 13 or 15 characters first, then a number, then words, among which a birth date may stand. */
export function lireRecherche(tape: string): Recherche {
  const serre = tape.replaceAll(/[\s.-]/g, "").toUpperCase();
  if (serre === "") return { genre: "vide" };
  if (ressembleAUnNir(serre)) {
    const examen = examinerNir(serre);
    if (examen.etat === "valide") return { genre: "nir", nir13: examen.nir13, chiffres: serre };
    // A matricule of the CAF also has fifteen digits: a wrong key only makes it one.
    if (examen.etat === "cle-fausse" && !/0{5}$/.test(serre)) return { genre: "nir-faux" };
  }
  if (/^\d+$/.test(serre) && !/^\d{1,2}[/.-]\d/.test(tape))
    return { genre: "numero", chiffres: serre.slice(0, 20) };
  return lireMots(tape);
}

/** Thirteen or fifteen characters that begin as a NIR does: what must stay out of addresses. */
export function ressembleAUnNir(tape: string): boolean {
  const serre = tape.replaceAll(/[\s.-]/g, "").toUpperCase();
  return /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/.test(serre);
}

function lireMots(tape: string): Recherche {
  let naissance: string | null = null;
  const reste = tape.replace(
    /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/,
    (tout, jour: string, mois: string, an: string) => {
      naissance = jourValide(`${an}-${mois.padStart(2, "0")}-${jour.padStart(2, "0")}`);
      return naissance ? " " : tout;
    },
  );
  const ecrits = normaliser(reste).toLowerCase().split(" ").filter(Boolean);
  const noms = ecrits.filter((mot) => !CIVILITES.has(mot));
  const mots = (noms.length === 0 ? ecrits : noms).slice(0, SIX_MOTS);
  return mots.length === 0 && naissance === null
    ? { genre: "vide" }
    : { genre: "mots", mots, naissance };
}

/** The same words, two or three neighbours written as one: « le febvre » for Lefebvre. */
export function accoles(mots: readonly string[]): readonly (readonly string[])[] {
  return [2, 3].flatMap((nombre) =>
    mots
      .slice(nombre - 1)
      .map((_, rang) => [
        ...mots.slice(0, rang),
        mots.slice(rang, rang + nombre).join(""),
        ...mots.slice(rang + nombre),
      ]),
  );
}
