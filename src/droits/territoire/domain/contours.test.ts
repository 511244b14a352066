import fc from "fast-check";
import { expect, test } from "vitest";
import { type Anneau, aire, cheminDe, milieuDe, reunirContours } from "./contours.ts";

/** One square of a grid, walked one way or the other. */
function carre(x: number, y: number, aLEnvers: boolean): readonly Anneau[] {
  const anneau: Anneau = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
  ];
  return [aLEnvers ? anneau.toReversed() : anneau];
}

const cases = fc.uniqueArray(fc.record({ x: fc.nat(6), y: fc.nat(6), aLEnvers: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
  selector: ({ x, y }) => `${x} ${y}`,
});

test("réunir des communes garde leur surface et ne laisse aucun bord à l’intérieur", () => {
  fc.assert(
    fc.property(cases, (choisies) => {
      const anneaux = reunirContours(choisies.map(({ x, y, aLEnvers }) => carre(x, y, aLEnvers)));
      const surface = anneaux.reduce((somme, anneau) => somme + aire(anneau), 0);
      expect(surface).toBe(choisies.length);
      const occupees = new Set(choisies.map(({ x, y }) => `${x} ${y}`));
      const bords = choisies.flatMap(({ x, y }) =>
        [
          [x + 1, y],
          [x - 1, y],
          [x, y + 1],
          [x, y - 1],
        ].filter(([vx, vy]) => !occupees.has(`${vx} ${vy}`)),
      );
      expect(anneaux.reduce((somme, anneau) => somme + anneau.length, 0)).toBe(bords.length);
    }),
  );
});

test("deux communes voisines n’en dessinent qu’une, avec son nom au milieu", () => {
  const anneaux = reunirContours([carre(0, 0, false), carre(1, 0, true)]);
  expect(anneaux).toHaveLength(1);
  expect(cheminDe(anneaux)).toMatch(/^M\d,\d(?:L\d,\d){5}Z$/u);
  expect(
    milieuDe([
      [
        [0, 0],
        [4, 0],
        [4, 2],
        [0, 2],
      ],
    ]),
  ).toEqual([2, 1]);
});
