import { codesCaf, libelle, listeDeBalise } from "#commun/referentiel";

export function situationEnMots(code: string | null): string | null {
  return code === null ? null : libelle(codesCaf.situationFamiliale, code);
}

const niveaux = listeDeBalise("NIVETU");

export function niveauEnMots(code: string | null): string | null {
  return code === null || !niveaux ? null : libelle(niveaux, code);
}
