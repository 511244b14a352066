import type { PoidsReponse } from "../../src/commun/referentiel/domain/orientation.ts";

type Ligne = readonly [reponse: string, poids: number, libelle: string];

/** The weights of the answers to one question of the diagnosis, on one axis. */
function pese(axe: PoidsReponse["axe"], question: string, lignes: readonly Ligne[]) {
  return lignes.map(
    ([reponse, poids, libelle]): PoidsReponse => ({
      question,
      reponse,
      axe,
      poids,
      libelle,
    }),
  );
}

/** Points towards a job, or away from it. */
export const versEmploi = (question: string, lignes: readonly Ligne[]) =>
  pese("emploi", question, lignes);

/** Points of obstacles. */
export const obstacles = (question: string, lignes: readonly Ligne[]) =>
  pese("social", question, lignes);
