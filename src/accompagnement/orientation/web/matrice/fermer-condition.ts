import type { ConditionMatrice } from "#commun/referentiel";
import { type Catalogue, choixDe, estClasse, estGroupe, questionDe } from "./catalogue.ts";
import { type ConditionSaisie, RACINE, sous } from "./condition-saisie.ts";

type Problemes = Record<string, string>;

/** The condition once it is wholly said; what is missing goes to the problems, by field. */
export function fermerCondition(
  saisie: ConditionSaisie,
  catalogue: Catalogue,
  problemes: Problemes,
  chemin = RACINE,
): ConditionMatrice | null {
  if (estGroupe(saisie.sur)) return fermerGroupe(saisie, catalogue, problemes, chemin);
  const fermee = fermerSimple(saisie, catalogue, new Champs(chemin, problemes));
  return fermee !== null && saisie.contraire ? { sur: "non", de: fermee } : fermee;
}

function fermerGroupe(
  { sur, de }: ConditionSaisie,
  catalogue: Catalogue,
  problemes: Problemes,
  chemin: string,
): ConditionMatrice | null {
  if (de.length === 0) {
    problemes[`${chemin}-ajout`] = "Ajoutez au moins une condition.";
    return null;
  }
  const parties = de
    .map((partie, rang) => fermerCondition(partie, catalogue, problemes, sous(chemin, rang)))
    .filter((partie) => partie !== null);
  const [seule] = parties;
  if (parties.length < de.length || seule === undefined) return null;
  const contraire = sur === "aucune" || sur === "pas-toutes";
  const toutes = sur === "toutes" || sur === "pas-toutes";
  const ensemble: ConditionMatrice =
    parties.length === 1 ? seule : { sur: toutes ? "toutes" : "une-de", de: parties };
  return contraire ? { sur: "non", de: ensemble } : ensemble;
}

/** The fields of one condition, with what is wrong in each. */
class Champs {
  readonly #chemin: string;
  readonly #problemes: Problemes;

  constructor(chemin: string, problemes: Problemes) {
    this.#chemin = chemin;
    this.#problemes = problemes;
  }

  refuser(champ: string, message: string): null {
    this.#problemes[`${this.#chemin}-${champ}`] = message;
    return null;
  }

  /** `undefined` when what is written is no such number. */
  entier(champ: "min" | "max", ecrit: string, [de, a]: readonly [number, number]) {
    if (ecrit === "") return null;
    const valeur = /^\d{1,4}$/u.test(ecrit) ? Number(ecrit) : Number.NaN;
    if (valeur >= de && valeur <= a) return valeur;
    this.refuser(champ, `Écrivez un nombre entier, de ${de} à ${a}.`);
    return undefined;
  }
}

const AGES = [0, 120] as const;
const ENFANTS = [1, 20] as const;
const PLACES = [0, 9999] as const;

function fermerSimple(
  saisie: ConditionSaisie,
  catalogue: Catalogue,
  champs: Champs,
): ConditionMatrice | null {
  switch (saisie.sur) {
    case "age":
      return fermerAge(saisie, champs);
    case "enfants-a-charge": {
      const min = champs.entier("min", saisie.min, ENFANTS);
      if (min === undefined) return null;
      return min === null
        ? champs.refuser("min", "Écrivez à partir de combien d’enfants.")
        : { sur: "enfants-a-charge", min };
    }
    case "capacite":
      return fermerCapacite(saisie, catalogue, champs);
    default:
      return fermerChoix(saisie, catalogue, champs);
  }
}

function fermerAge(saisie: ConditionSaisie, champs: Champs): ConditionMatrice | null {
  const min = champs.entier("min", saisie.min, AGES);
  const max = champs.entier("max", saisie.max, AGES);
  if (min === undefined || max === undefined) return null;
  if (min === null && max === null) {
    return champs.refuser("min", "Écrivez au moins un des deux âges.");
  }
  if (min !== null && max !== null && min > max) {
    return champs.refuser("max", `Écrivez un âge d’au moins ${min} ans, ou laissez vide.`);
  }
  return { sur: "age", min, max };
}

function fermerCapacite(
  saisie: ConditionSaisie,
  { types }: Catalogue,
  champs: Champs,
): ConditionMatrice | null {
  const resteAuMoins = champs.entier("min", saisie.min, PLACES);
  if (!types.some(({ code }) => code === saisie.type)) {
    return champs.refuser("type", "Choisissez le type d’orientation.");
  }
  if (resteAuMoins === undefined) return null;
  if (resteAuMoins === null) return champs.refuser("min", "Écrivez combien de places.");
  return { sur: "capacite", type: saisie.type, resteAuMoins };
}

function fermerChoix(
  { sur, parmi }: ConditionSaisie,
  catalogue: Catalogue,
  champs: Champs,
): ConditionMatrice | null {
  const connus = choixDe(sur, catalogue, []) ?? [];
  if (parmi.length === 0) return champs.refuser("parmi", "Cochez au moins une case.");
  const disparu = parmi.find((code) => !connus.some(({ value }) => value === code));
  if (disparu !== undefined) {
    return champs.refuser("parmi", `« ${disparu} » n’existe plus : décochez cette case.`);
  }
  const question = questionDe(sur);
  if (question !== null) return { sur: "reponse", question, parmi };
  switch (sur) {
    case "deja-suivi":
      return { sur, classes: parmi.filter(estClasse) };
    case "situation-familiale":
    case "territoire":
    case "activite":
      return { sur, parmi };
    default:
      return champs.refuser("parmi", "Retirez cette condition : elle n’existe pas.");
  }
}
