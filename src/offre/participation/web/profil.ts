import { codesCaf, libelle, listeDeBalise } from "#commun/referentiel";

export function situationEnMots(code: string | null): string | null {
  return code === null ? null : libelle(codesCaf.situationFamiliale, code);
}

const niveaux = listeDeBalise("NIVETU");

export function niveauEnMots(code: string | null): string | null {
  if (code === null || !niveaux) return null;
  // The lists of the CAF say « Niveau V : sorties de dernière année… »: the level is enough here.
  return libelle(niveaux, code).split(" : ")[0] ?? null;
}
