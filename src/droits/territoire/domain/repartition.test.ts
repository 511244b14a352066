import { describe, expect, test } from "vitest";
import { listerReferentiels } from "#commun/referentiel";
import { chargerIndexCommunes } from "../usecases/charger-communes.ts";
import { repartirCommunes } from "./repartition.ts";

const commune = (code: string, epci: string | null, arrondissement: string | null) => ({
  code,
  epci,
  ept: null,
  arrondissement,
});
const defini = (nom: string, champs: Partial<Parameters<typeof repartirCommunes>[0][number]>) => ({
  nom,
  communes: [],
  epci: [],
  arrondissements: [],
  ...champs,
});

test("une commune nommée l’emporte sur son intercommunalité, qui l’emporte sur son arrondissement", () => {
  const repartition = repartirCommunes(
    [
      defini("Nord", { arrondissements: ["801"] }),
      defini("Ville", { epci: ["200000001"] }),
      defini("Quartier", { communes: ["80003"] }),
    ],
    [
      commune("80001", null, "801"),
      commune("80002", "200000001", "801"),
      commune("80003", "200000001", "801"),
      commune("80004", null, "802"),
    ],
  );
  expect(Object.fromEntries(repartition)).toEqual({
    "80001": "Nord",
    "80002": "Ville",
    "80003": "Quartier",
  });
});

test("une intercommunalité donnée à deux territoires est refusée, avec leurs noms", () => {
  expect(() =>
    repartirCommunes(
      [defini("A", { epci: ["200000001"] }), defini("B", { epci: ["200000001"] })],
      [],
    ),
  ).toThrow(/« A » et à « B »/u);
});

describe.each(listerReferentiels().map((livre) => [livre.nom, livre] as const))(
  "%s",
  (_nom, livre) => {
    const communes = [...chargerIndexCommunes().parCode.values()].filter(
      ({ departement, type }) => departement === livre.departement.code && type === "actuelle",
    );

    test("donne un territoire à chaque commune du département, et des communes à chaque territoire", () => {
      for (const { valeur } of livre.territoires) {
        const repartition = repartirCommunes(valeur, communes);
        expect(communes.filter(({ code }) => !repartition.has(code))).toEqual([]);
        expect(new Set(repartition.values())).toEqual(new Set(valeur.map(({ nom }) => nom)));
      }
    });

    test("ne nomme que des communes, intercommunalités et arrondissements du département", () => {
      const connus = new Set(
        communes.flatMap(({ code, epci, ept, arrondissement }) => [
          code,
          epci,
          ept,
          arrondissement,
        ]),
      );
      for (const { valeur } of livre.territoires) {
        for (const { communes: codes, epci, arrondissements } of valeur) {
          for (const code of [...codes, ...epci, ...arrondissements])
            expect(connus).toContain(code);
        }
      }
    });
  },
);
