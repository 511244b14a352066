import { describe, expect, test } from "vitest";
import { contrast } from "#platform/ui/color.ts";
import { codesCaf, libelle, listeDeBalise, suspensionsMaintenant, vieEnCouple } from "../index.ts";
import {
  chargerReferentiel,
  listerReferentiels,
  validerReferentiel,
} from "./charger-referentiel.ts";

const livres = listerReferentiels();

test("les quatre référentiels livrés se chargent", () => {
  expect(livres.map(({ nom }) => nom)).toEqual([
    "bas-rhin-2015",
    "nord-2019",
    "seine-saint-denis-2018",
    "somme-2025",
  ]);
  expect(chargerReferentiel("somme-2025").departement.code).toBe("80");
});

test("un référentiel inconnu est refusé, avec la liste de ceux qui existent", () => {
  expect(() => chargerReferentiel("creuse-2020")).toThrow(/somme-2025/u);
});

describe.each(livres.map((livre) => [livre.nom, livre] as const))("%s", (_nom, livre) => {
  test("donne le texte source, la date et la certitude de chaque valeur", () => {
    const versions = [
      ...livre.vocabulaire,
      ...livre.couleurs,
      ...livre.territoires,
      ...livre.beneficiaire,
      ...livre.completude,
    ];
    for (const { texte, depuis, certitude } of versions) {
      expect(texte.length).toBeGreaterThan(10);
      expect(depuis).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(["V", "S", "M", "a-confirmer"]).toContain(certitude);
    }
  });

  test("porte deux couleurs lisibles, distinctes l’une de l’autre", () => {
    for (const { valeur } of livre.couleurs) {
      expect(contrast(valeur.principale, "#ffffff")).toBeGreaterThanOrEqual(7);
      expect(contrast(valeur.secondaire, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(valeur.principale).not.toBe(valeur.secondaire);
    }
  });
});

test("chaque référentiel a ses propres couleurs", () => {
  const couleurs = livres.flatMap((livre) =>
    livre.couleurs.flatMap(({ valeur }) => [valeur.principale, valeur.secondaire]),
  );
  expect(new Set(couleurs).size).toBe(couleurs.length);
});

test.each([
  [
    "departement.code",
    (r: Brouillon) => ({ ...r, departement: { ...r.departement, code: "800" } }),
  ],
  ["couleurs.0.valeur.principale", (r: Brouillon) => ({ ...r, couleurs: couleurPale(r) })],
  [
    "completude.0.texte",
    (r: Brouillon) => ({ ...r, completude: [{ ...r.completude[0], texte: " " }] }),
  ],
  ["vocabulaire.0", (r: Brouillon) => ({ ...r, vocabulaire: [] })],
  ["territoires.0.valeur.0", (r: Brouillon) => ({ ...r, territoires: territoireVide(r) })],
  ["beneficiaire", ({ beneficiaire, ...r }: Brouillon) => ({ ...r, ancien: beneficiaire })],
])("un référentiel dont « %s » est faux est refusé en nommant ce champ", (champ, casser) => {
  const refuser = () => validerReferentiel(casser(chargerReferentiel("somme-2025")));
  expect(refuser).toThrow(expect.objectContaining({ code: "referentiel.invalide" }));
  expect(refuser).toThrow(new RegExp(`${champ.replaceAll(".", "\\.")} : `, "u"));
  expect(refuser).not.toThrow(/Invalid|expected|Required/u);
});

type Brouillon = ReturnType<typeof chargerReferentiel>;

const couleurPale = (r: Brouillon) => [
  { ...r.couleurs[0], valeur: { principale: "#ffe680", secondaire: "#2b6cb0" } },
];
const territoireVide = (r: Brouillon) => [
  { ...r.territoires[0], valeur: [{ nom: "Rien", communes: [], epci: [], arrondissements: [] }] },
];

describe("les listes de codes nationales", () => {
  const listes = Object.values(codesCaf);

  test("citent toutes leur source, et n’ont aucun libellé vide", () => {
    for (const liste of listes) {
      expect(liste.source.length).toBeGreaterThan(10);
      for (const [code, sens] of Object.entries(liste.codes)) {
        expect(sens.trim(), `${liste.balise} ${code}`).toBe(sens);
        expect(sens.length, `${liste.balise} ${code}`).toBeGreaterThan(1);
      }
    }
  });

  test("n’ont pas deux listes pour une balise", () => {
    expect(new Set(listes.map(({ balise }) => balise)).size).toBe(listes.length);
    expect(listeDeBalise("DIFSOC")).toBe(codesCaf.difficulteSociale);
    expect(listeDeBalise("NIR")).toBeUndefined();
  });

  test("lisent un code complété d’espaces", () => {
    expect(libelle(codesCaf.motifSuspensionVersement, "35 ")).toBe(
      "Demande d’avantage vieillesse absente ou tardive",
    );
  });

  test("gardent un code inconnu tel que reçu, y compris s’il ressemble à une propriété", () => {
    expect(libelle(codesCaf.etatDossier, "9")).toBe("code inconnu 9");
    expect(libelle(codesCaf.etatDossier, "toString")).toBe("code inconnu toString");
  });

  test("distinguent les couples des personnes isolées", () => {
    expect(vieEnCouple("MAR")).toBe(true);
    expect(vieEnCouple("SEF")).toBe(false);
    expect(vieEnCouple("ABA")).toBeNull();
    expect(vieEnCouple("ZZZ")).toBeNull();
  });

  test("disent quels motifs de suspension laissent une personne bénéficiaire", () => {
    for (const livre of livres) {
      for (const { valeur } of livre.beneficiaire) {
        expect(new Set(valeur.motifsEtat4)).toEqual(new Set(Object.keys(suspensionsMaintenant)));
      }
    }
  });
});
