import { expect, test } from "vitest";
import { attendreMensuel, avancement, etatAffiche } from "./avancement.ts";

test("une intégration déposée attend, tenue elle avance, lâchée elle est interrompue", () => {
  const enCours = { etat: "en-cours", vivante: false, attendue: false } as const;
  expect(etatAffiche({ ...enCours, attendue: true })).toBe("attente");
  expect(etatAffiche({ ...enCours, vivante: true })).toBe("en-cours");
  expect(etatAffiche(enCours)).toBe("interrompue");
  expect(etatAffiche({ ...enCours, etat: "terminee" })).toBe("terminee");
});

test("l’allure et le temps restant se lisent sur toute la durée", () => {
  expect(avancement(1000, 4000, 2000)).toEqual({
    faits: 1000,
    total: 4000,
    parSeconde: 500,
    resteSecondes: 6,
  });
  expect(avancement(0, 4000, 2000).parSeconde).toBeNull();
  expect(avancement(10, 4000, 100).resteSecondes).toBeNull();
});

test("le fichier d’octobre est attendu début novembre, puis en retard", () => {
  const attente = (jour: string) => attendreMensuel("2026-09-30", 6, jour);
  expect(attente("2026-11-02")).toEqual({
    mois: "2026-10-01",
    attenduLe: "2026-11-06",
    etat: "a-venir",
  });
  expect(attente("2026-11-06")?.etat).toBe("attendu");
  expect(attente("2026-11-11")?.etat).toBe("attendu");
  expect(attente("2026-11-12")?.etat).toBe("en-retard");
});

test("le fichier de novembre se compte sur le passage d’année", () => {
  expect(attendreMensuel("2026-10-31", 6, "2026-12-01")).toMatchObject({
    mois: "2026-11-01",
    attenduLe: "2026-12-06",
  });
  expect(attendreMensuel("2026-11-30", 6, "2026-12-01")).toMatchObject({
    mois: "2026-12-01",
    attenduLe: "2027-01-06",
  });
});

test("rien n’est attendu avant le premier fichier", () => {
  expect(attendreMensuel(null, 6, "2026-12-01")).toBeNull();
});
