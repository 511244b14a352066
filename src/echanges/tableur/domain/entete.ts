import { champs, cleEntete, proposerCorrespondance } from "./champs.ts";

const LIGNES_EXAMINEES = 20;

/** Rank of the row of titles: the first that names the most fields, for a file may begin with a title of its own. */
export function rangDesTitres(rows: readonly (readonly string[])[]): number {
  const reconnus = rows
    .slice(0, LIGNES_EXAMINEES)
    .map(
      (cellules) =>
        Object.values(proposerCorrespondance(cellules.filter(Boolean), {})).filter(Boolean).length,
    );
  const plus = Math.max(0, ...reconnus);
  return plus === 0 ? rows.findIndex((cellules) => cellules.some(Boolean)) : reconnus.indexOf(plus);
}

/** Titles made distinct: an empty one takes the letter of its column, a second one its rank. */
export function titresDistincts(cellules: readonly string[]): readonly string[] {
  const vues = new Map<string, number>();
  return cellules.map((cellule, rang) => {
    const titre = cleEntete(cellule) === "" ? `Colonne ${rang + 1}` : cellule;
    const fois = (vues.get(cleEntete(titre)) ?? 0) + 1;
    vues.set(cleEntete(titre), fois);
    return fois === 1 ? titre : `${titre} (${fois})`;
  });
}

/** The model of a file, for who begins. */
export const modele: readonly string[] = Object.values(champs).map(({ libelle }) => libelle);
