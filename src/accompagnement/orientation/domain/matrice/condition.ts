import type { ConditionMatrice } from "#commun/referentiel";
import type { SituationOrientation } from "./proposition.ts";

export type Predicat = (situation: SituationOrientation) => boolean;

/** What is unknown of a person makes no condition true. */
export function compilerCondition(condition: ConditionMatrice): Predicat {
  switch (condition.sur) {
    case "toutes": {
      const parties = condition.de.map(compilerCondition);
      return (situation) => parties.every((partie) => partie(situation));
    }
    case "une-de": {
      const parties = condition.de.map(compilerCondition);
      return (situation) => parties.some((partie) => partie(situation));
    }
    case "non": {
      const partie = compilerCondition(condition.de);
      return (situation) => !partie(situation);
    }
    case "age": {
      const min = condition.min ?? Number.NEGATIVE_INFINITY;
      const max = condition.max ?? Number.POSITIVE_INFINITY;
      return ({ age }) => age !== null && age >= min && age <= max;
    }
    case "enfants-a-charge":
      return ({ enfantsACharge }) => (enfantsACharge ?? 0) >= condition.min;
    case "capacite":
      return ({ capacites }) => reste(capacites[condition.type]) >= condition.resteAuMoins;
    default:
      return compilerAppartenance(condition);
  }
}

function compilerAppartenance(
  condition: Extract<
    ConditionMatrice,
    { sur: "reponse" | "situation-familiale" | "territoire" | "activite" | "deja-suivi" }
  >,
): Predicat {
  if (condition.sur === "reponse") {
    const { question } = condition;
    const parmi = new Set(condition.parmi);
    return ({ reponses }) => reponses[question]?.some((reponse) => parmi.has(reponse)) ?? false;
  }
  if (condition.sur === "deja-suivi") {
    const classes = new Set<string>(condition.classes);
    return ({ dejaSuivi }) => dejaSuivi !== null && classes.has(dejaSuivi);
  }
  const parmi = new Set(condition.parmi);
  const contient = (valeur: string | null) => valeur !== null && parmi.has(valeur);
  if (condition.sur === "territoire") return ({ territoire }) => contient(territoire);
  if (condition.sur === "activite") return ({ activite }) => contient(activite);
  return ({ situationFamiliale }) => contient(situationFamiliale);
}

/** No limit is always enough; nobody to serve the type is no place at all, not even zero. */
function reste(places: number | null | undefined): number {
  if (places === undefined) return -1;
  return places ?? Number.POSITIVE_INFINITY;
}
