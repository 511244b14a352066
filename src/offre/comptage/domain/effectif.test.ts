import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  additionner,
  type Effectif,
  effectifDe,
  type Groupe,
  garderEffectif,
  grouper,
  libresDuGroupe,
  reunir,
} from "./effectif.ts";

const seuil = 5;
const dehors = (nombre: number, places = 8): Groupe =>
  grouper({ nombre, places, ouverte: false }, seuil);
const dire = (groupes: readonly Groupe[]): Effectif => effectifDe(reunir(groupes, seuil), seuil);

describe("un effectif hors du périmètre", () => {
  test("de une à quatre personnes, il n’est pas donné ; personne, ou cinq, se dit", () => {
    expect([0, 1, 4, 5, 12].map((nombre) => garderEffectif(nombre, false, seuil))).toEqual([
      0,
      { moinsDe: 5 },
      { moinsDe: 5 },
      5,
      12,
    ]);
    expect(garderEffectif(2, true, seuil)).toBe(2);
  });

  test("un total qui le rendrait par soustraction se tait comme lui", () => {
    expect(dire([dehors(20), dehors(3)])).toEqual({ moinsDe: 25 });
    expect(dire([dehors(20), dehors(1), dehors(2)])).toEqual({ moinsDe: 29 });
    expect(dire([dehors(20), dehors(4), dehors(4)])).toEqual({ moinsDe: 29 });
    expect(dire([dehors(20), dehors(4), dehors(2)])).toBe(26);
    expect(additionner([3, { moinsDe: 5 }])).toEqual({ moinsDe: 8 });
  });

  test("les places libres se disent au moins", () => {
    expect(libresDuGroupe(reunir([dehors(3, 8), dehors(6, 8)], seuil), seuil)).toEqual({
      auMoins: 6,
    });
    expect(libresDuGroupe(reunir([dehors(3, 3)], seuil), seuil)).toEqual({ auMoins: 0 });
    expect(libresDuGroupe(reunir([dehors(3, 8), dehors(4, 8)], seuil), seuil)).toBe(9);
  });

  test("rien de ce qui est dit ne fixe une action cachée, quels que soient les territoires", () => {
    const action = fc.integer({ min: 0, max: 7 });
    const territoire = fc.array(action, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(territoire, { minLength: 1, maxLength: 2 }), (carte) => {
        const vue = lire(carte);
        const petites = carte.flat().flatMap((n, rang) => (n > 0 && n < seuil ? [rang] : []));
        const possibles = petites.map(() => new Set<number>());
        for (const essai of essais(petites.length)) {
          const autre = remplacer(carte, petites, essai);
          if (!compatible(vue, autre)) continue;
          for (const [rang, nombre] of essai.entries()) possibles[rang]?.add(nombre);
        }
        expect(possibles.every((valeurs) => valeurs.size > 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function lire(carte: readonly (readonly number[])[]): readonly Effectif[] {
  const territoires = carte.map((actions) =>
    reunir(
      actions.map((un) => dehors(un)),
      seuil,
    ),
  );
  return [...territoires.map((un) => effectifDe(un, seuil)), dire(territoires)];
}

/** What somebody who adds up may keep: totals told are equal, totals withheld stay under what they say. */
function compatible(vue: readonly Effectif[], carte: readonly (readonly number[])[]): boolean {
  const sommes = carte.map((actions) => actions.reduce((total, nombre) => total + nombre, 0));
  const totaux = [...sommes, sommes.reduce((total, nombre) => total + nombre, 0)];
  return vue.every((dit, rang) => {
    const total = totaux[rang] ?? 0;
    return typeof dit === "number" ? dit === total : total < dit.moinsDe;
  });
}

function essais(nombre: number): readonly (readonly number[])[] {
  if (nombre === 0) return [[]];
  return essais(nombre - 1).flatMap((debut) => [1, 2, 3, 4].map((valeur) => [...debut, valeur]));
}

function remplacer(
  carte: readonly (readonly number[])[],
  petites: readonly number[],
  essai: readonly number[],
): readonly (readonly number[])[] {
  let rang = -1;
  return carte.map((actions) =>
    actions.map((nombre) => {
      rang += 1;
      return essai[petites.indexOf(rang)] ?? nombre;
    }),
  );
}
