import { expect } from "vitest";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { agentDe, declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { lireReponses } from "../db/reponses.ts";
import type { ReponsesDiagnostic } from "../domain/reponses.ts";
import { abandonnerDiagnostic, validerDiagnostic } from "./clore-brouillon.ts";
import { consulterDiagnostic } from "./consulter-diagnostic.ts";
import { diagnosticValide } from "./faits.ts";
import { repondreDiagnostic } from "./repondre-diagnostic.ts";

const agent = unAgent({ nom: "Rose Parcours" });

async function alice(deps: Deps): Promise<number> {
  await declarer(deps, "2026-09-30", [
    unFoyerDeclare({
      personnes: [unePersonneDeclaree({ diagnostic: { DIFSOC: ["0402"], HISPRO: ["1902"] } })],
    }),
  ]);
  return idDe(deps, "ALICE");
}

const repondre = (
  deps: Deps,
  personneId: number,
  page: number,
  version: number,
  reponses: Record<string, string[]>,
) => repondreDiagnostic.execute(deps, agent, { personneId, page, version, reponses });

const reponses = (deps: Deps, personneId: number): Promise<ReponsesDiagnostic | undefined> =>
  deps.base.transaction(async (tx) => (await lireReponses(tx, [personneId])).get(personneId));

async function pageDe(deps: Deps, personneId: number, code: string): Promise<number> {
  const { pages } = await consulterDiagnostic.execute(deps, agent, { personneId });
  return pages.find(({ questions }) => questions.some((une) => une.code === code))?.numero ?? 0;
}

testAvecBase(
  "ce que la personne a déclaré sert tant qu’aucun diagnostic n’est validé",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const page = await pageDe(deps, personneId, "HISPRO");
    await repondre(deps, personneId, page, 0, { HISPRO: ["1901"] });
    expect(await reponses(deps, personneId)).toEqual({ DIFSOC: ["0402"], HISPRO: ["1902"] });
    await validerDiagnostic.execute(deps, agent, { personneId, version: 1 });
    expect(await reponses(deps, personneId)).toEqual({ HISPRO: ["1901"] });
    const toutes = await deps.base.transaction((tx) => lireReponses(tx, "tous"));
    expect([...toutes]).toEqual([[personneId, { HISPRO: ["1901"] }]]);
  },
);

testAvecBase(
  "un diagnostic validé ne change plus : le suivant prend sa place et l’ancien reste lisible",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const page = await pageDe(deps, personneId, "HISPRO");
    for (const reponse of ["1901", "1903"]) {
      await repondre(deps, personneId, page, 0, { HISPRO: [reponse] });
      await validerDiagnostic.execute(deps, agent, { personneId, version: 1 });
    }
    const { valides, brouillon } = await consulterDiagnostic.execute(deps, agent, { personneId });
    expect(brouillon).toBeNull();
    expect(valides.map((un) => [un.reponses, un.valideLe, un.valideParNom])).toEqual([
      [{ HISPRO: ["1903"] }, "2026-11-22", "Rose Parcours"],
      [{ HISPRO: ["1901"] }, "2026-11-22", "Rose Parcours"],
    ]);
    await expect(
      validerDiagnostic.execute(deps, agent, { personneId, version: 2 }),
    ).rejects.toMatchObject({ code: "diagnostic.sans-brouillon" });
  },
);

testAvecBase(
  "une page garde les réponses des autres pages, et vider une question l’oublie",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const [parcours, social] = [
      await pageDe(deps, personneId, "HISPRO"),
      await pageDe(deps, personneId, "DIFSOC"),
    ];
    await repondre(deps, personneId, parcours, 0, { HISPRO: ["1901"], CESSDERACT: ["2701"] });
    await repondre(deps, personneId, social, 1, { DIFSOC: ["0402", "0406", "0402"] });
    await repondre(deps, personneId, parcours, 2, { HISPRO: ["1901"] });
    const { brouillon } = await consulterDiagnostic.execute(deps, agent, { personneId });
    expect(brouillon).toMatchObject({
      reponses: { HISPRO: ["1901"], DIFSOC: ["0402", "0406"] },
      version: 3,
    });
  },
);

testAvecBase("une réponse inconnue, double ou contradictoire est refusée", async ({ deps }) => {
  const personneId = await alice(deps);
  const parcours = await pageDe(deps, personneId, "HISPRO");
  const social = await pageDe(deps, personneId, "DIFSOC");
  const champs = async (page: number, saisie: Record<string, string[]>) => {
    try {
      await repondre(deps, personneId, page, 0, saisie);
    } catch (error) {
      if (error instanceof DomainError) return error.details["champs"];
    }
    return null;
  };
  expect(await champs(parcours, { HISPRO: ["0000"] })).toEqual({
    HISPRO: "Choisissez parmi les réponses proposées.",
  });
  expect(await champs(parcours, { HISPRO: ["1901", "1902"] })).toEqual({
    HISPRO: "Choisissez une seule réponse.",
  });
  expect(await champs(social, { DIFSOC: ["0401", "0402"] })).toEqual({
    DIFSOC: "« Aucune difficulté » exclut les autres réponses : gardez l’une ou les autres.",
  });
  expect(await lignes(deps, "select from diagnostic")).toEqual([]);
});

testAvecBase(
  "le second qui enregistre apprend ce que le premier a répondu, et rien n’est écrasé",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const page = await pageDe(deps, personneId, "HISPRO");
    await repondre(deps, personneId, page, 0, { HISPRO: ["1901"] });
    for (const version of [0, 2]) {
      await expect(
        repondre(deps, personneId, page, version, { HISPRO: ["1904"] }),
      ).rejects.toMatchObject({
        code: "diagnostic.conflit",
        details: { enregistrees: { HISPRO: ["1901"] } },
      });
    }
    await expect(
      abandonnerDiagnostic.execute(deps, agent, { personneId, version: 0 }),
    ).rejects.toMatchObject({ code: "diagnostic.conflit" });
  },
);

testAvecBase("un dossier auquel il manquait un diagnostic n’en manque plus", async ({ deps }) => {
  await declarer(deps, "2026-08-31", []);
  await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
  const personneId = await idDe(deps, "ALICE");
  const manquants = async () =>
    (await lignes<{ m: string[] }>(deps, "select manquants as m from situation_personne"))[0]?.m;
  expect(await manquants()).toContain("diagnostic");
  const page = await pageDe(deps, personneId, "HISPRO");
  await repondre(deps, personneId, page, 0, { HISPRO: ["1901"] });
  await validerDiagnostic.execute(deps, agent, { personneId, version: 1 });
  expect(await manquants()).not.toContain("diagnostic");
});

testAvecBase("valider un diagnostic le dit à qui l’attend, dans le même acte", async ({ deps }) => {
  const personneId = await alice(deps);
  const page = await pageDe(deps, personneId, "HISPRO");
  await repondre(deps, personneId, page, 0, { HISPRO: ["1901"] });
  const entendus: unknown[] = [];
  const ecoute = {
    ...deps,
    reactions: [
      {
        fact: diagnosticValide.name,
        run: (_: unknown, fait: unknown) => {
          entendus.push(fait);
          return Promise.resolve();
        },
      },
    ],
  };
  const { diagnosticId } = await validerDiagnostic.execute(ecoute, agent, {
    personneId,
    version: 1,
  });
  expect(entendus).toEqual([{ personneId, diagnosticId, le: "2026-11-22" }]);
});

testAvecBase("un brouillon vide ne se valide pas, et s’abandonne", async ({ deps }) => {
  const personneId = await alice(deps);
  await repondre(deps, personneId, 1, 0, {});
  await expect(
    validerDiagnostic.execute(deps, agent, { personneId, version: 1 }),
  ).rejects.toMatchObject({ code: "diagnostic.vide" });
  await abandonnerDiagnostic.execute(deps, agent, { personneId, version: 1 });
  expect(await lignes(deps, "select etat from diagnostic")).toEqual([{ etat: "abandonne" }]);
});

testAvecBase("hors de son périmètre, une personne n’a pas de diagnostic", async ({ deps }) => {
  const personneId = await alice(deps);
  await expect(
    consulterDiagnostic.execute(deps, agentDe([]), { personneId }),
  ).rejects.toMatchObject({ code: "personne.introuvable" });
  await expect(
    repondreDiagnostic.execute(deps, agentDe([]), {
      personneId,
      page: 1,
      version: 0,
      reponses: {},
    }),
  ).rejects.toMatchObject({ code: "personne.introuvable" });
});

testAvecBase(
  "une fusion emporte les diagnostics, et son annulation les rend tels qu’ils étaient",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare(),
      unFoyerDeclare({
        numeroDemande: "80000000002",
        personnes: [unePersonneDeclaree({ prenom: "ALIX", nir: "2850480021555" })],
      }),
    ]);
    const [a, b] = [await idDe(deps, "ALICE"), await idDe(deps, "ALIX")];
    const page = await pageDe(deps, a, "HISPRO");
    await repondre(deps, a, page, 0, { HISPRO: ["1901"] });
    await repondre(deps, b, page, 0, { HISPRO: ["1904"] });
    await validerDiagnostic.execute(deps, agent, { personneId: b, version: 1 });
    await repondre(deps, b, page, 0, { HISPRO: ["1903"] });
    const tous = () => lignes(deps, "select id, personne_id, etat from diagnostic order by id");
    const avant = await tous();
    const fusion = { fusionId: 1, gardeeId: a, absorbeeId: b };
    const dire = (fait: typeof personnesFusionnees) =>
      deps.base.transaction((tx) => contextOf(deps, tx, agent).tell(fait, fusion));
    await dire(personnesFusionnees);
    const { valides, brouillon } = await consulterDiagnostic.execute(deps, agent, {
      personneId: a,
    });
    expect(valides.map((un) => un.reponses)).toEqual([{ HISPRO: ["1904"] }]);
    expect(brouillon?.reponses).toEqual({ HISPRO: ["1901"] });
    await dire(fusionAnnulee);
    expect(await tous()).toEqual(avant);
  },
);
