import type { ConditionMatrice } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { estGroupe, sorteDeReponse } from "./catalogue.ts";

/** One condition as it is being typed: texts as they are, so that nothing typed is lost before it is right. */
export interface ConditionSaisie {
  /** A group, a kind of the catalogue, or `reponse|QUESTION`. */
  readonly sur: string;
  readonly contraire: boolean;
  readonly min: string;
  readonly max: string;
  readonly type: string;
  readonly parmi: readonly string[];
  readonly de: readonly ConditionSaisie[];
}

/** Name of the fields of the whole condition; what is inside adds its rank: `si-0-1`. */
export const RACINE = "si";

/** How a form is read here, before or after a refusal. */
export interface Lecture {
  text(nom: string): string;
  all(nom: string): readonly string[];
}

/** What « Ajouter » goes up to; a rule written before may go further, and is then read as it is. */
const LARGEUR = 30;
/** Groups inside groups: no rule said aloud goes further. */
const PROFONDEUR = 4;
/** More than the form offers: a form made to be endless is refused as a whole. */
const CONDITIONS = 1000;

export const conditionVide: ConditionSaisie = nouvelle("toutes");

export function nouvelle(sur: string): ConditionSaisie {
  return { sur, contraire: false, min: "", max: "", type: "", parmi: [], de: [] };
}

/** @throws DomainError `saisie.trop-grande` */
export function lireCondition(
  lecture: Lecture,
  chemin = RACINE,
  reste = { conditions: CONDITIONS },
): ConditionSaisie {
  if (reste.conditions === 0) {
    throw new DomainError(
      "saisie.trop-grande",
      `Une règle a au plus ${CONDITIONS} conditions. Faites-en plusieurs règles.`,
    );
  }
  reste.conditions -= 1;
  const sur = lecture.text(chemin);
  const de: ConditionSaisie[] = [];
  while (estGroupe(sur) && lecture.text(sous(chemin, de.length)) !== "") {
    de.push(lireCondition(lecture, sous(chemin, de.length), reste));
  }
  const texte = (champ: string) => lecture.text(`${chemin}-${champ}`).trim();
  return {
    sur: sur === "" ? "toutes" : sur,
    contraire: texte("contraire") !== "",
    min: texte("min"),
    max: texte("max"),
    type: texte("type"),
    parmi: lecture.all(`${chemin}-parmi`),
    de,
  };
}

export function sous(chemin: string, rang: number): string {
  return `${chemin}-${rang}`;
}

function profondeur(chemin: string): number {
  return chemin.split("-").length;
}

/**
 * `ajouter:si-1` puts the kind chosen there at the end of the group; `retirer:si-1-0` takes a condition away.
 * @throws DomainError `saisie.invalide`, at the field of what would be added
 */
export function appliquerGeste(
  condition: ConditionSaisie,
  geste: string,
  sorteChoisie: (chemin: string) => string | null,
): ConditionSaisie {
  const [nom, chemin = ""] = geste.split(":");
  const [, ...rangs] = chemin.split("-").map(Number);
  const sorte = nom === "ajouter" ? sorteChoisie(chemin) : null;
  if (sorte !== null) {
    return changer(condition, rangs, (groupe) => {
      exigerLaPlace(groupe, chemin, sorte);
      return { ...groupe, de: [...groupe.de, nouvelle(sorte)] };
    });
  }
  const rang = rangs.at(-1);
  if (nom !== "retirer" || rang === undefined) return condition;
  return changer(condition, rangs.slice(0, -1), (groupe) => ({
    ...groupe,
    de: groupe.de.toSpliced(rang, 1),
  }));
}

function exigerLaPlace(groupe: ConditionSaisie, chemin: string, sorte: string): void {
  const refus = sansPlace(groupe, chemin, sorte);
  if (refus === null) return;
  throw new DomainError("saisie.invalide", refus, { champs: { [`${chemin}-ajout`]: refus } });
}

function sansPlace({ de }: ConditionSaisie, chemin: string, sorte: string): string | null {
  if (de.length >= LARGEUR) {
    return `Un groupe a au plus ${LARGEUR} conditions : retirez-en une, ou faites deux règles.`;
  }
  if (!estGroupe(sorte) || profondeur(chemin) < PROFONDEUR) return null;
  return `Il y a au plus ${PROFONDEUR} groupes l’un dans l’autre : ajoutez ici une condition simple.`;
}

function changer(
  condition: ConditionSaisie,
  [rang, ...suite]: readonly number[],
  faire: (groupe: ConditionSaisie) => ConditionSaisie,
): ConditionSaisie {
  if (rang === undefined) return faire(condition);
  const partie = condition.de[rang];
  if (partie === undefined) return condition;
  return { ...condition, de: condition.de.with(rang, changer(partie, suite, faire)) };
}

/** A rule written before, ready to be changed: always a group, so that a condition can be added to it. */
export function ouvrirCondition(condition: ConditionMatrice): ConditionSaisie {
  const ouverte = ouvrir(condition, false);
  return estGroupe(ouverte.sur) ? ouverte : { ...conditionVide, de: [ouverte] };
}

function ouvrir(condition: ConditionMatrice, contraire: boolean): ConditionSaisie {
  if (condition.sur === "non") return ouvrir(condition.de, !contraire);
  if (condition.sur === "toutes" || condition.sur === "une-de") {
    const inverse = condition.sur === "toutes" ? "pas-toutes" : "aucune";
    const sur = contraire ? inverse : condition.sur;
    return { ...nouvelle(sur), de: condition.de.map((partie) => ouvrir(partie, false)) };
  }
  return { ...ouvrirSimple(condition), contraire };
}

function ouvrirSimple(
  condition: Exclude<ConditionMatrice, { sur: "toutes" | "une-de" | "non" }>,
): ConditionSaisie {
  const vide = nouvelle(condition.sur);
  switch (condition.sur) {
    case "age":
      return { ...vide, min: nombre(condition.min), max: nombre(condition.max) };
    case "enfants-a-charge":
      return { ...vide, min: nombre(condition.min) };
    case "capacite":
      return { ...vide, min: nombre(condition.resteAuMoins), type: condition.type };
    case "deja-suivi":
      return { ...vide, parmi: condition.classes };
    case "reponse":
      return { ...vide, sur: sorteDeReponse(condition.question), parmi: condition.parmi };
    default:
      return { ...vide, parmi: condition.parmi };
  }
}

function nombre(valeur: number | null): string {
  return valeur === null ? "" : String(valeur);
}
