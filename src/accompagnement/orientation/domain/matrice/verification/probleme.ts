import type { Matrice, QuestionDiagnostic, TypeOrientation } from "#commun/referentiel";

/** What forbids a matrix to be used, and the case that shows it. */
export interface ProblemeMatrice {
  readonly code:
    | "double"
    | "inconnu"
    | "niveaux"
    | "trou"
    | "recouvrement"
    | "cellule-inatteignable"
    | "regle-inatteignable"
    | "sans-type";
  readonly probleme: string;
  readonly cas: string;
}

export interface AVerifier {
  readonly matrice: Matrice;
  readonly questions: readonly QuestionDiagnostic[];
  readonly types: readonly TypeOrientation[];
}

/** Answers as the diagnosis words them. */
export function dire(
  reponses: Readonly<Record<string, readonly string[]>>,
  questions: readonly QuestionDiagnostic[],
): readonly string[] {
  return Object.entries(reponses).map(([code, donnees]) => {
    const question = questions.find((une) => une.code === code);
    const libelles = donnees.map((reponse) => question?.reponses[reponse] ?? reponse);
    return `« ${question?.libelle ?? code} » : ${libelles.join(", ")}`;
  });
}
