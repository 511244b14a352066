import { expect, test } from "vitest";
import {
  type FluxPresente,
  type IntegrationConnue,
  recevoirFlux,
  totauxConformes,
} from "./recevoir-flux.ts";

const flux = (champs: Partial<FluxPresente> = {}): FluxPresente => ({
  fichier: "RSABEM.xml",
  sha256: "aa",
  octets: 1,
  nature: "beneficiaires",
  periodicite: "M",
  application: "CRI",
  versionApplication: "6200",
  reference: "2026-10-31",
  creeLe: "2026-11-05",
  heure: "01:00:00",
  numeroOrganisme: "801",
  enregistrements: 2,
  annonces: 2,
  annoncesAnomalie: 0,
  departement: "80",
  ...champs,
});
const connue = (champs: Partial<IntegrationConnue> = {}): IntegrationConnue => ({
  id: 7,
  fichier: "RSABEM-09.xml",
  sha256: "bb",
  etat: "terminee",
  nature: "beneficiaires",
  periodicite: "M",
  reference: "2026-09-30",
  creeLe: "2026-10-05",
  heure: "01:00:00",
  numeroOrganisme: "801",
  termineeLe: null,
  vivante: false,
  attendue: false,
  ...champs,
});
const somme = { code: "80", nom: "Somme" };
const refus = (code: string) => expect.objectContaining({ code });

test("un fichier du mois suivant est pris", () => {
  expect(recevoirFlux(flux(), [connue()], somme)).toEqual({ reprendre: null });
});

test("le fichier d’un autre département est refusé, et le refus nomme les deux", () => {
  expect(() => recevoirFlux(flux({ departement: "52" }), [], somme)).toThrowError(
    expect.objectContaining({
      code: "flux.autre-departement",
      message: expect.stringMatching(/52.*Somme \(80\)/s),
    }),
  );
});

test("un fichier qui ne dit pas son département est refusé", () => {
  expect(() => recevoirFlux(flux({ departement: null }), [], somme)).toThrowError(
    refus("flux.autre-departement"),
  );
});

test("le même contenu ne se prend pas deux fois, sous quelque nom que ce soit", () => {
  expect(() =>
    recevoirFlux(flux({ fichier: "copie.zip" }), [connue({ sha256: "aa" })], somme),
  ).toThrowError(refus("flux.deja-pris"));
});

test("une intégration tuée se reprend avec le même fichier", () => {
  expect(recevoirFlux(flux(), [connue({ sha256: "aa", etat: "en-cours" })], somme)).toEqual({
    reprendre: 7,
  });
});

test("une intégration abandonnée peut se reprendre avec le même fichier", () => {
  expect(recevoirFlux(flux(), [connue({ sha256: "aa", etat: "abandonnee" })], somme)).toEqual({
    reprendre: 7,
  });
});

test("une intégration abandonnée ne se reprend plus quand un fichier plus récent a été pris", () => {
  const connues = [
    connue({ id: 8, reference: "2026-11-30", creeLe: "2026-12-05" }),
    connue({ sha256: "aa", etat: "abandonnee" }),
  ];
  expect(() => recevoirFlux(flux(), connues, somme)).toThrowError(refus("flux.plus-ancien"));
});

test("une intégration abandonnée ne se reprend pas par-dessus une autre interrompue", () => {
  const connues = [
    connue({ id: 8, etat: "en-cours" }),
    connue({ sha256: "aa", etat: "abandonnee" }),
  ];
  expect(() => recevoirFlux(flux(), connues, somme)).toThrowError(refus("flux.interrompu"));
});

test("un fichier déposé qui attend peut être redéposé, mais aucun autre ne passe devant", () => {
  const attendue = { etat: "en-cours", attendue: true } as const;
  expect(recevoirFlux(flux(), [connue({ sha256: "aa", ...attendue })], somme)).toEqual({
    reprendre: 7,
  });
  expect(() => recevoirFlux(flux(), [connue(attendue)], somme)).toThrowError(
    refus("flux.en-cours"),
  );
});

test("deux intégrations ne tournent jamais ensemble", () => {
  expect(() =>
    recevoirFlux(flux(), [connue({ etat: "en-cours", vivante: true })], somme),
  ).toThrowError(refus("flux.en-cours"));
});

test("une intégration interrompue passe avant un autre fichier", () => {
  expect(() => recevoirFlux(flux(), [connue({ etat: "en-cours" })], somme)).toThrowError(
    refus("flux.interrompu"),
  );
});

test("un fichier plus ancien que le dernier est refusé, celui d’un autre organisme non", () => {
  const octobre = connue({ reference: "2026-10-31", creeLe: "2026-11-05" });
  const septembre = flux({ reference: "2026-09-30", creeLe: "2026-10-05" });
  expect(() => recevoirFlux(septembre, [octobre], somme)).toThrowError(refus("flux.plus-ancien"));
  expect(recevoirFlux({ ...septembre, numeroOrganisme: "80M" }, [octobre], somme)).toEqual({
    reprendre: null,
  });
});

test("un quotidien créé avant le dernier mensuel est refusé, créé après il est pris", () => {
  const mensuel = connue({ reference: "2026-10-31", creeLe: "2026-11-05", heure: "01:00:00" });
  const quotidien = (creeLe: string) => flux({ periodicite: "I", reference: creeLe, creeLe });
  expect(() => recevoirFlux(quotidien("2026-11-04"), [mensuel], somme)).toThrowError(
    refus("flux.plus-ancien"),
  );
  expect(recevoirFlux(quotidien("2026-11-06"), [mensuel], somme)).toEqual({ reprendre: null });
});

test("les totaux annoncés s’acceptent avec ou sans les anomalies, et leur absence n’est pas un accord", () => {
  expect(totauxConformes(2, 2, 0)).toBe(true);
  expect(totauxConformes(2, 3, 1)).toBe(true);
  expect(totauxConformes(2, 1, 0)).toBe(false);
  expect(totauxConformes(2, null, null)).toBeNull();
});
