import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { fusionnerPersonnes } from "./fusionner-personnes.ts";
import { lireJoignables } from "./lire-joignables.ts";
import { lireCoordonnees, modifierContact } from "./modifier-contact.ts";

const fichier = { nature: "telephone", valeur: "0600000001", type: "M", accord: "I" } as const;

async function alice(deps: Deps): Promise<number> {
  await declarer(deps, "2026-09-30", [unFoyerDeclare({ contacts: [fichier] })]);
  return idDe(deps, "ALICE");
}

const situation = (deps: Deps) =>
  lignes(deps, "select telephone, courriel from situation_personne");

testAvecBase(
  "ce que la personne dit à un agent passe avant le fichier, et le fichier reste lisible",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const lues = await lireCoordonnees.execute(deps, unAgent(), { personneId });
    expect(lues).toMatchObject({ telephone: "0600000001", versionTelephone: 0 });
    await modifierContact.execute(deps, unAgent(), {
      personneId,
      telephone: "06 12 34 56 78",
      accordTelephone: "A",
      courriel: "alice@exemple.fr",
      accordCourriel: "A",
      versionTelephone: 0,
      versionCourriel: 0,
    });
    expect(await situation(deps)).toEqual([
      { telephone: "0612345678", courriel: "alice@exemple.fr" },
    ]);
    expect(
      await lignes(deps, "select valeur, source, remplace_le from contact order by id"),
    ).toMatchObject([
      { valeur: "0600000001", source: "flux", remplace_le: null },
      { valeur: "0612345678", source: "agent", remplace_le: null },
      { valeur: "alice@exemple.fr", source: "agent" },
    ]);
    await declarer(deps, "2026-10-31", [
      unFoyerDeclare({ contacts: [{ ...fichier, valeur: "0600000002" }] }),
    ]);
    expect(await situation(deps)).toEqual([
      { telephone: "0612345678", courriel: "alice@exemple.fr" },
    ]);
  },
);

testAvecBase("enregistrer sans rien changer n’écrit rien", async ({ deps }) => {
  const personneId = await alice(deps);
  const { changes } = await modifierContact.execute(deps, unAgent(), {
    personneId,
    telephone: "0600000001",
    courriel: "",
    versionTelephone: 0,
    versionCourriel: 0,
  });
  expect(changes).toEqual([]);
  expect(await lignes(deps, "select count(*)::int as n from contact")).toEqual([{ n: 1 }]);
});

testAvecBase(
  "le second qui enregistre apprend ce que le premier a enregistré, et rien n’est écrasé",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const modifier = (telephone: string, versionTelephone: number) =>
      modifierContact.execute(deps, unAgent(), {
        personneId,
        telephone,
        courriel: "",
        versionTelephone,
        versionCourriel: 0,
      });
    await modifier("0611111111", 0);
    await expect(modifier("0622222222", 0)).rejects.toMatchObject({
      code: "contact.conflit",
      details: { enregistrees: { telephone: "0611111111", versionTelephone: 1 } },
    });
    await modifier("", 1);
    await modifier("0633333333", 2);
    await expect(modifier("0644444444", 1)).rejects.toMatchObject({ code: "contact.conflit" });
    expect(await situation(deps)).toMatchObject([{ telephone: "0633333333" }]);
  },
);

testAvecBase(
  "un numéro ou une adresse mal écrits se refusent en disant quoi écrire",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const refus = modifierContact.execute(deps, unAgent(), {
      personneId,
      telephone: "12",
      courriel: "alice",
      versionTelephone: 0,
      versionCourriel: 0,
    });
    await expect(refus).rejects.toMatchObject({
      code: "saisie.invalide",
      details: {
        champs: {
          telephone: expect.stringContaining("dix chiffres"),
          courriel: expect.stringContaining("nom@exemple.fr"),
        },
      },
    });
  },
);

testAvecBase(
  "de deux fiches réunies, le numéro dit depuis remplace ceux des deux",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare(),
      unFoyerDeclare({
        numeroDemande: "80000000002",
        personnes: [unePersonneDeclaree({ nir: "2850480021555" })],
      }),
    ]);
    const [paire] = await lignes<{ id: number; a: number; b: number }>(
      deps,
      "select id, personne_a_id as a, personne_b_id as b from paire_douteuse",
    );
    if (!paire) throw new Error("une paire douteuse est attendue");
    const dire = (personneId: number, telephone: string, versionTelephone: number) =>
      modifierContact.execute(deps, unAgent(), {
        ...{ personneId, telephone, versionTelephone, courriel: "", versionCourriel: 0 },
      });
    await dire(paire.a, "0611111111", 0);
    await dire(paire.b, "0622222222", 0);
    await fusionnerPersonnes.execute(deps, unAgent(), { paireId: paire.id, gardeeId: paire.a });
    await dire(paire.a, "0633333333", 1);
    const joignables = await deps.base.transaction((tx) =>
      lireJoignables({ tx, agent: unAgent() }, [paire.a]),
    );
    expect(joignables.get(paire.a)?.telephones.map(({ valeur }) => valeur)).toEqual(["0633333333"]);
  },
);
