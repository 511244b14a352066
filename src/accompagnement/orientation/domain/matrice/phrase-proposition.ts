import { libellesDominante, signe } from "./libelles.ts";
import type { PoidsReponse, PropositionMatrice } from "./proposition.ts";

/** « Emploi, parce que : expérience récente (+3), permis (+1), garde d’enfant à organiser (−1). » */
export function phraseProposition(proposition: PropositionMatrice): string {
  const titre = libellesDominante[proposition.dominante];
  const raisons = raisonsDe(proposition);
  return raisons.length === 0 ? `${titre}.` : `${titre}, parce que : ${raisons.join(", ")}.`;
}

function raisonsDe(proposition: PropositionMatrice): readonly string[] {
  const { regles, contributions, dominante } = proposition;
  const decisives = regles
    .filter(({ moment }) => moment !== "grille")
    .map(({ libelle }) => libelle);
  if (regles[0]?.moment === "avant") return decisives;
  const pesees = contributions
    .filter(({ poids }) => poids !== 0)
    .map((ligne) => ({ libelle: ligne.libelle, effet: effet(ligne) }))
    .toSorted((a, b) => (dominante === "emploi" ? b.effet - a.effet : a.effet - b.effet));
  const grille = regles.filter(({ moment }) => moment === "grille").map(({ libelle }) => libelle);
  const ecrites = pesees.map(({ libelle, effet: points }) => `${libelle} (${signe(points)})`);
  return [...decisives, ...(ecrites.length === 0 ? grille : ecrites)];
}

/** Read by somebody on the way to a job: an obstacle takes points away, whatever axis it is counted on. */
function effet({ axe, poids }: PoidsReponse): number {
  return axe === "social" ? -poids : poids;
}
