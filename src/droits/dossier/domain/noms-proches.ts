import { normaliser } from "./cles.ts";

const TROIS = 3;
const PLUS_LONG_NOM = 40;

/** As search keys are written: « Jean-Pierre » gives « jean pierre », « jean » and « pierre ». */
export function graphies(nom: string | null): readonly string[] {
  const entier = normaliser(nom).toLowerCase();
  return [...new Set([entier, ...entier.split(" ")])].filter(
    (graphie) => graphie.length >= TROIS && graphie.length <= PLUS_LONG_NOM,
  );
}

/**
 * The word in one piece, then each way to lose one letter. Two words one slip of the keyboard apart always
 * share one of these: a letter less, more, changed, or swapped with its neighbour.
 */
export function voisins(mot: string): readonly string[] {
  const serre = mot.replaceAll(" ", "");
  const manques = Array.from(serre, (_, rang) => serre.slice(0, rang) + serre.slice(rang + 1));
  return [...new Set([serre, ...manques])];
}

/** Slips between what was typed and a name: letters less, more, changed, or swapped with their neighbour. */
export function ecart(tape: string, nom: string): number {
  const [a, b] = [tape.replaceAll(" ", ""), nom.replaceAll(" ", "")];
  let avant: readonly number[] = [];
  let ligne: readonly number[] = Array.from({ length: b.length + 1 }, (_, rang) => rang);
  for (let rang = 1; rang <= a.length; rang += 1) {
    [avant, ligne] = [ligne, ligneSuivante(avant, ligne, a.slice(Math.max(0, rang - 2), rang), b)];
  }
  return ligne.at(-1) ?? 0;
}

/** `fin`: the last letter read of what was typed, after the one before it. */
function ligneSuivante(
  avant: readonly number[],
  ligne: readonly number[],
  fin: string,
  nom: string,
): readonly number[] {
  const suivante = [(ligne[0] ?? 0) + 1];
  for (let j = 1; j <= nom.length; j += 1) {
    const changee = (ligne[j - 1] ?? 0) + (fin.at(-1) === nom[j - 1] ? 0 : 1);
    const echangees = fin.length > 1 && j > 1 && fin === `${nom[j - 1]}${nom[j - 2]}`;
    const echangee = echangees ? (avant[j - 2] ?? 0) + 1 : changee;
    suivante.push(Math.min((ligne[j] ?? 0) + 1, (suivante[j - 1] ?? 0) + 1, changee, echangee));
  }
  return suivante;
}

/** « filipe » for Philippe: more than this, another name is meant. */
const FAUTES = 3;
const LETTRES_PAR_FAUTE = 3;

/** Slips forgiven to a word when nobody is one away from it. */
export function ecartAdmis(mot: string): number {
  return Math.min(FAUTES, 1 + Math.floor(mot.length / LETTRES_PAR_FAUTE));
}

const ABREGES: Readonly<Record<string, string>> = { st: "saint", ste: "sainte" };

/** What a word stands for when it is written short. */
export function enEntier(mot: string): readonly string[] {
  const entier = ABREGES[mot];
  return entier === undefined ? [] : [entier];
}
