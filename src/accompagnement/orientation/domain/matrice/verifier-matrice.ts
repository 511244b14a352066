import { verifierAtteignables } from "./verification/atteignable.ts";
import { verifierGrille } from "./verification/grille-complete.ts";
import type { AVerifier, ProblemeMatrice } from "./verification/probleme.ts";
import { verifierReferences } from "./verification/references.ts";

export type { ProblemeMatrice };

/**
 * What forbids this matrix to be adopted, each with the case that shows it: a hole, an overlap, a cell or a rule
 * nobody can reach, a question, an answer or a type that does not exist. What can be reached is only searched
 * once the rest holds.
 */
export function verifierMatrice(
  matrice: AVerifier["matrice"],
  questions: AVerifier["questions"],
  types: AVerifier["types"],
): readonly ProblemeMatrice[] {
  const donnees = { matrice, questions, types };
  const problemes = [...verifierReferences(donnees), ...verifierGrille(donnees)];
  return problemes.length > 0 ? problemes : verifierAtteignables(donnees);
}
