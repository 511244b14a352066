import { expect, test } from "vitest";
import { everyRight } from "#platform/usecase/every-right.ts";
import { aucunCompte, type ComptesDuParcours } from "../db/comptes.ts";
import { tachesOrientation } from "./routes-hub.tsx";

const dites = (comptes: Partial<ComptesDuParcours>) =>
  tachesOrientation({ ...aucunCompte, ...comptes }, everyRight, (path) => path).map(
    ({ label }) => label,
  );

test("une seule chose à faire se dit en toutes lettres, et « de » s’élide devant elle", () => {
  expect(dites({ rendezVousAFixer: 1, aProposer: 1, aDecider: 1, aNotifier: 1 })).toEqual([
    "Décider une orientation",
    "Proposer une orientation à une personne",
    "Notifier une décision",
    "Fixer le premier rendez-vous d’une personne",
  ]);
});

test("plusieurs se disent par leur nombre, aucune ne se dit pas", () => {
  expect(dites({ rendezVousAFixer: 12, aTransmettre: 2 })).toEqual([
    "Transmettre 2 propositions",
    "Fixer le premier rendez-vous de 12 personnes",
  ]);
});
