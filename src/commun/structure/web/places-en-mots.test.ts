import { expect, test } from "vitest";
import { depassementEnMots, placesLibres } from "./places-en-mots.ts";

const charge = (suivies: number, places: number | null, franceTravail = 0) => ({
  suivies,
  places,
  franceTravail,
});

test("les places se disent libres, complètes ou sans limite", () => {
  expect(
    [charge(57, 60), charge(59, 60), charge(60, 60), charge(60, null)].map(placesLibres),
  ).toEqual(["3 places libres", "1 place libre", "complet", "sans limite de places"]);
});

test("ce qui dépasse les places se dit partout de la même façon, les milliers séparés", () => {
  const grande = charge(3250, 2000, 1100);
  expect(depassementEnMots(grande)).toBe(
    "1\u202f250 de plus que les places : France Travail en a orienté 1\u202f100 sans les prendre",
  );
  expect(placesLibres(grande)).toBe(depassementEnMots(grande));
  expect(depassementEnMots(charge(62, 60))).toBe("2 de plus que les places");
});

test("il n’y a pas de dépassement à hauteur des places, en dessous ou sans limite", () => {
  expect([charge(60, 60, 2), charge(1, 60), charge(60, null)].map(depassementEnMots)).toEqual([
    null,
    null,
    null,
  ]);
});
