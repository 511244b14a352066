import { type ConditionMatrice, codesCaf, libelle } from "#commun/referentiel";
import { libellesClasse } from "#commun/structure";
import type { AVerifier } from "./verification/probleme.ts";

type Cadre = Pick<AVerifier, "questions" | "types">;

/** What a rule looks at, as it is read by who decides. */
export function conditionEnMots(condition: ConditionMatrice, cadre: Cadre): string {
  switch (condition.sur) {
    case "toutes":
      return condition.de.map((partie) => conditionEnMots(partie, cadre)).join(" ; et ");
    case "une-de":
      return condition.de.map((partie) => conditionEnMots(partie, cadre)).join(" ; ou ");
    case "non":
      return contraireEnMots(condition.de, cadre);
    case "age":
      return ageEnMots(condition);
    case "enfants-a-charge":
      return `au moins ${condition.min} enfant${condition.min > 1 ? "s" : ""} à charge`;
    case "capacite":
      return `il reste au moins ${condition.resteAuMoins} place${condition.resteAuMoins > 1 ? "s" : ""} en « ${nomType(condition.type, cadre)} » sur son territoire`;
    case "reponse":
      return reponseEnMots(condition, cadre);
    case "situation-familiale":
      return `situation familiale : ${parmi(condition.parmi, (code) => libelle(codesCaf.situationFamiliale, code))}`;
    case "activite":
      return `activité : ${parmi(condition.parmi, (code) => libelle(codesCaf.activite, code))}`;
    case "territoire":
      return `territoire : ${parmi(condition.parmi, (nom) => nom)}`;
    case "deja-suivi":
      return `déjà suivie par : ${parmi(condition.classes, (classe) => libellesClasse[classe])}`;
  }
}

function contraireEnMots(condition: ConditionMatrice, cadre: Cadre): string {
  if (condition.sur !== "capacite") {
    return `le contraire de : ${conditionEnMots(condition, cadre)}`;
  }
  const { resteAuMoins, type } = condition;
  const reste = resteAuMoins === 1 ? "aucune place" : `moins de ${resteAuMoins} places`;
  const verbe = resteAuMoins === 1 ? "il ne reste" : "il reste";
  return `${verbe} ${reste} en « ${nomType(type, cadre)} » sur son territoire`;
}

function parmi<Code>(codes: readonly Code[], nom: (code: Code) => string): string {
  return codes.map(nom).join(", ");
}

function ageEnMots({ min, max }: Extract<ConditionMatrice, { sur: "age" }>): string {
  if (min === null) return max === null ? "âge connu" : `${max} ans ou moins`;
  return max === null ? `${min} ans ou plus` : `de ${min} à ${max} ans`;
}

function reponseEnMots(
  { question: code, parmi: reponses }: Extract<ConditionMatrice, { sur: "reponse" }>,
  { questions }: Cadre,
): string {
  const question = questions.find((une) => une.code === code);
  return `« ${question?.libelle ?? code} » : ${parmi(reponses, (une) => question?.reponses[une] ?? une)}`;
}

function nomType(code: string, { types }: Cadre): string {
  return types.find((type) => type.code === code)?.libelle ?? code;
}
