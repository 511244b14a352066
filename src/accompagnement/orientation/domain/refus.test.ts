import { expect, test } from "vitest";
import { exigerAAccompagner, prendrePlace } from "./decider.ts";
import { passer } from "./etapes.ts";
import { Places } from "./offre.ts";

const type = {
  code: "social",
  libelle: "Social",
  parent: null,
  dominante: "sociale",
  classes: [],
} as const;

/** What is said when this many persons already hold these places. */
function refusPour(suivies: number, places: number): () => unknown {
  const service = {
    structureId: 1,
    nom: "Maison de l’emploi",
    classe: "association",
    typeOrientation: type.code,
    territoireId: null,
    places,
    referents: [],
  } as const;
  const prises = new Places([service], {
    structures: [{ structureId: 1, type: type.code, suivies }],
    referents: [],
  });
  const placement = { type, structureId: 1, referentId: null, motif: null };
  return () => prendrePlace(placement, { territoireId: null, territoire: null }, prises);
}

test.each([
  [0, 0, "(0 personne suivie pour 0 place)"],
  [1, 1, "(1 personne suivie pour 1 place)"],
  [2, 1, "(2 personnes suivies pour 1 place)"],
  [12, 10, "(12 personnes suivies pour 10 places)"],
])("%i personnes suivies pour %i places se disent au singulier ou au pluriel", (...cas) => {
  const [suivies, places, dit] = cas;
  expect(refusPour(suivies, places)).toThrow(dit);
});

test("qui n’est plus à accompagner se dit sans prétendre qu’on a essayé de décider", () => {
  const refus = () => exigerAAccompagner({ beneficiaire: false });
  expect(refus).toThrow("Aucune orientation ne peut être décidée pour elle");
  expect(refus).not.toThrow("Rien n’a été décidé");
});

test("une proposition décidée ne peut plus être renvoyée, dans les mots de l’écran", () => {
  expect(() => passer("decidee", "refuser", { transmission: true })).toThrow(
    "elle ne peut plus être renvoyée",
  );
});
