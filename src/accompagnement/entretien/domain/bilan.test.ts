import fc from "fast-check";
import { expect, test } from "vitest";
import { type ContenuBilan, ecartsBilan, memeContenu, repondreAuTheme } from "./bilan.ts";
import { choixDepuisLignes, codeDe } from "./catalogue.ts";
import { faitsDuCours } from "./cours.ts";
import { chercherParmi, lireFichierMetiers } from "./metiers.ts";
import { exigerPassage, suitesProjet } from "./projet.ts";
import { etatsProjet } from "./synthese.ts";

const choix = fc.uniqueArray(
  fc.constantFrom("a", "b", "c", "d").map((code) => ({ code, libelle: `Choix ${code}` })),
  { selector: ({ code }) => code },
);
const contenus: fc.Arbitrary<ContenuBilan> = fc.record({
  libelle: fc.constant("Mobilité"),
  situations: choix,
  objectifs: choix,
  texte: fc.constantFrom("", "Elle a le code.", "Elle n’a plus de voiture."),
});

test("les écarts entre deux versions sont les mêmes dans les deux sens, retournés", () => {
  fc.assert(
    fc.property(contenus, contenus, (un, autre) => {
      const aller = ecartsBilan(un, autre);
      const retour = ecartsBilan(autre, un);
      expect(retour).toEqual(
        aller.map(({ label, before, after }) => ({ label, before: after, after: before })),
      );
      expect(memeContenu(un, autre)).toBe(memeContenu(autre, un));
      expect(memeContenu(un, un)).toBe(true);
    }),
  );
});

const theme = {
  code: "mobilite",
  libelle: "Mobilité",
  aide: "",
  consequencesSeules: false,
  pose: true,
  situations: [{ code: "sans-permis", libelle: "N’a pas le permis" }],
  objectifs: [{ code: "passer-permis", libelle: "Passer le permis" }],
  freins: ["mobilite"],
};

test("une réponse garde les mots du jour où elle est signée, même si le thème change", () => {
  const avant: ContenuBilan = {
    libelle: "Mobilité",
    situations: [{ code: "ancien", libelle: "Mots d’avant" }],
    objectifs: [],
    texte: "",
  };
  const reponses = { situations: ["ancien", "sans-permis"], objectifs: [], texte: "" };
  expect(repondreAuTheme(theme, reponses, avant).situations).toEqual([
    { code: "ancien", libelle: "Mots d’avant" },
    { code: "sans-permis", libelle: "N’a pas le permis" },
  ]);
  expect(() => repondreAuTheme(theme, reponses, null)).toThrowError(
    expect.objectContaining({ code: "saisie.invalide" }),
  );
});

test("une ligne du catalogue garde son code, et une nouvelle n’en prend jamais un déjà pris", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 12 }), (lignes) => {
      const uniques = [...new Set(lignes)];
      const premiers = choixDepuisLignes(uniques, []);
      expect(new Set(premiers.map(({ code }) => code)).size).toBe(uniques.length);
      for (const { code } of premiers) expect(code).toMatch(/^[a-z][a-z0-9-]{1,59}$/u);
      expect(choixDepuisLignes(uniques.toReversed(), premiers)).toEqual(premiers.toReversed());
    }),
  );
  expect(codeDe("Élève seule ses enfants")).toBe("eleve-seule-ses-enfants");
});

test("un projet abandonné ne se reprend pas : un autre commence", () => {
  expect(suitesProjet("abandon")).toEqual(["emergence", "validation"]);
  for (const etat of etatsProjet) {
    if (etat !== "emergence" && etat !== "validation") {
      expect(() => exigerPassage(null, etat)).toThrowError(
        expect.objectContaining({ code: "projet.passage" }),
      );
    }
  }
  expect(() => exigerPassage("emergence", "reevaluation")).toThrowError(
    expect.objectContaining({ code: "projet.passage" }),
  );
});

test("ce qui est fait avant son jour ne devient jamais dû", () => {
  const cours = { objet: "frein", prevu: "2026-12-01", fait: null, eteint: null } as const;
  expect(faitsDuCours(cours)).toEqual({
    "etape-prevue": "2026-12-01",
    "etape-faite": null,
    "etape-abandonnee": null,
  });
  expect(faitsDuCours({ ...cours, fait: "2026-11-30" })).toEqual({});
  expect(faitsDuCours({ ...cours, fait: "2026-12-02" })["etape-faite"]).toBe("2026-12-02");
  expect(faitsDuCours({ ...cours, fait: "2026-12-05", eteint: "2026-11-20" })).toEqual({});
});

test("un métier se trouve par son nom sans accent, ou par le début de son code", () => {
  const metiers = [
    { code: "F1602", libelle: "Électricité du bâtiment" },
    { code: "F1703", libelle: "Maçonnerie" },
  ];
  expect(chercherParmi(metiers, "electricite batiment").map(({ code }) => code)).toEqual(["F1602"]);
  expect(chercherParmi(metiers, "f17").map(({ code }) => code)).toEqual(["F1703"]);
  expect(chercherParmi(metiers, "é")).toEqual([]);
});

test("le fichier des métiers se lit avec ou sans en-tête, et dit sa première ligne fausse", () => {
  const lu = [{ code: "K1304", libelle: "Services domestiques" }];
  expect(
    lireFichierMetiers("\uFEFFcode_rome;libelle_rome\r\nK1304;Services domestiques\r\n"),
  ).toEqual(lu);
  expect(lireFichierMetiers('"K1304","Services domestiques"')).toEqual(lu);
  expect(() => lireFichierMetiers("K1304;Services domestiques\nn’importe quoi")).toThrowError(
    expect.objectContaining({
      code: "metiers.illisible",
      message: expect.stringContaining("ligne 2"),
    }),
  );
});
