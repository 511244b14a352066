import { type Dominante, dominantes, type Matrice, type RegleMatrice } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { codeDeRegle, type PlaceRegle } from "../../domain/matrice/regles.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Lecture, lireCondition } from "./condition-saisie.ts";
import { fermerCondition } from "./fermer-condition.ts";
import { lireIssue } from "./noms.ts";

export interface RegleLue {
  readonly regle: RegleMatrice;
  readonly place: PlaceRegle;
}

/**
 * The rule as the form says it; `code` is the one of the rule that is changed.
 * @throws DomainError `saisie.invalide`, by field
 */
export function lireRegle(
  lecture: Lecture,
  matrice: Matrice,
  catalogue: Catalogue,
  code: string | null,
): RegleLue {
  const problemes: Record<string, string> = {};
  const si = fermerCondition(lireCondition(lecture), catalogue, problemes);
  const alors = lireIssue(lecture.text("alors"));
  if (alors === null) problemes["alors"] = "Choisissez ce que la règle décide.";
  const place = lirePlace(lecture.text("place"));
  if (place === null) problemes["place"] = "Choisissez quand la règle s’applique.";
  const libelle = lireLibelle(lecture, matrice, code, problemes);
  const texte = lecture.text("texte").trim();
  if (texte === "") problemes["texte"] = "Écrivez d’où vient la règle : texte, avis, décision.";
  if (si === null || alors === null || place === null || Object.keys(problemes).length > 0) {
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
      champs: problemes,
    });
  }
  const regle = {
    code: code ?? codeDeRegle(matrice, libelle),
    libelle,
    si,
    siDominante: place.moment === "avant" ? null : lireDominantes(lecture),
    alors,
    texte,
  };
  return { regle, place };
}

function lireLibelle(
  lecture: Lecture,
  { avant, apres }: Matrice,
  code: string | null,
  problemes: Record<string, string>,
): string {
  const libelle = lecture.text("libelle").trim();
  if (libelle === "") problemes["libelle"] = "Écrivez comment la règle se dit à la personne.";
  const autre = [...avant, ...apres].find((une) => une.libelle === libelle && une.code !== code);
  if (autre) {
    problemes["libelle"] = "Une autre règle se dit déjà ainsi : écrivez ce qui les distingue.";
  }
  return libelle;
}

export function ecrirePlace({ moment, rang }: PlaceRegle): string {
  return `${moment}:${rang}`;
}

export function lirePlace(texte: string): PlaceRegle | null {
  const lue = /^(avant|apres):(\d{1,3})$/u.exec(texte);
  if (lue === null) return null;
  return { moment: lue[1] === "apres" ? "apres" : "avant", rang: Number(lue[2]) };
}

/** All of them is as many words for none. */
export function lireDominantes(lecture: Lecture): readonly Dominante[] | null {
  const choisies = dominantes.filter((une) => lecture.all("si-dominante").includes(une));
  return choisies.length === 0 || choisies.length === dominantes.length ? null : choisies;
}
