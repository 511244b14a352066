import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, idDe } from "../../../app/testing/foyers-inscrits.ts";
import { lireJoignables } from "./lire-joignables.ts";
import { modifierContact } from "./modifier-contact.ts";

const telephone = (valeur: string, accord: string) =>
  ({ nature: "telephone", valeur, type: "M", accord }) as const;

function lire(deps: Deps, personneId: number, agent = unAgent()) {
  return deps.base.transaction((tx) => lireJoignables(contextOf(deps, tx, agent), [personneId]));
}

testAvecBase(
  "chaque numéro du fichier vient avec ce que la personne en a dit, et son nom comme on l’écrit",
  async ({ deps }) => {
    const contacts = [telephone("0322000000", "A"), telephone("0639981234", "R")];
    await declarer(deps, "2026-09-30", [unFoyerDeclare({ contacts })]);
    const id = await idDe(deps, "ALICE");
    const lue = (await lire(deps, id)).get(id);
    expect(lue?.telephones).toEqual([
      { valeur: "0322000000", accord: "A" },
      { valeur: "0639981234", accord: "R" },
    ]);
    expect(lue?.courriels).toEqual([]);
    expect(lue?.valeurs["personne.appel"]).toBe("Madame");
  },
);

testAvecBase(
  "ce qu’elle a dit à un agent compte seul : son refus n’est pas contourné par le fichier",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({ contacts: [telephone("0639981234", "A")] }),
    ]);
    const id = await idDe(deps, "ALICE");
    await modifierContact.execute(deps, unAgent(), {
      personneId: id,
      telephone: "0639981234",
      accordTelephone: "R",
      courriel: "",
      versionTelephone: 0,
      versionCourriel: 0,
    });
    expect((await lire(deps, id)).get(id)?.telephones).toEqual([
      { valeur: "0639981234", accord: "R" },
    ]);
  },
);

testAvecBase("qui est hors du périmètre de l’agent n’est pas dans la réponse", async ({ deps }) => {
  await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
  const id = await idDe(deps, "ALICE");
  const ailleurs = unAgent({ portee: { territoires: [], structures: [], referentId: 1 } });
  expect((await lire(deps, id, ailleurs)).size).toBe(0);
});
