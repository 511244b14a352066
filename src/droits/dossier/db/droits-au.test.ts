import { expect } from "vitest";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { testAvecBase } from "#platform/testing/base.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, idDe } from "../../../app/testing/foyers-inscrits.ts";
import { lireDroitsAu } from "./droits-au.ts";

testAvecBase(
  "l’activité compte jusqu’à son dernier jour travaillé compris, et plus le lendemain",
  async ({ deps }) => {
    const activites = [
      { regime: "GE", code: "SAL", depuis: "2026-07-01", jusqua: "2026-08-31", contrat: null },
    ];
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree({ activites })] }),
    ]);
    const personneId = await idDe(deps, "ALICE");
    const regle = valeurAu(chargerReferentiel("somme-2025").beneficiaire, "2026-09-30");
    const lus = await deps.base.transaction((tx) =>
      lireDroitsAu(
        tx,
        regle,
        ["2026-06-30", "2026-07-01", "2026-08-31", "2026-09-01"].map((le) => ({ personneId, le })),
      ),
    );
    expect(lus.map(({ activite }) => activite)).toEqual([null, "SAL", "SAL", null]);
  },
);
