import fc from "fast-check";
import { expect, test } from "vitest";
import { champsManquants, proposerCorrespondance } from "./champs.ts";
import { lireJour } from "./dates.ts";
import { type Lexique, lireLigne } from "./lire-ligne.ts";
import { natureEcrite } from "./natures.ts";

const entetes = ["NOM", "Prénom", "Né(e) le", "Action", "Date d’entrée", "Sortie", "Motif sortie"];
const lexique: Lexique = {
  entetes,
  correspondance: proposerCorrespondance(entetes, {}),
  actionId: null,
  actionNommee: (valeur) => (valeur === "Coaching" ? 7 : null),
  natureNommee: natureEcrite,
};

test.each([
  ["2026-03-01", "2026-03-01"],
  ["01/03/2026", "2026-03-01"],
  ["1-3-26", "2026-03-01"],
  ["01.03.2026", "2026-03-01"],
  ["1er mars 2026", "2026-03-01"],
  ["12 janv. 2026", "2026-01-12"],
  ["46082", "2026-03-01"],
  ["05/07/62", "1962-07-05"],
])("le jour écrit « %s » se lit %s", (ecrit, jour) => {
  expect(lireJour(ecrit)).toBe(jour);
});

test.each(["31/02/2026", "2026-13-01", "demain", "12", "3 j 2026", "03/2026", ""])(
  "« %s » n’est pas un jour",
  (ecrit) => {
    expect(lireJour(ecrit)).toBeNull();
  },
);

test("un jour écrit de trois façons est le même jour", () => {
  const jours = fc.date({
    min: new Date("1955-01-01"),
    max: new Date("2029-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(jours, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [an = "", mois = "", jour = ""] = iso.split("-");
      const numero = String(Math.floor(Date.parse(iso) / 86_400_000) + 25_569);
      for (const ecrit of [
        iso,
        `${jour}/${mois}/${an}`,
        `${jour}.${mois}.${an.slice(2)}`,
        numero,
      ]) {
        expect(lireJour(ecrit)).toBe(iso);
      }
    }),
  );
});

test("les colonnes se reconnaissent à leur titre, et chacune une seule fois", () => {
  const proposee = proposerCorrespondance(["Nom", "Nom d’usage", "PRENOM", "Couleur"], {});
  expect(proposee).toEqual({ nom: "nom", "nom d usage": null, prenom: "prenom", couleur: null });
});

test("ce qui a été dit d’une colonne la fois d’avant l’emporte sur son titre", () => {
  expect(proposerCorrespondance(["Nom", "Libre"], { nom: null, libre: "nom" })).toEqual({
    nom: null,
    libre: "nom",
  });
});

test("les colonnes sans lesquelles rien ne se lit sont nommées", () => {
  expect(champsManquants({ nom: "nom", fin: "sortie" }, { actionChoisie: false })).toEqual([
    "Nom, prénom et date de naissance, ou numéro de demande RSA",
    "Action",
    "Date d’entrée",
    "Nature de la sortie",
  ]);
  expect(champsManquants({ n: "numero-demande", e: "entree" }, { actionChoisie: true })).toEqual(
    [],
  );
});

test("une ligne donne un séjour, sa sortie et sa nature", () => {
  const cellules = ["Exemple", "Anne", "05/07/1982", "Coaching", "2026-01-05", "46082", "CDI"];
  expect(lireLigne(3, cellules, lexique)).toEqual({
    ligne: 3,
    actionId: 7,
    personne: {
      nom: "Exemple",
      prenom: "Anne",
      dateNaissance: "1982-07-05",
      numeroDemande: null,
    },
    entreLe: "2026-01-05",
    contratLe: null,
    attestationLe: null,
    sortie: {
      le: "2026-03-01",
      nature: "cdi",
      debut: null,
      fin: null,
      employeur: null,
      siae: false,
    },
  });
});

test("toutes les raisons de refuser une ligne sont dites ensemble", () => {
  const cellules = ["", "Anne", "le 5", "Atelier", "", "32/01/2026", "Bidule"];
  expect(lireLigne(4, cellules, lexique)).toEqual({
    refus: [
      "« le 5 » n’est pas une date (Date de naissance).",
      "Le nom est vide.",
      "La date d’entrée est vide.",
      "« Atelier » n’est aucune de vos actions : dites laquelle c’est, une fois pour toutes.",
      "« 32/01/2026 » n’est pas une date (Date de sortie).",
      "« Bidule » n’est pas une nature de sortie connue : dites ce que c’est, une fois pour toutes.",
    ],
  });
});

test("une nature de sortie sans date est refusée, elle n’est pas perdue", () => {
  const cellules = ["Exemple", "Anne", "05/07/1982", "Coaching", "2026-01-05", "", "CDI"];
  expect(lireLigne(5, cellules, lexique)).toEqual({
    refus: ["La sortie « CDI » n’a pas de date."],
  });
});
