import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Agent, contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { agentDe, avecTerritoires, declarer, idDe } from "../../../app/testing/foyers-inscrits.ts";
import { lireChampsPersonnes } from "./lire-champs-personnes.ts";

function lire(deps: Deps, agent: Agent, id: number) {
  return deps.base.transaction((tx) => lireChampsPersonnes(contextOf(deps, tx, agent), [id]));
}

testAvecBase(
  "un courrier nomme la personne, l’accorde et lui donne l’adresse de son dossier",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree({ qualite: "MME", sexe: "2" })] }),
    ]);
    const id = await idDe(deps, "ALICE");
    const champs = (await lire(deps, unAgent(), id)).get(id);
    expect(champs).toMatchObject({
      "personne.appel": "Madame",
      "personne.nom-complet": "Mme Alice Exemple",
      "personne.accord-e": "e",
    });
    expect(champs?.["personne.adresse"]).toMatch(/\n80\d{3} [A-Z ]+$/u);
    expect(champs?.["dossier.date-demande"]).toMatch(/^\d+(er)? \p{L}+ \d{4}$/u);
  },
);

testAvecBase("hors du périmètre de l’agent, il n’y a personne à qui écrire", async ({ deps }) => {
  const territoire = await avecTerritoires(deps);
  await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
  const id = await idDe(deps, "ALICE");
  const ailleurs = agentDe([territoire("Picardie maritime")]);
  expect(await lire(deps, ailleurs, id)).toEqual(new Map());
});
