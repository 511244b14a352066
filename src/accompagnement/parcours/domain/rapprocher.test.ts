import { describe, expect, test } from "vitest";
import { type DernierAccompagnement, rapprocher, type SuiviConstate } from "./rapprocher.ts";
import { regleParcoursAu } from "./regles.ts";

const le = "2026-11-22";
const regles = regleParcoursAu("bas-rhin-2015", le);

const suivi = (champs: Partial<SuiviConstate> = {}): SuiviConstate => ({
  personneId: 1,
  orientationId: 10,
  designationId: 100,
  type: "referent-professionnel",
  structureId: 5,
  referentId: 7,
  orienteeLe: "2026-06-01",
  designeeLe: "2026-06-01",
  finieLe: null,
  motifFin: null,
  contratSigneLe: null,
  ...champs,
});

const dernier = (champs: Partial<DernierAccompagnement> = {}): DernierAccompagnement => ({
  id: 3,
  personneId: 1,
  orientationId: 10,
  designationId: 100,
  structureId: 5,
  referentId: 7,
  regle: "referent-professionnel",
  du: "2026-06-01",
  ouvert: true,
  compteDu: null,
  ...champs,
});

const suites = (un: SuiviConstate, connu: DernierAccompagnement | null) =>
  rapprocher([un], { regles, le, derniers: new Map(connu ? [[1, connu]] : []) });

describe("le rapprochement des périodes et des désignations", () => {
  test("une désignation ouvre sa période, dont le compteur attend le contrat", () => {
    expect(suites(suivi(), null).ouvertures).toMatchObject([
      { regle: "referent-professionnel", du: "2026-06-01", compteDu: null, moisAccordes: 6 },
    ]);
    expect(suites(suivi({ type: "social" }), null).ouvertures).toMatchObject([
      { regle: "social", compteDu: "2026-06-01", moisAccordes: null },
    ]);
  });

  test("le contrat fait partir le compteur, sauf s’il date d’avant l’orientation", () => {
    const signe = (contratSigneLe: string) =>
      suites(suivi({ contratSigneLe }), dernier()).demarrages;
    expect(signe("2026-06-20")).toEqual([{ id: 3, le: "2026-06-20" }]);
    expect(signe("2026-05-31")).toEqual([]);
  });

  test("un changement de référent ou de structure fait suivre la période, sans la recommencer", () => {
    const { passages, clotures, ouvertures } = suites(
      suivi({ designationId: 101, structureId: 6, referentId: 8 }),
      dernier(),
    );
    expect(passages).toEqual([{ id: 3, designationId: 101, structureId: 6, referentId: 8 }]);
    expect([clotures, ouvertures]).toEqual([[], []]);
  });

  test("une réorientation clôt la période et en ouvre une autre le même jour", () => {
    const { clotures, ouvertures } = suites(
      suivi({ orientationId: 11, designationId: 102, type: "social", designeeLe: "2026-09-01" }),
      dernier(),
    );
    expect(clotures).toEqual([{ id: 3, le: "2026-09-01", motif: "reorientation" }]);
    expect(ouvertures).toMatchObject([{ regle: "social", du: "2026-09-01" }]);
  });

  test("un droit clos clôt la période au jour où l’orientation a fini", () => {
    const sansSuivi = suivi({
      orientationId: null,
      designationId: null,
      finieLe: "2026-10-31",
      motifFin: "droit-clos",
    });
    expect(suites(sansSuivi, dernier()).clotures).toEqual([
      { id: 3, le: "2026-10-31", motif: "droit-clos" },
    ]);
    expect(suites(sansSuivi, dernier({ ouvert: false })).clotures).toEqual([]);
  });

  test("une période conclue sous la même orientation ne recommence pas", () => {
    expect(suites(suivi(), dernier({ ouvert: false })).ouvertures).toEqual([]);
  });

  test("rapprocher deux fois ne change plus rien", () => {
    const [ouverte] = suites(suivi(), null).ouvertures;
    if (!ouverte) throw new Error("une ouverture est attendue");
    const connu = dernier({ ...ouverte, ouvert: true });
    expect(suites(suivi(), connu)).toEqual({
      ouvertures: [],
      clotures: [],
      passages: [],
      demarrages: [],
    });
  });
});
