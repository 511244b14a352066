import { type ConditionMatrice, codesCaf, libelle, type RegleMatrice } from "#commun/referentiel";
import { libellesClasse } from "#commun/structure";
import { libellesDominante } from "./libelles.ts";
import type { AVerifier } from "./verification/probleme.ts";

export type CadreDeLecture = Pick<AVerifier, "questions" | "types">;

/** Who decides reads « si » before it: « elle a de 16 à 25 ans, et une mission locale la suit déjà ». */
export function conditionEnMots(condition: ConditionMatrice, cadre: CadreDeLecture): string {
  return lire(condition, true, cadre, false);
}

/** What a rule looks at, as the beginning of a sentence. */
export function siEnMots(
  { si, siDominante }: Pick<RegleMatrice, "si" | "siDominante">,
  cadre: CadreDeLecture,
): string {
  const dite = conditionEnMots(si, cadre);
  const debut = dite.startsWith("il ") ? "S’" : "Si ";
  const grille = siDominante
    ?.map((dominante) => `« ${libellesDominante[dominante]} »`)
    .join(" ou ");
  return `${debut}${dite}${grille === undefined ? "" : `, quand la grille donne ${grille}`}`;
}

/** The contrary goes down to the plainest parts, where it has words of its own. */
function lire(
  condition: ConditionMatrice,
  vraie: boolean,
  cadre: CadreDeLecture,
  dedans: boolean,
): string {
  if (condition.sur === "non") return lire(condition.de, !vraie, cadre, dedans);
  if (condition.sur !== "toutes" && condition.sur !== "une-de") {
    return vraie ? affirmer(condition, cadre) : nier(condition, cadre);
  }
  const [seule, ...autres] = condition.de;
  if (seule !== undefined && autres.length === 0) return lire(seule, vraie, cadre, dedans);
  const mot = (condition.sur === "toutes") === vraie ? "et" : "ou";
  const dite = condition.de.map((partie) => lire(partie, vraie, cadre, true)).join(`, ${mot} `);
  return dedans ? `(${dite})` : dite;
}

type Simple = Exclude<ConditionMatrice, { sur: "toutes" | "une-de" | "non" }>;

function affirmer(condition: Simple, cadre: CadreDeLecture): string {
  switch (condition.sur) {
    case "age":
      return ageEnMots(condition);
    case "enfants-a-charge":
      return `elle a au moins ${condition.min} enfant${condition.min > 1 ? "s" : ""} à charge`;
    case "capacite":
      return condition.resteAuMoins === 0
        ? `une structure de son territoire sert « ${nomType(condition.type, cadre)} »`
        : `il reste au moins ${places(condition.resteAuMoins)} en « ${nomType(condition.type, cadre)} » sur son territoire`;
    case "reponse":
      return `à « ${nomQuestion(condition, cadre)} », elle a répondu ${parmi(reponses(condition, cadre))}`;
    case "situation-familiale":
      return `sa situation familiale est ${parmi(situations(condition))}`;
    case "activite":
      return `son activité est ${parmi(activites(condition))}`;
    case "territoire":
      return `elle habite le territoire ${parmi(condition.parmi)}`;
    case "deja-suivi":
      return `elle est déjà suivie par ${parmi(classes(condition))}`;
  }
}

function nier(condition: Simple, cadre: CadreDeLecture): string {
  switch (condition.sur) {
    case "age":
      return horsAge(condition);
    case "enfants-a-charge":
      return condition.min === 1
        ? "elle n’a pas d’enfant à charge"
        : `elle a moins de ${condition.min} enfants à charge`;
    case "capacite":
      return sansPlace(condition, cadre);
    case "reponse":
      return `à « ${nomQuestion(condition, cadre)} », elle n’a pas répondu ${parmi(reponses(condition, cadre))}`;
    case "situation-familiale":
      return `sa situation familiale n’est pas ${parmi(situations(condition))}`;
    case "activite":
      return `son activité n’est pas ${parmi(activites(condition))}`;
    case "territoire":
      return `elle n’habite pas le territoire ${parmi(condition.parmi)}`;
    case "deja-suivi":
      return `elle n’est pas déjà suivie par ${parmi(classes(condition))}`;
  }
}

type Condition<Sur extends Simple["sur"]> = Extract<Simple, { sur: Sur }>;

function ageEnMots({ min, max }: Condition<"age">): string {
  if (min === null) return max === null ? "son âge est connu" : `elle a ${max} ans ou moins`;
  return max === null ? `elle a ${min} ans ou plus` : `elle a de ${min} à ${max} ans`;
}

function horsAge({ min, max }: Condition<"age">): string {
  const parties = [
    ...(min === null ? [] : [`moins de ${min} ans`]),
    ...(max === null ? [] : [`plus de ${max} ans`]),
  ];
  const horsBornes = parties.length === 0 ? "" : `elle a ${parties.join(" ou ")} ou `;
  return `${horsBornes}son âge n’est pas connu`;
}

function sansPlace({ resteAuMoins, type }: Condition<"capacite">, cadre: CadreDeLecture): string {
  const nom = `« ${nomType(type, cadre)} »`;
  if (resteAuMoins === 0) return `aucune structure de son territoire ne sert ${nom}`;
  return resteAuMoins === 1
    ? `il ne reste aucune place en ${nom} sur son territoire`
    : `il reste moins de ${places(resteAuMoins)} en ${nom} sur son territoire`;
}

function places(nombre: number): string {
  return `${nombre} place${nombre > 1 ? "s" : ""}`;
}

/** « A », « B » ou « C » */
function parmi(noms: readonly string[]): string {
  const entre = noms.map((nom) => `« ${nom} »`);
  const debut = entre.slice(0, -1).join(", ");
  return debut === "" ? (entre[0] ?? "") : `${debut} ou ${entre.at(-1)}`;
}

function situations({ parmi: codes }: Condition<"situation-familiale">): readonly string[] {
  return codes.map((code) => libelle(codesCaf.situationFamiliale, code));
}

function activites({ parmi: codes }: Condition<"activite">): readonly string[] {
  return codes.map((code) => libelle(codesCaf.activite, code));
}

function classes({ classes: codes }: Condition<"deja-suivi">): readonly string[] {
  return codes.map((classe) => libellesClasse[classe]);
}

function nomQuestion({ question }: Condition<"reponse">, { questions }: CadreDeLecture): string {
  return questions.find(({ code }) => code === question)?.libelle ?? question;
}

function reponses(
  { question: code, parmi: donnees }: Condition<"reponse">,
  { questions }: CadreDeLecture,
): readonly string[] {
  const question = questions.find((une) => une.code === code);
  return donnees.map((une) => question?.reponses[une] ?? une);
}

function nomType(code: string, { types }: CadreDeLecture): string {
  return types.find((type) => type.code === code)?.libelle ?? code;
}
