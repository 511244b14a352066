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

/** One slip at most: a letter less, more, changed, or two neighbours swapped. Spaces do not count. */
export function aUneFaute(tape: string, nom: string): boolean {
  const [a, b] = [tape.replaceAll(" ", ""), nom.replaceAll(" ", "")];
  let debut = 0;
  while (debut < a.length && a[debut] === b[debut]) debut += 1;
  const suites = [
    [a.slice(debut + 1), b.slice(debut)],
    [a.slice(debut), b.slice(debut + 1)],
    [a.slice(debut + 1), b.slice(debut + 1)],
  ];
  const echangees =
    a[debut] === b[debut + 1] &&
    a[debut + 1] === b[debut] &&
    a.slice(debut + 2) === b.slice(debut + 2);
  return a === b || echangees || suites.some(([reste, autre]) => reste === autre);
}
