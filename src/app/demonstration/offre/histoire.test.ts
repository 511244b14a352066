import { expect, test } from "vitest";
import { programmeAu } from "#offre/catalogue";
import { type ActionJouee, raconterSejours } from "./histoire.ts";
import { sortieDe, suitesDe } from "./sorties.ts";

const { programme } = programmeAu("nord-2019", "2026-11-01");
const JUSQUA = "2026-11-10";

const actions = programme.fiches
  .filter(({ code }) => code !== "i-2")
  .map(
    (fiche, rang): ActionJouee => ({
      ...{ id: rang + 1, nom: fiche.court, fiche, territoireId: 1, du: "2024-01-01", au: null },
      places: [
        { du: "2024-01-01", au: "2026-04-15", places: 6 },
        { du: "2026-04-15", au: null, places: 4 },
      ],
    }),
  );
const personnes = Array.from({ length: 90 }, (_, rang) => ({
  personneId: rang + 1,
  territoireId: 1,
  beneficiaire: rang % 9 !== 0,
  dateNaissance: `${1960 + (rang % 45)}-03-04`,
}));
const sejours = raconterSejours(actions, personnes, JUSQUA);
const ficheDe = new Map(actions.map(({ id, fiche }) => [id, fiche]));

test("la même population vit la même histoire", () => {
  expect(raconterSejours(actions, personnes, JUSQUA)).toEqual(sejours);
  expect(sejours.length).toBeGreaterThan(200);
});

test("une personne est dans une action à la fois, et au plus dans une autre qui garde son suivi", () => {
  for (const suivi of [true, false]) {
    const memes = sejours.filter(({ actionId }) => ficheDe.get(actionId)?.gardeLeSuivi === suivi);
    for (const siens of Map.groupBy(memes, ({ personneId }) => personneId).values()) {
      const ordonnes = siens.toSorted((a, b) => a.entreLe.localeCompare(b.entreLe));
      ordonnes.slice(1).forEach(({ entreLe }, rang) => {
        expect((ordonnes[rang]?.sortiLe ?? "9999") < entreLe).toBe(true);
      });
    }
  }
});

test("rien n’est raconté avant l’ouverture ni après le dernier jour", () => {
  for (const { entreLe, sortiLe } of sejours) {
    expect(entreLe > "2024-01-01" && entreLe <= JUSQUA).toBe(true);
    expect(sortiLe === null || (sortiLe > entreLe && sortiLe <= JUSQUA)).toBe(true);
  }
});

test("les sorties vont partout, et ce qui suit une sortie est connu ou encore attendu", () => {
  const sorties = sejours.flatMap(({ actionId, sortiLe, rang }) => {
    const fiche = ficheDe.get(actionId);
    if (!fiche || sortiLe === null) return [];
    const sortie = sortieDe(fiche, rang, sortiLe);
    return [{ sortie, suites: suitesDe(fiche, sortie, { rang, aujourdhui: JUSQUA }) }];
  });
  expect(new Set(sorties.map(({ sortie }) => sortie.nature)).size).toBeGreaterThan(9);
  expect(sorties.some(({ suites }) => suites.length > 0)).toBe(true);
  expect(sorties.flatMap(({ suites }) => suites).every(({ le }) => le <= JUSQUA)).toBe(true);
});
