import type { ReponsesDiagnostic } from "#accompagnement/diagnostic";
import type { AxeMatrice, PoidsReponse } from "./proposition.ts";

interface Pesee {
  readonly contributions: readonly PoidsReponse[];
  readonly scores: Readonly<Record<AxeMatrice, number>>;
}

/** Each weight counts once, in the order of the matrix: the order of the answers changes nothing. */
export function compilerPoids(
  poids: readonly PoidsReponse[],
): (reponses: ReponsesDiagnostic) => Pesee {
  const parQuestion = [...Map.groupBy(poids, ({ question }) => question)];
  return (reponses) => {
    const contributions: PoidsReponse[] = [];
    for (const [question, lignes] of parQuestion) {
      const donnees = reponses[question];
      if (donnees !== undefined) retenir(lignes, donnees, contributions);
    }
    return { contributions, scores: additionner(contributions) };
  };
}

function retenir(
  lignes: readonly PoidsReponse[],
  donnees: readonly string[],
  contributions: PoidsReponse[],
): void {
  for (const ligne of lignes) {
    if (donnees.includes(ligne.reponse)) contributions.push(ligne);
  }
}

function additionner(contributions: readonly PoidsReponse[]): Pesee["scores"] {
  let emploi = 0;
  let social = 0;
  for (const { axe, poids } of contributions) {
    if (axe === "emploi") emploi += poids;
    else social += poids;
  }
  return { emploi, social };
}
