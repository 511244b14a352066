import { expect } from "vitest";
import { servicePublicEmploi } from "#commun/referentiel";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { orienter, ouvrir, unePopulation } from "../../../app/testing/orientation.ts";
import { aucunFait, lireFaits } from "./faits.ts";

async function faitsDUneOrientee(deps: Deps, classe: string) {
  const { id } = await ouvrir(deps, { nom: "Maison de l’emploi" });
  await lignes(deps, "update structure set classe = $2 where id = $1", [id, classe]);
  await unePopulation(deps, ["ALICE"]);
  const [alice] = await orienter(deps);
  const [lus] = await deps.base.transaction((tx) => lireFaits(tx, [alice?.personneId ?? 0]));
  return lus?.faits ?? {};
}

testAvecBase(
  "la décision vers France Travail est aussi une décision vers le service public de l’emploi",
  async ({ deps }) => {
    const faits = await faitsDUneOrientee(deps, "france-travail");
    expect(faits).toMatchObject({
      decision: "2026-11-22",
      "decision-service-public-emploi": "2026-11-22",
    });
    expect(Object.keys(faits).toSorted()).toEqual(Object.keys(aucunFait).toSorted());
  },
);

for (const classe of servicePublicEmploi.classes) {
  testAvecBase(
    `le référentiel range « ${classe} » dans le service public de l’emploi`,
    async ({ deps }) => {
      expect(await faitsDUneOrientee(deps, classe)).toMatchObject({
        "decision-service-public-emploi": "2026-11-22",
      });
    },
  );
}

testAvecBase("la décision vers une association ne l’est pas", async ({ deps }) => {
  expect(await faitsDUneOrientee(deps, "association")).toMatchObject({
    decision: "2026-11-22",
    "decision-service-public-emploi": null,
  });
});
