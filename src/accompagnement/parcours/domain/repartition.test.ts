import fc from "fast-check";
import { expect, test } from "vitest";
import { repartir } from "./repartition.ts";

const repreneurs = fc
  .array(
    fc.record({
      etp: fc.constantFrom(0.5, 0.8, 1),
      places: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      suivies: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 5 },
  )
  .map((tous) => tous.map((un, rang) => ({ ...un, id: rang + 1 })));

test("chacun est confié tant qu’il reste une place, et personne ne déborde", () => {
  fc.assert(
    fc.property(repreneurs, fc.integer({ min: 0, max: 80 }), (tous, nombre) => {
      const personnes = Array.from({ length: nombre }, (_, rang) => rang + 100);
      const confiees = repartir(personnes, tous);
      const recues = (id: number) => [...confiees.values()].filter((vers) => vers === id).length;
      for (const { id, places, suivies } of tous) {
        expect(recues(id)).toBeLessThanOrEqual(
          places === null ? nombre : Math.max(0, places - suivies),
        );
      }
      const libres = tous.reduce(
        (somme, { places, suivies }) =>
          somme + (places === null ? Number.POSITIVE_INFINITY : Math.max(0, places - suivies)),
        0,
      );
      expect(personnes.filter((id) => confiees.get(id) !== null)).toHaveLength(
        Math.min(nombre, libres),
      );
    }),
  );
});

test("à temps égal les charges finissent égales, et un mi-temps en prend la moitié", () => {
  const plein = { etp: 1, places: null, suivies: 0 };
  const confiees = [
    ...repartir(
      Array.from({ length: 30 }, (_, n) => n),
      [
        { ...plein, id: 1 },
        { ...plein, id: 2, etp: 0.5 },
      ],
    ).values(),
  ];
  expect(confiees.filter((id) => id === 1)).toHaveLength(20);
});
