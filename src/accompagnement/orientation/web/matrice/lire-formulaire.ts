import type { Matrice, RegleMatrice } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { AxeMatrice, PoidsReponse } from "../../domain/matrice/proposition.ts";
import { champs, lireIssue } from "./noms.ts";

type Texte = (nom: string) => string | undefined;

/** Gathers what cannot be read, to be said all at once. */
class Lecture {
  readonly problemes: Record<string, string> = {};
  readonly #texte: Texte;

  constructor(texte: Texte) {
    this.#texte = texte;
  }

  texte(nom: string): string {
    return this.#texte(nom)?.trim() ?? "";
  }

  /** What is absent from the form stays as it was. */
  entier(nom: string, sinon: number): number {
    const ecrit = this.#texte(nom)?.trim().replace("−", "-");
    if (ecrit === undefined) return sinon;
    if (/^[+-]?\d{1,3}$/u.test(ecrit)) return Number(ecrit);
    this.problemes[nom] = "Écrivez un nombre entier, par exemple 2 ou -1.";
    return sinon;
  }
}

/**
 * The matrix as the form says it: weights left empty go away, rules follow the ranks typed.
 * @throws DomainError `saisie.invalide`, by field
 */
export function lireMatrice(actuelle: Matrice, texte: Texte): Matrice {
  const lecture = new Lecture(texte);
  const lue: Matrice = {
    ...actuelle,
    poids: [...lirePoids(actuelle, lecture), ...lireNouveau(lecture)],
    niveaux: {
      emploi: lireSeuils(actuelle, lecture, "emploi"),
      social: lireSeuils(actuelle, lecture, "social"),
    },
    grille: actuelle.grille.map((cellule) => ({
      ...cellule,
      ...lireIssue(lecture.texte(champs.cellule(cellule))),
    })),
    avant: lireRegles(actuelle.avant, lecture),
    apres: lireRegles(actuelle.apres, lecture),
    sansReponse: lireIssue(lecture.texte(champs.sansReponse)) ?? actuelle.sansReponse,
  };
  if (Object.keys(lecture.problemes).length === 0) return lue;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: lecture.problemes,
  });
}

function lirePoids({ poids }: Matrice, lecture: Lecture): readonly PoidsReponse[] {
  return poids.flatMap((un) => {
    const nom = champs.poids(un);
    if (lecture.texte(nom) === "") return [];
    return [{ ...un, poids: lecture.entier(nom, un.poids) }];
  });
}

function lireNouveau(lecture: Lecture): readonly PoidsReponse[] {
  const [question, reponse] = lecture.texte(champs.nouvelle).split("|");
  const libelle = lecture.texte(champs.nouveauLibelle);
  const ecrit = lecture.texte(champs.nouveauPoids);
  if (!question && libelle === "" && ecrit === "") return [];
  if (!question || !reponse) {
    lecture.problemes[champs.nouvelle] = "Choisissez la réponse qui pèse.";
    return [];
  }
  if (libelle === "") {
    lecture.problemes[champs.nouveauLibelle] = "Écrivez comment ce poids se dit à la personne.";
  }
  const poids = lecture.entier(champs.nouveauPoids, 0);
  const axe = lecture.texte(champs.nouvelAxe) === "social" ? "social" : "emploi";
  return [{ question, reponse, axe, poids, libelle }];
}

function lireSeuils({ niveaux }: Matrice, lecture: Lecture, axe: AxeMatrice) {
  return niveaux[axe].map((niveau) => ({
    ...niveau,
    jusqua:
      niveau.jusqua === null ? null : lecture.entier(champs.seuil(axe, niveau.code), niveau.jusqua),
  }));
}

function lireRegles(regles: readonly RegleMatrice[], lecture: Lecture): readonly RegleMatrice[] {
  return regles
    .flatMap((regle, place) => {
      const nom = champs.rang(regle.code);
      if (lecture.texte(nom) === "") return [];
      const alors = lireIssue(lecture.texte(champs.alors(regle.code))) ?? regle.alors;
      return [{ rang: lecture.entier(nom, place + 1), regle: { ...regle, alors } }];
    })
    .toSorted((a, b) => a.rang - b.rang)
    .map(({ regle }) => regle);
}
