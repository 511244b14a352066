import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publier, type TableauPublie } from "./secret.ts";

const seuil = 5;
const noms = (nombre: number, lettre: string) =>
  Array.from({ length: nombre }, (_, rang) => `${lettre}${rang}`);
const tableau = (effectifs: readonly (readonly number[])[]) => ({
  lignes: noms(effectifs.length, "ligne "),
  colonnes: noms(effectifs[0]?.length ?? 0, "colonne "),
  effectifs,
});

describe("le secret statistique", () => {
  test("un tableau sans petite case se lit en entier", () => {
    const publie = publier(
      tableau([
        [12, 8],
        [5, 0],
      ]),
      seuil,
    );
    expect(publie).toMatchObject({
      effectifs: [
        [12, 8],
        [5, 0],
      ],
      masquees: 0,
      total: 25,
    });
  });

  test("une petite case en cache d’autres : la retrancher du total la rendrait", () => {
    const publie = publier(
      tableau([
        [30, 20, 25],
        [3, 12, 18],
        [22, 9, 14],
      ]),
      seuil,
    );
    expect(publie?.effectifs[1]?.[0]).toBeNull();
    expect(publie?.masquees).toBe(4);
    expect(publie?.totauxLignes).toEqual([75, 33, 45]);
    expect(publie?.totauxColonnes).toEqual([55, 41, 57]);
  });

  test("un ensemble de moins de cinq personnes ne se publie pas", () => {
    expect(
      publier(
        tableau([
          [1, 1],
          [1, 1],
        ]),
        seuil,
      ),
    ).toBeNull();
  });

  test("deux cases d’une personne chacune ne se devinent pas à leur somme", () => {
    const publie = publier(tableau([[1], [1], [20], [30]]), seuil);
    const cachees = publie?.effectifs.filter(([nombre]) => nombre === null).length ?? 0;
    expect(cachees).toBeGreaterThan(2);
  });

  test("aucune case cachée n’est la seule inconnue de ce que disent les totaux", () => {
    fc.assert(
      fc.property(grilles(7, 6, 14), (effectifs) => {
        const publie = publier(tableau(effectifs), seuil);
        if (publie === null) return;
        expect(inconnuesResolues(publie)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("aucune petite case ne reste, ni dans le corps, ni dans les totaux", () => {
    fc.assert(
      fc.property(grilles(7, 6, 14), (effectifs) => {
        const publie = publier(tableau(effectifs), seuil);
        if (publie === null) return;
        const montrees = [publie.effectifs.flat(), publie.totauxLignes, publie.totauxColonnes]
          .flat()
          .filter((nombre) => nombre !== null);
        expect(montrees.filter((nombre) => nombre > 0 && nombre < seuil)).toEqual([]);
      }),
    );
  });

  test("chaque case cachée admet au moins deux valeurs, tous les tableaux possibles essayés", () => {
    fc.assert(
      fc.property(grilles(3, 2, 5), (effectifs) => {
        const publie = publier(tableau(effectifs), 3);
        if (publie === null) return;
        const possibles = tousLesTableaux(publie);
        for (const { r, c } of casesCachees(publie)) {
          expect(new Set(possibles.map((autre) => autre[r]?.[c])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("ce qui est montré est vrai", () => {
    fc.assert(
      fc.property(grilles(5, 5, 12), (effectifs) => {
        const publie = publier(tableau(effectifs), seuil);
        const vrais = publie?.effectifs.map((ligne, r) =>
          ligne.map((nombre, c) => (nombre === null ? null : effectifs[r]?.[c])),
        );
        expect(publie?.effectifs).toEqual(vrais);
      }),
    );
  });
});

function grilles(lignes: number, colonnes: number, plusGrand: number) {
  return fc
    .tuple(fc.integer({ min: 1, max: lignes }), fc.integer({ min: 1, max: colonnes }))
    .chain(([r, c]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: plusGrand }), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
    );
}

/** Unknowns that the equations of the margins fix, found by elimination and not by the graph. */
function inconnuesResolues(publie: TableauPublie): readonly number[] {
  const { equations, nombre } = equationsDe(publie);
  const reduites = eliminer(equations, nombre);
  return reduites
    .filter((ligne) => ligne.filter((coefficient) => Math.abs(coefficient) > 1e-9).length === 1)
    .map((ligne) => ligne.findIndex((coefficient) => Math.abs(coefficient) > 1e-9));
}

function equationsDe(publie: TableauPublie) {
  const corps = publie.effectifs.map((ligne, rang) => [
    ...ligne,
    publie.totauxLignes[rang] ?? null,
  ]);
  const grille = [...corps, [...publie.totauxColonnes, publie.total]];
  const rangs = new Map<string, number>();
  for (const [r, ligne] of grille.entries()) {
    for (const [c, nombre] of ligne.entries()) {
      if (nombre === null) rangs.set(`${r} ${c}`, rangs.size);
    }
  }
  const equation = (lieux: readonly string[]) => {
    const ligne = Array.from({ length: rangs.size }, () => 0);
    for (const [rang, lieu] of lieux.entries()) {
      const inconnue = rangs.get(lieu);
      if (inconnue !== undefined) ligne[inconnue] = rang === lieux.length - 1 ? -1 : 1;
    }
    return ligne;
  };
  const largeur = grille[0]?.length ?? 0;
  const equations = [
    ...grille.map((ligne, r) => equation(ligne.map((_, c) => `${r} ${c}`))),
    ...Array.from({ length: largeur }, (_, c) => equation(grille.map((__, r) => `${r} ${c}`))),
  ];
  return { equations, nombre: rangs.size };
}

function eliminer(equations: number[][], nombre: number): number[][] {
  let pose = 0;
  for (let colonne = 0; colonne < nombre; colonne += 1) {
    const pivot = equations.findIndex(
      (ligne, rang) => rang >= pose && Math.abs(ligne[colonne] ?? 0) > 1e-9,
    );
    const [choisie] = pivot === -1 ? [] : equations.splice(pivot, 1);
    if (choisie === undefined) continue;
    const norme = choisie.map((coefficient) => coefficient / (choisie[colonne] ?? 1));
    equations.splice(pose, 0, norme);
    for (const [rang, ligne] of equations.entries()) {
      if (rang !== pose) equations[rang] = retrancher(ligne, norme, ligne[colonne] ?? 0);
    }
    pose += 1;
  }
  return equations;
}

const retrancher = (ligne: readonly number[], autre: readonly number[], facteur: number) =>
  ligne.map((coefficient, rang) => coefficient - facteur * (autre[rang] ?? 0));

function casesCachees(
  publie: TableauPublie,
): readonly { readonly r: number; readonly c: number }[] {
  return publie.effectifs.flatMap((ligne, r) =>
    ligne.flatMap((nombre, c) => (nombre === null ? [{ r, c }] : [])),
  );
}

/** Every table of at least one person in each hidden cell that agrees with what is shown. */
function tousLesTableaux(publie: TableauPublie): number[][][] {
  const cases = casesCachees(publie);
  const depart = publie.effectifs.map((ligne) => ligne.map((nombre) => nombre ?? 0));
  let tableaux = [depart];
  for (const { r, c } of cases) {
    tableaux = tableaux.flatMap((grille) =>
      Array.from({ length: 9 }, (_, valeur) =>
        grille.map((ligne, rl) =>
          rl === r ? ligne.map((n, cl) => (cl === c ? valeur + 1 : n)) : ligne,
        ),
      ).filter((essai) => neDepasse(publie, essai)),
    );
  }
  return tableaux.filter((grille) => respecte(publie, grille));
}

const total = (nombres: readonly number[]) => nombres.reduce((somme, nombre) => somme + nombre, 0);

function neDepasse(publie: TableauPublie, grille: readonly (readonly number[])[]): boolean {
  return (
    total(grille.flat()) <= publie.total &&
    grille.every((ligne, r) => total(ligne) <= (publie.totauxLignes[r] ?? publie.total))
  );
}

function respecte(publie: TableauPublie, grille: readonly (readonly number[])[]): boolean {
  return (
    total(grille.flat()) === publie.total &&
    grille.every((ligne, r) => total(ligne) === (publie.totauxLignes[r] ?? total(ligne))) &&
    publie.totauxColonnes.every((attendu, c) => {
      const somme = total(grille.map((ligne) => ligne[c] ?? 0));
      return somme === (attendu ?? somme);
    })
  );
}
