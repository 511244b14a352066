import fc from "fast-check";
import { expect, test } from "vitest";
import { codesRole, droits, roles } from "#referentiels/national/roles.ts";
import { droitsDe, exigerPerimetre, type HabilitationEnVigueur, porteeDe } from "./habilitation.ts";

const une = (role: string, champs: Partial<HabilitationEnVigueur> = {}): HabilitationEnVigueur => ({
  role,
  territoires: [],
  structures: [],
  ...champs,
});

test("sans habilitation, ni droit ni personne en vue", () => {
  expect([...droitsDe([], roles)]).toEqual([]);
  expect(porteeDe([], roles, 12, "personne:lire")).toEqual({
    territoires: [],
    structures: [],
    referentId: null,
  });
});

test("les droits s’additionnent, un rôle inconnu n’en donne aucun", () => {
  const siens = droitsDe([une("referent"), une("administrateur"), une("roi")], roles);
  expect(siens.has("contact:modifier")).toBe(true);
  expect(siens.has("agent:gerer")).toBe(true);
  expect(siens.has("dossier:lire-nir")).toBe(false);
});

test("l’administrateur qui est aussi responsable ne lit que les dossiers de son territoire", () => {
  const siennes = [une("administrateur"), une("responsable", { territoires: [3] })];
  expect(porteeDe(siennes, roles, 12, "personne:lire").territoires).toEqual([3]);
  expect(porteeDe(siennes, roles, 12, "journal:lire").territoires).toBe("tous");
});

test("les territoires de plusieurs habilitations s’unissent", () => {
  const siennes = [
    une("responsable", { territoires: [3, 1] }),
    une("responsable", { territoires: [3, 7] }),
  ];
  expect(porteeDe(siennes, roles, 12, "personne:lire")).toEqual({
    territoires: [1, 3, 7],
    structures: [],
    referentId: null,
  });
});

test("un référent ouvre son portefeuille, une structure les personnes qu’elle suit, et rien par territoire", () => {
  expect(porteeDe([une("referent")], roles, 12, "personne:lire")).toEqual({
    territoires: [],
    structures: [],
    referentId: 12,
  });
  expect(porteeDe([une("accueil", { structures: [5] })], roles, 12, "personne:lire")).toEqual({
    territoires: [],
    structures: [5],
    referentId: null,
  });
});

test("retirer une habilitation n’élargit jamais la vue", () => {
  const habilitation = fc.record({
    role: fc.constantFrom(...codesRole),
    territoires: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    structures: fc.constant([1]),
  });
  fc.assert(
    fc.property(fc.array(habilitation, { minLength: 1, maxLength: 4 }), (siennes) => {
      const avant = porteeDe(siennes, roles, 12, "personne:lire").territoires;
      const apres = porteeDe(siennes.slice(1), roles, 12, "personne:lire").territoires;
      if (avant === "tous") return;
      expect(apres).not.toBe("tous");
      expect(avant).toEqual(expect.arrayContaining([...apres]));
    }),
  );
});

test("un rôle borné par territoire se donne avec un territoire au moins", () => {
  expect(() => exigerPerimetre(une("responsable"), roles)).toThrowError(
    expect.objectContaining({ details: { champs: { territoires: expect.any(String) } } }),
  );
  expect(() => exigerPerimetre(une("roi"), roles)).toThrowError(
    expect.objectContaining({ code: "saisie.invalide" }),
  );
  expect(() => exigerPerimetre(une("gestionnaire"), roles)).not.toThrow();
});

test("chaque droit écrit dans un rôle existe, et chaque droit est donné par un rôle", () => {
  const donnes = new Set(codesRole.flatMap((code) => [...roles[code].droits]));
  expect(donnes).toEqual(new Set(Object.keys(droits)));
});
