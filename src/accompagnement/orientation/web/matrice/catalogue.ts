import {
  type ClasseOrganisme,
  classesOrganisme,
  codesCaf,
  type QuestionDiagnostic,
  type TypeOrientation,
} from "#commun/referentiel";
import { libellesClasse } from "#commun/structure";
import type { Option } from "#platform/ui/components/choices.tsx";
import { typesFeuilles } from "../../domain/matrice/types-feuilles.ts";

/** What the conditions of a rule may be made of. */
export interface Catalogue {
  readonly questions: readonly QuestionDiagnostic[];
  readonly types: readonly TypeOrientation[];
  readonly territoires: readonly string[];
}

const REPONSE = "reponse|";

/** A group may hold conditions and groups; its contrary is one more way to put them together. */
export const groupes: readonly Option[] = [
  { value: "toutes", label: "toutes" },
  { value: "une-de", label: "au moins une" },
  { value: "aucune", label: "aucune" },
  { value: "pas-toutes", label: "pas toutes à la fois" },
];

export function estGroupe(sur: string): boolean {
  return groupes.some(({ value }) => value === sur);
}

const simples: readonly Option[] = [
  { value: "age", label: "Âge" },
  { value: "situation-familiale", label: "Situation familiale" },
  { value: "enfants-a-charge", label: "Enfants à charge" },
  { value: "territoire", label: "Territoire" },
  { value: "deja-suivi", label: "Déjà suivie par" },
  { value: "activite", label: "Activité déclarée à la CAF" },
  { value: "capacite", label: "Places restantes sur son territoire" },
];

/** What « Ajouter » offers; a group only where groups are not already one inside the other. */
export function sortesDeConditions(
  { questions }: Catalogue,
  { avecGroupe }: { readonly avecGroupe: boolean },
) {
  return [
    { label: "La personne et son territoire", options: simples },
    {
      label: "Une réponse au diagnostic",
      options: questions.map(({ code, libelle }) => ({
        value: `${REPONSE}${code}`,
        label: libelle,
      })),
    },
    ...(avecGroupe
      ? [
          {
            label: "Plusieurs conditions ensemble",
            options: [{ value: "une-de", label: "Un groupe de conditions" }],
          },
        ]
      : []),
  ];
}

export function estSorte(sur: string, { questions }: Catalogue): boolean {
  const question = questionDe(sur);
  if (question !== null) return questions.some(({ code }) => code === question);
  return estGroupe(sur) || simples.some(({ value }) => value === sur);
}

export function nomDeSorte(sur: string, { questions }: Catalogue): string {
  const code = questionDe(sur);
  if (code !== null) return questions.find((une) => une.code === code)?.libelle ?? code;
  return simples.find(({ value }) => value === sur)?.label ?? "Condition";
}

/** The question an answer is asked of; `null` for a condition of another kind. */
export function questionDe(sur: string): string | null {
  return sur.startsWith(REPONSE) ? sur.slice(REPONSE.length) : null;
}

export function sorteDeReponse(question: string): string {
  return `${REPONSE}${question}`;
}

/** The values to tick, with those already chosen that have left their list; `null` when nothing is ticked. */
export function choixDe(
  sur: string,
  catalogue: Catalogue,
  choisis: readonly string[],
): readonly Option[] | null {
  const connus = choixConnus(sur, catalogue);
  if (connus === null) return null;
  const disparus = choisis.filter((code) => !connus.some(({ value }) => value === code));
  return [...connus, ...disparus.map((value) => ({ value, label: `${value} (n’existe plus)` }))];
}

function choixConnus(sur: string, catalogue: Catalogue): readonly Option[] | null {
  const question = questionDe(sur);
  if (question !== null) {
    return options(catalogue.questions.find(({ code }) => code === question)?.reponses ?? {});
  }
  switch (sur) {
    case "situation-familiale":
      return options(codesCaf.situationFamiliale.codes);
    case "activite":
      return options(codesCaf.activite.codes);
    case "deja-suivi":
      return classesOrganisme.map((value) => ({ value, label: libellesClasse[value] }));
    case "territoire":
      return catalogue.territoires.map((nom) => ({ value: nom, label: nom }));
    default:
      return null;
  }
}

function options(codes: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(codes).map(([value, label]) => ({ value, label }));
}

export function optionsDeTypes({ types }: Catalogue): readonly Option[] {
  return typesFeuilles(types).map(({ code, libelle }) => ({ value: code, label: libelle }));
}

export function estClasse(code: string): code is ClasseOrganisme {
  return classesOrganisme.some((classe) => classe === code);
}
