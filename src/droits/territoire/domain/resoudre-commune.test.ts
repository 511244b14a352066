import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chargerIndexCommunes } from "../usecases/charger-communes.ts";
import { cleCommune } from "./cle-commune.ts";
import { resoudreCommune } from "./resoudre-commune.ts";

const index = chargerIndexCommunes();
const resoudre = (code: string | null, postal: string | null, nom: string | null) =>
  resoudreCommune(index, code, postal, nom).code;

describe("une adresse désigne sa commune d’aujourd’hui", () => {
  test.each([
    ["par son code", "80021", null, null, "80021"],
    ["par son code, entouré d’espaces", " 2a004 ", "20000", "AJACCIO", "2A004"],
    ["malgré un nom écrit sans trait d’union", "92044", "92300", "LEVALLOIS PERRET", "92044"],
    ["quand la commune associée a été réunie à une autre", "01120", null, null, "01262"],
    [
      "quand la commune déléguée garde le code du chef-lieu",
      "01015",
      "01300",
      "ARBIGNIEU",
      "01015",
    ],
    ["dans un arrondissement de Paris", "75111", "75011", "PARIS", "75056"],
    ["dans un arrondissement de Lyon, sans code", null, "69003", "LYON 3EME", "69123"],
    ["dans un arrondissement de Marseille", null, "13008", "MARSEILLE 8E ARRONDISSEMENT", "13055"],
    [
      "quand le code est faux mais le code postal et le nom justes",
      "99999",
      "80000",
      "Amiens",
      "80021",
    ],
    ["quand le code désigne une autre commune que l’adresse", "80001", "80000", "AMIENS", "80021"],
    ["sous un code postal CEDEX", null, "80020", "AMIENS CEDEX 1", "80021"],
    ["en Corse, sous un code postal CEDEX", null, "20189", "AJACCIO CEDEX 2", "2A004"],
    ["outre-mer, avec « Saint » abrégé", null, "97400", "ST DENIS", "97411"],
    ["outre-mer, par son code", "97105", "97100", "BASSE TERRE", "97105"],
    ["quand le nom abrège « sur »", null, "59440", "AVESNES S/HELPE", "59036"],
    ["quand l’article manque", null, "94240", "HAY LES ROSES", "94038"],
  ])("%s", (_cas, code, postal, nom, attendu) => {
    expect(resoudre(code, postal, nom)).toBe(attendu);
  });

  test.each([
    ["rien n’est donné", null, null, null],
    ["le code n’existe pas et le nom non plus", "00000", "80000", "NULLE PART"],
    ["l’adresse est à l’étranger", "99109", "", "BERLIN"],
    ["seul le code postal est donné", null, "80000", null],
  ])("ou aucune, clairement, quand %s", (_cas, code, postal, nom) => {
    expect(resoudreCommune(index, code, postal, nom)).toEqual({ code: null, connue: false });
  });

  test("et jamais autre chose qu’une commune actuelle, quoi qu’on lui donne", () => {
    const codes = [...index.parCode.keys(), ...index.anciensCodes.keys(), "99999", "", "2B"];
    const noms = ["AMIENS", "PARIS 4", "ST DENIS", "", "x'y"];
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom("80000", "75004", "20200", "", "9740"),
        fc.constantFrom(...noms),
        (code, postal, nom) => {
          const trouvee = resoudre(code, postal, nom);
          if (trouvee !== null) expect(index.parCode.get(trouvee)?.type).toBe("actuelle");
        },
      ),
      { numRuns: 500 },
    );
  });

  test("et chaque commune d’aujourd’hui se retrouve par son code postal et son nom", () => {
    const perdues = [...index.parCode.values()].filter(
      ({ type, code, nom, codesPostaux }) =>
        type === "actuelle" && codesPostaux[0] && resoudre(null, codesPostaux[0], nom) !== code,
    );
    expect(perdues.map(({ code, nom }) => `${code} ${nom}`)).toEqual([]);
  });
});

test("un même nom n’a qu’une clé, de quelque façon qu’il soit écrit", () => {
  expect(cleCommune("L'Haÿ-les-Roses")).toBe(cleCommune("HAY LES ROSES"));
  expect(cleCommune("Sainte-Mère-Église")).toBe(cleCommune("STE MERE EGLISE"));
  expect(cleCommune("Le")).toBe("le");
});
