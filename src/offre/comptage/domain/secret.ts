import { decouvrable, type Grille } from "./secret-decouvrable.ts";

/** A table of counts that will be shown with its margins: the rows of a profile, the columns of territories. */
export interface TableauCompte {
  readonly lignes: readonly string[];
  readonly colonnes: readonly string[];
  /** One row per `lignes`, one figure per `colonnes`. */
  readonly effectifs: readonly (readonly number[])[];
}

/** The same cells, `null` where a figure would tell somebody’s situation; a margin may be hidden too. */
export interface TableauPublie {
  readonly lignes: readonly string[];
  readonly colonnes: readonly string[];
  readonly effectifs: readonly (readonly (number | null)[])[];
  readonly totauxLignes: readonly (number | null)[];
  readonly totauxColonnes: readonly (number | null)[];
  readonly total: number;
  readonly masquees: number;
}

/**
 * Hides every cell from one person to the threshold excluded, then as many others as it takes for no hidden cell to be
 * found again from what stays, and for no hidden group to be itself under the threshold. `null` when nothing can be
 * shown without telling: the whole is under the threshold, or a single cell holds everybody.
 */
export function publier(tableau: TableauCompte, seuil: number): TableauPublie | null {
  const grille = dresser(tableau);
  const total = grille.valeurs[grille.derniereLigne]?.[grille.derniereColonne] ?? 0;
  if (total > 0 && total < seuil) return null;
  for (const lieu of toutes(grille)) {
    if (lieu.nombre > 0 && lieu.nombre < seuil) cacher(grille, lieu);
  }
  return proteger(grille, seuil) ? lirePublication(tableau, grille, total) : null;
}

/** False when everything that says something is hidden and one still finds it again. */
function proteger(grille: Grille, seuil: number): boolean {
  for (;;) {
    const autres = aCacherEncore(grille, seuil);
    if (autres === null) return true;
    if (autres.length === 0) return false;
    for (const lieu of autres) cacher(grille, lieu);
  }
}

interface Case {
  readonly ligne: number;
  readonly colonne: number;
}

const totalDe = (nombres: readonly number[]): number =>
  nombres.reduce((somme, nombre) => somme + nombre, 0);

function dresser({ lignes, colonnes, effectifs }: TableauCompte): Grille {
  const corps = effectifs.map((ligne) => [...ligne, totalDe(ligne)]);
  const pied = Array.from({ length: colonnes.length + 1 }, (_, colonne) =>
    totalDe(corps.map((ligne) => ligne[colonne] ?? 0)),
  );
  const valeurs = [...corps, pied];
  return {
    valeurs,
    cachees: valeurs.map((ligne) => ligne.map(() => false)),
    derniereLigne: lignes.length,
    derniereColonne: colonnes.length,
  };
}

function cacher({ cachees }: Grille, { ligne, colonne }: Case): void {
  const cellules = cachees[ligne];
  if (cellules) cellules[colonne] = true;
}

/** What else must be hidden; `null` when nothing is weak, nothing when there is nothing left to hide. */
function aCacherEncore(grille: Grille, seuil: number): readonly Case[] | null {
  const caches = toutes(grille).filter(({ cachee }) => cachee);
  const decouverte = caches.find((lieu) => decouvrable(grille, lieu));
  if (decouverte)
    return rectangleLeMoinsCher(grille, decouverte) ?? laPlusPetite(grille, toutes(grille));
  const lignes = caches.flatMap(({ ligne, colonne }) => [
    rangee(grille, ligne),
    file(grille, colonne),
  ]);
  const faible = lignes.find((cases) => groupeTropPetit(cases, seuil));
  if (faible === undefined) return null;
  const choix = laPlusPetite(grille, faible);
  return choix.length > 0 ? choix : laPlusPetite(grille, toutes(grille));
}

/** Three cells that close a rectangle with the weak one: the least that makes it unknown again. */
function rectangleLeMoinsCher(grille: Grille, faible: Case): readonly Case[] | null {
  const rectangles = toutes(grille)
    .filter(({ ligne, colonne }) => ligne !== faible.ligne && colonne !== faible.colonne)
    .map((oppose) =>
      [
        lireCase(grille, faible.ligne, oppose.colonne),
        lireCase(grille, oppose.ligne, faible.colonne),
        oppose,
      ].filter(({ cachee }) => !cachee),
    )
    .filter((coins) => coins.length > 0 && coins.every((coin) => peutSeCacher(grille, coin)))
    .map((coins) => ({ coins, cout: totalDe(coins.map(prix)) }));
  return rectangles.toSorted((a, b) => a.cout - b.cout)[0]?.coins ?? null;
}

/** An empty cell and the whole stay shown. */
const peutSeCacher = (grille: Grille, { ligne, colonne, nombre }: CaseLue): boolean =>
  nombre > 0 && !(ligne === grille.derniereLigne && colonne === grille.derniereColonne);

/** A margin is hidden only when no cell will do. */
const prix = ({ nombre, marge }: CaseLue): number => nombre + (marge ? 1_000_000 : 0);

function laPlusPetite(grille: Grille, cases: readonly CaseLue[]): readonly Case[] {
  return cases
    .filter((lue) => !lue.cachee && peutSeCacher(grille, lue))
    .toSorted((a, b) => prix(a) - prix(b))
    .slice(0, 1);
}

interface CaseLue extends Case {
  readonly nombre: number;
  readonly cachee: boolean;
  readonly marge: boolean;
}

function lireCase(grille: Grille, ligne: number, colonne: number): CaseLue {
  return {
    ligne,
    colonne,
    nombre: grille.valeurs[ligne]?.[colonne] ?? 0,
    cachee: grille.cachees[ligne]?.[colonne] ?? false,
    marge: ligne === grille.derniereLigne || colonne === grille.derniereColonne,
  };
}

const toutes = (grille: Grille): readonly CaseLue[] =>
  grille.valeurs.flatMap((_, ligne) => rangee(grille, ligne));

const rangee = (grille: Grille, ligne: number): readonly CaseLue[] =>
  Array.from({ length: grille.derniereColonne + 1 }, (_, colonne) =>
    lireCase(grille, ligne, colonne),
  );

const file = (grille: Grille, colonne: number): readonly CaseLue[] =>
  Array.from({ length: grille.derniereLigne + 1 }, (_, ligne) => lireCase(grille, ligne, colonne));

/** The hidden part of a line whose total is shown is itself a figure that anybody can take away. */
function groupeTropPetit(cases: readonly CaseLue[], seuil: number): boolean {
  const total = cases.at(-1);
  if (total === undefined || total.cachee) return false;
  const cachees = cases.filter(({ cachee }) => cachee);
  const nombre = totalDe(cachees.map((lue) => lue.nombre));
  return cachees.length > 0 && nombre < seuil;
}

function lirePublication(tableau: TableauCompte, grille: Grille, total: number): TableauPublie {
  const montrer = (ligne: number, colonne: number): number | null => {
    const { cachee, nombre } = lireCase(grille, ligne, colonne);
    return cachee ? null : nombre;
  };
  return {
    lignes: tableau.lignes,
    colonnes: tableau.colonnes,
    effectifs: tableau.lignes.map((_, ligne) =>
      tableau.colonnes.map((__, colonne) => montrer(ligne, colonne)),
    ),
    totauxLignes: tableau.lignes.map((_, ligne) => montrer(ligne, grille.derniereColonne)),
    totauxColonnes: tableau.colonnes.map((_, colonne) => montrer(grille.derniereLigne, colonne)),
    total,
    masquees: toutes(grille).filter(({ cachee }) => cachee).length,
  };
}
