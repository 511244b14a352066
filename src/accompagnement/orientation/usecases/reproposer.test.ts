import { expect } from "vitest";
import { repondreDiagnostic, validerDiagnostic } from "#accompagnement/diagnostic";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import {
  ouvrir,
  proposer,
  propositions,
  selon,
  unePopulation,
} from "../../../app/testing/orientation.ts";
import { verrouillerPropositionsDuDepartement } from "../db/places.ts";
import { consulterOrientation } from "./consulter-orientation.ts";
import { lireFile } from "./lire-file.ts";
import { proposerOrientations } from "./proposer-orientations.ts";
import { reporterProposition } from "./reporter-proposition.ts";

const agent = unAgent();
/** A référent: she collects, and proposes nothing by herself. */
const referente = unAgent({ droits: new Set(["diagnostic:saisir", "diagnostic:lire"]) });

async function diagnostiquer(deps: Deps, personneId: number): Promise<void> {
  await repondreDiagnostic.execute(deps, referente, {
    personneId,
    page: 2,
    version: 0,
    reponses: { HISPRO: ["1901"] },
  });
  await validerDiagnostic.execute(deps, referente, { personneId, version: 1 });
}

/** What the journal keeps of the proposals of this person, beside the acts of who asked for them. */
const inscrits = (deps: Deps, personneId: number) =>
  lignes<{ acte: string; details: Record<string, unknown> }>(
    deps,
    `select acte, details from journal where personne_id = $1 and objet = 'proposition'
       and acte in ('orientation.reproposer', 'orientation.signaler-a-revoir')`,
    [personneId],
  );

const reponsesPesees = (deps: Deps) =>
  lignes(deps, "select etape, code_cloture as code, reponses from proposition order by id");

testAvecBase(
  "un diagnostic validé refait la proposition qui n’est pas encore transmise",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE"]);
    await proposerOrientations.execute(deps, agent, {});
    const [avant] = await propositions(deps);
    await diagnostiquer(deps, avant?.personneId ?? 0);
    expect(await reponsesPesees(deps)).toMatchObject([
      { etape: "ecartee", code: "diagnostic" },
      { etape: "proposee", code: null, reponses: { HISPRO: ["1901"] } },
    ]);
    expect(await inscrits(deps, avant?.personneId ?? 0)).toMatchObject([
      { acte: "orientation.reproposer", details: { remplacees: [avant?.id], nombre: 1 } },
    ]);
    expect(await lignes(deps, "select orientation_etape as e from situation_personne")).toEqual([
      { e: "proposee" },
    ]);
  },
);

testAvecBase("ce qui est transmis reste à qui décide, dit à revoir", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  const [transmise] = await proposer(deps);
  await diagnostiquer(deps, transmise?.personneId ?? 0);
  expect(await reponsesPesees(deps)).toMatchObject([{ etape: "transmise", code: null }]);
  const { propositions: vues } = await consulterOrientation.execute(deps, agent, {
    personneId: transmise?.personneId ?? 0,
  });
  expect(vues).toMatchObject([{ id: transmise?.id, aRevoirDepuis: "2026-11-22" }]);
  expect(await inscrits(deps, transmise?.personneId ?? 0)).toMatchObject([
    { acte: "orientation.signaler-a-revoir", details: { aRevoir: [transmise?.id] } },
  ]);
  const { suivant } = await lireFile.execute(deps, agent, { apres: null, cas: null });
  expect(suivant?.cas).toMatchObject({ id: transmise?.id, aRevoirDepuis: "2026-11-22" });
});

testAvecBase("sans proposition en cours, un diagnostic n’en fait pas naître", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  const [alice] = await lignes<{ id: number }>(deps, "select id from personne");
  await diagnostiquer(deps, alice?.id ?? 0);
  expect(await propositions(deps)).toEqual([]);
});

testAvecBase(
  "là où rien ne se transmet, une proposition attend sa décision dès qu’elle est faite : elle est dite à revoir, son report gardé",
  async ({ deps: somme }) => {
    const deps = selon(somme, "bas-rhin-2015");
    await ouvrir(deps, { nom: "Maison de l’emploi", types: ["professionnel", "mobilisation"] });
    await unePopulation(deps, ["ALICE"]);
    await proposerOrientations.execute(deps, agent, {});
    const [avant] = await propositions(deps);
    await reporterProposition.execute(deps, agent, {
      propositionId: avant?.id ?? 0,
      version: avant?.version ?? 0,
      jusquAu: "2026-12-15",
      motif: "Attendre son bilan de santé",
    });
    await diagnostiquer(deps, avant?.personneId ?? 0);
    const { propositions: vues } = await consulterOrientation.execute(deps, agent, {
      personneId: avant?.personneId ?? 0,
    });
    expect(vues).toMatchObject([
      {
        id: avant?.id,
        etape: "proposee",
        aRevoirDepuis: "2026-11-22",
        reporteeJusquAu: "2026-12-15",
      },
    ]);
  },
);

testAvecInstance(
  "valider un diagnostic n’attend pas qui propose au même moment pour tout le département",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE"]);
    await proposerOrientations.execute(deps, agent, {});
    const [avant] = await propositions(deps);
    await deps.base.transaction(async (tx) => {
      await verrouillerPropositionsDuDepartement(tx);
      await diagnostiquer(
        {
          ...deps,
          base: {
            ...deps.base,
            transaction: (run) =>
              deps.base.transaction(async (autre) => {
                await autre.query("set local lock_timeout = '2s'");
                return run(autre);
              }),
          },
        },
        avant?.personneId ?? 0,
      );
    });
    expect(await reponsesPesees(deps)).toMatchObject([{ etape: "ecartee" }, { etape: "proposee" }]);
  },
);
