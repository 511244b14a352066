/** The table with its margins as a last row and a last column, and what of it is hidden. */
export interface Grille {
  readonly valeurs: readonly (readonly number[])[];
  readonly cachees: readonly boolean[][];
  readonly derniereLigne: number;
  readonly derniereColonne: number;
}

/**
 * Whether what is shown fixes a hidden cell. Rows and columns, margins included, are the nodes of a graph whose edges
 * are the hidden cells: a cell can hold one person more when the others of a cycle through it make up for it, none of
 * them falling under one person (who reads knows that an empty cell is shown). It is fixed when it can hold neither
 * one more nor one less.
 */
export function decouvrable(
  grille: Grille,
  { ligne, colonne }: { readonly ligne: number; readonly colonne: number },
): boolean {
  const [r, c] = [noeudLigne(ligne), noeudColonne(grille, colonne)];
  const arcs = arcsDe(grille, ligne, colonne);
  const plus = peutVarier(grille, ligne, colonne, true) && atteint(arcs, c, r);
  const moins = peutVarier(grille, ligne, colonne, false) && atteint(arcs, r, c);
  return !(plus || moins);
}

const noeudLigne = (ligne: number): number => ligne;
const noeudColonne = (grille: Grille, colonne: number): number =>
  grille.derniereLigne + 1 + colonne;

/** From its row to its column, a cell grows; a margin, which stands on the other side of the equation, shrinks. */
function peutVarier(
  { valeurs, derniereLigne, derniereColonne }: Grille,
  ligne: number,
  colonne: number,
  deLigneAColonne: boolean,
): boolean {
  const marge = (ligne === derniereLigne) !== (colonne === derniereColonne);
  const croit = deLigneAColonne !== marge;
  return croit || (valeurs[ligne]?.[colonne] ?? 0) >= 2;
}

/** Where each node leads, the cell examined apart. */
function arcsDe(
  grille: Grille,
  saufLigne: number,
  saufColonne: number,
): ReadonlyMap<number, readonly number[]> {
  const paires = grille.cachees.flatMap((cellules, ligne) =>
    cellules.flatMap((cachee, colonne) =>
      cachee && !(ligne === saufLigne && colonne === saufColonne)
        ? arcsDeLaCase(grille, ligne, colonne)
        : [],
    ),
  );
  const groupes = Map.groupBy(paires, ([de]) => de);
  return new Map([...groupes].map(([de, arcs]) => [de, arcs.map(([, vers]) => vers)]));
}

function arcsDeLaCase(
  grille: Grille,
  ligne: number,
  colonne: number,
): readonly (readonly [de: number, vers: number])[] {
  const [r, c] = [noeudLigne(ligne), noeudColonne(grille, colonne)];
  const arcs: [number, number][] = [];
  if (peutVarier(grille, ligne, colonne, true)) arcs.push([r, c]);
  if (peutVarier(grille, ligne, colonne, false)) arcs.push([c, r]);
  return arcs;
}

function atteint(
  arcs: ReadonlyMap<number, readonly number[]>,
  depart: number,
  but: number,
): boolean {
  const vus = new Set([depart]);
  const aVoir = [depart];
  for (let noeud = aVoir.pop(); noeud !== undefined; noeud = aVoir.pop()) {
    if (noeud === but) return true;
    for (const suivant of arcs.get(noeud) ?? []) {
      if (vus.has(suivant)) continue;
      vus.add(suivant);
      aVoir.push(suivant);
    }
  }
  return false;
}
