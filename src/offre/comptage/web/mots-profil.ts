import { type ClasseOrganisme, codesCaf, libelle } from "#commun/referentiel";
import { libellesClasse } from "#commun/structure";
import type { DimensionProfil } from "#offre/participation";

export const titresProfil: Readonly<Record<DimensionProfil, string>> = {
  sexe: "Sexe",
  age: "Âge à l’entrée",
  famille: "Situation familiale",
  niveau: "Niveau de formation",
  activite: "Situation au regard de l’emploi",
  prescripteur: "Structures qui ont orienté",
};

const tranches: Readonly<Record<string, string>> = {
  "00-24": "Moins de 25 ans",
  "25-29": "25 à 29 ans",
  "30-39": "30 à 39 ans",
  "40-49": "40 à 49 ans",
  "50-plus": "50 ans et plus",
};

const NON_RENSEIGNE = "Non renseigné";

const mots: Readonly<Record<DimensionProfil, (valeur: string) => string>> = {
  sexe: (valeur) => ({ "1": "Hommes", "2": "Femmes" })[valeur] ?? valeur,
  age: (valeur) => tranches[valeur] ?? valeur,
  famille: (valeur) => libelle(codesCaf.situationFamiliale, valeur),
  niveau: (valeur) => libelle(codesCaf.niveauEtude, valeur).split(" : ")[0] ?? valeur,
  activite: (valeur) => libelle(codesCaf.activite, valeur),
  prescripteur: (valeur) => libellesClasse[valeur as ClasseOrganisme] ?? valeur,
};

/** A value of a profile as people write it. */
export const motDuProfil = (dimension: DimensionProfil, valeur: string): string =>
  valeur === "" ? NON_RENSEIGNE : mots[dimension](valeur);
