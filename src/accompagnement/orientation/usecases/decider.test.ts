import { expect } from "vitest";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { unDroitDeclare } from "../../../app/testing/foyers.ts";
import { agentDe, declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import {
  foyersDe,
  le,
  ouvrir,
  proposer,
  propositions,
  types,
  unePopulation,
} from "../../../app/testing/orientation.ts";
import { compterOrientations } from "./compter-orientations.ts";
import { deciderEnLot } from "./decider-en-lot.ts";
import { deciderOrientation } from "./decider-orientation.ts";
import { lireSansDifficulte } from "./lire-sans-difficulte.ts";
import { proposerOrientations } from "./proposer-orientations.ts";
import { refuserProposition, reporterProposition } from "./reporter-proposition.ts";
import { transmettrePropositions } from "./transmettre-propositions.ts";

const agent = unAgent();

testAvecBase(
  "chaque personne à accompagner reçoit une proposition, une seule",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const bilan = await proposerOrientations.execute(deps, agent, {});
    expect(bilan.proposees).toBe(2);
    expect(bilan.parStructure).toEqual([{ structure: "Maison de l’emploi", nombre: 2 }]);
    expect((await proposerOrientations.execute(deps, agent, {})).proposees).toBe(0);
    expect(await lignes(deps, "select orientation_etape as e from situation_personne")).toEqual([
      { e: "proposee" },
      { e: "proposee" },
    ]);
  },
);

testAvecBase(
  "les dernières places vont à qui attend depuis le plus longtemps",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi", places: 1 });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    await lignes(
      deps,
      "update situation_personne set soumis_depuis = case when prenom = 'BRUNO' then '2026-01-01'::date else '2026-02-01' end",
    );
    await proposerOrientations.execute(deps, agent, {});
    expect((await propositions(deps)).map(({ prenom, obstacle }) => [prenom, obstacle])).toEqual([
      ["BRUNO", null],
      ["ALICE", "capacite"],
    ]);
  },
);

testAvecBase(
  "ce que rien n’empêche se donne d’un coup, avec les places qui restent ; une place de trop attend",
  async ({ deps }) => {
    const structure = await ouvrir(deps, { nom: "Maison de l’emploi", places: 1 });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    await lignes(deps, "update situation_personne set manquants = '{}'");
    await proposerOrientations.execute(deps, agent, {});
    const sans = () => lireSansDifficulte.execute(deps, agent, {});
    expect(await sans()).toEqual([]);
    const [proposee] = (await propositions(deps)).filter(({ obstacle }) => obstacle === null);
    await transmettrePropositions.execute(deps, agent, {
      propositions: [proposee?.id],
    });
    expect(await sans()).toMatchObject([
      {
        ...{ structureId: structure.id, structure: "Maison de l’emploi", reste: 1 },
        propositions: [proposee?.id],
      },
    ]);
  },
);

testAvecBase(
  "sans structure pour ce type et ce territoire, la proposition le dit",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE"]);
    const { obstacles } = await proposerOrientations.execute(deps, agent, {});
    expect(obstacles).toEqual({ "sans-structure": 1 });
  },
);

testAvecBase(
  "une personne sans commune connue n’est proposée qu’au département entier",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE"]);
    const territoires = await lignes<{ id: number }>(
      deps,
      "select id from territoire order by id limit 1",
    );
    await ouvrir(deps, { nom: "Locale", territoireId: territoires[0]?.id ?? 0 });
    await lignes(deps, "update situation_personne set code_commune = null");
    const { obstacles } = await proposerOrientations.execute(deps, agent, {});
    expect(obstacles).toEqual({ "sans-commune": 1 });
  },
);

testAvecBase(
  "la décision oriente, désigne, et la personne le montre aussitôt",
  async ({ deps }) => {
    const { id: structureId, referents } = await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE"]);
    const [proposition] = await proposer(deps);
    const decidee = await deciderOrientation.execute(deps, agent, {
      propositionId: proposition?.id ?? 0,
      version: proposition?.version ?? 0,
    });
    expect(decidee).toMatchObject({ structureId, referentId: referents[0] });
    expect(
      await lignes(
        deps,
        "select orientation_etape, orientation_type, orientee_le, structure_id, referent_id from situation_personne",
      ),
    ).toEqual([
      {
        orientation_etape: null,
        orientation_type: proposition?.type,
        orientee_le: "2026-11-22",
        structure_id: structureId,
        referent_id: referents[0],
      },
    ]);
  },
);

testAvecBase("s’écarter de la proposition demande un motif, qui est gardé", async ({ deps }) => {
  await ouvrir(deps, { nom: "Première" });
  await unePopulation(deps, ["ALICE"]);
  const [proposition] = await proposer(deps);
  const autreType = types.find((type) => type !== proposition?.type) ?? "";
  const autre = await ouvrir(deps, { nom: "Seconde", types: [autreType] });
  const saisie = {
    propositionId: proposition?.id ?? 0,
    version: proposition?.version ?? 0,
    type: autreType,
    structureId: autre.id,
  };
  await expect(deciderOrientation.execute(deps, agent, saisie)).rejects.toMatchObject({
    code: "saisie.invalide",
    details: { champs: { motif: expect.any(String) } },
  });
  await deciderOrientation.execute(deps, agent, { ...saisie, motif: "Santé à rétablir d’abord" });
  expect(await lignes(deps, "select type, motif_ecart from orientation")).toEqual([
    { type: autreType, motif_ecart: "Santé à rétablir d’abord" },
  ]);
});

testAvecBase("avant la transmission, rien ne se décide dans la Somme", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  await proposerOrientations.execute(deps, agent, {});
  const [proposition] = await propositions(deps);
  await expect(
    deciderOrientation.execute(deps, agent, {
      propositionId: proposition?.id ?? 0,
      version: proposition?.version ?? 0,
    }),
  ).rejects.toMatchObject({ code: "proposition.non-transmise" });
});

testAvecBase("un dossier incomplet n’est pas transmis, les autres le sont", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE", "BRUNO"]);
  await lignes(
    deps,
    "update situation_personne set manquants = case when prenom = 'ALICE' then array['telephone'] else '{}' end",
  );
  await proposerOrientations.execute(deps, agent, {});
  const toutes = await propositions(deps);
  const bilan = await transmettrePropositions.execute(deps, agent, {
    propositions: toutes.map(({ id }) => id),
  });
  expect(bilan).toMatchObject({
    transmises: 1,
    refusees: [
      {
        nom: "EXEMPLE ALICE",
        code: "proposition.dossier-incomplet",
        message:
          "Il manque au dossier : numéro de téléphone. Complétez-le avant de le transmettre.",
      },
    ],
  });
});

testAvecBase("le second de deux agents apprend ce que le premier a décidé", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  const [proposition] = await proposer(deps);
  const lue = { propositionId: proposition?.id ?? 0, version: proposition?.version ?? 0 };
  await reporterProposition.execute(deps, agent, {
    ...lue,
    jusquAu: "2026-12-15",
    motif: "Hospitalisée",
  });
  await expect(deciderOrientation.execute(deps, agent, lue)).rejects.toMatchObject({
    code: "proposition.conflit",
    details: { enregistree: { motifReport: "Hospitalisée", version: lue.version + 1 } },
  });
  expect(await lignes(deps, "select id from orientation")).toEqual([]);
});

testAvecBase(
  "une proposition refusée n’est pas proposée de nouveau par la machine",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE"]);
    const [proposition] = await proposer(deps);
    await refuserProposition.execute(deps, agent, {
      propositionId: proposition?.id ?? 0,
      version: proposition?.version ?? 0,
      motif: "Diagnostic à refaire",
    });
    expect((await proposerOrientations.execute(deps, agent, {})).proposees).toBe(0);
    expect(await compterOrientations.execute(deps, agent, {})).toMatchObject({
      aProposer: 0,
      renvoyees: 1,
    });
    const personnes = [proposition?.personneId ?? 0];
    expect((await proposerOrientations.execute(deps, agent, { personnes })).proposees).toBe(1);
    expect(await compterOrientations.execute(deps, agent, {})).toMatchObject({ renvoyees: 0 });
  },
);

testAvecBase(
  "une personne qui a déménagé pendant la décision n’est pas envoyée au mauvais endroit",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE"]);
    const [amiens, ailleurs] = await lignes<{ id: number; commune: string }>(
      deps,
      `select t.id, min(c.code_commune) as commune from territoire t join territoire_commune c on c.territoire_id = t.id
     group by t.id order by t.nom = 'Amiens' desc, t.id limit 2`,
    );
    await ouvrir(deps, { nom: "Amiens emploi", territoireId: amiens?.id ?? 0 });
    const [proposition] = await proposer(deps);
    await lignes(deps, `update situation_personne set code_commune = '${ailleurs?.commune}'`);
    const saisie = { propositionId: proposition?.id ?? 0, version: proposition?.version ?? 0 };
    await expect(deciderOrientation.execute(deps, agent, saisie)).rejects.toMatchObject({
      code: "orientation.secteur",
    });
    const lot = await deciderEnLot.execute(deps, agent, {
      propositions: [{ id: saisie.propositionId, version: saisie.version }],
    });
    expect(lot.refusees).toMatchObject([{ code: "orientation.secteur" }]);
  },
);

testAvecBase(
  "le régime est celui du jour de la décision, pas celui de la proposition",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE"]);
    for (const table of ["structure", "structure_secteur", "capacite", "referent"])
      await lignes(deps, `update ${table} set periode = daterange('2020-01-01', null)`);
    const avant = le(deps, "2024-12-20");
    const [proposition] = await proposer(avant);
    expect(await lignes(deps, "select regime from proposition")).toEqual([{ regime: "rsa-2009" }]);
    await deciderOrientation.execute(le(deps, "2025-01-10"), agent, {
      propositionId: proposition?.id ?? 0,
      version: proposition?.version ?? 0,
    });
    expect(await lignes(deps, "select regime from orientation")).toEqual([
      { regime: "plein-emploi" },
    ]);
  },
);

testAvecBase(
  "dans un lot, ce qui est devenu invalide est dit et le reste passe",
  async ({ deps }) => {
    const prenoms = Array.from({ length: 30 }, (_, rang) => `P${String(rang).padStart(2, "0")}`);
    await ouvrir(deps, { nom: "Maison de l’emploi", places: 100 });
    await unePopulation(deps, prenoms);
    const toutes = await proposer(deps);
    // Two rights close, one case is postponed, one is decided by somebody else.
    await declarer(
      deps,
      "2026-11-15",
      foyersDe(prenoms)
        .slice(0, 2)
        .map((foyer) => ({ ...foyer, droit: unDroitDeclare({ etat: "5" }) })),
    );
    const lue = (rang: number) => ({
      propositionId: toutes[rang]?.id ?? 0,
      version: toutes[rang]?.version ?? 0,
    });
    await reporterProposition.execute(deps, agent, {
      ...lue(2),
      jusquAu: "2026-12-01",
      motif: "Rendez-vous médical",
    });
    await deciderOrientation.execute(deps, agent, lue(3));
    const lot = await deciderEnLot.execute(deps, agent, {
      propositions: toutes.map((une) => ({ id: une.id, version: null })),
    });
    expect(lot.decidees).toBe(26);
    expect(lot.refusees.map(({ nom, code }) => [nom, code])).toEqual([
      ["EXEMPLE P00", "proposition.passage-interdit"],
      ["EXEMPLE P01", "proposition.passage-interdit"],
      ["EXEMPLE P02", "proposition.reportee"],
      ["EXEMPLE P03", "proposition.passage-interdit"],
    ]);
  },
);

testAvecBase("hors de son périmètre, une proposition n’existe pas", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  const [proposition] = await proposer(deps);
  await expect(
    deciderOrientation.execute(deps, agentDe([999]), {
      propositionId: proposition?.id ?? 0,
      version: proposition?.version ?? 0,
    }),
  ).rejects.toMatchObject({ code: "proposition.introuvable" });
});

testAvecInstance(
  "deux agents décident en même temps : la dernière place n’est donnée qu’une fois",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Petite structure", places: 2 });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const [alice, bruno] = await proposer(deps);
    await lignes(deps, "update capacite set places = 1");
    const issues = await Promise.allSettled(
      [alice, bruno].map((une) =>
        deciderOrientation.execute(deps, agent, {
          propositionId: une?.id ?? 0,
          version: une?.version ?? 0,
        }),
      ),
    );
    expect(issues.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refus = issues.find((issue) => issue.status === "rejected");
    expect(refus?.reason).toMatchObject({ code: "orientation.capacite-epuisee" });
    expect(await lignes(deps, "select count(*)::int as n from designation")).toEqual([{ n: 1 }]);
  },
);

testAvecInstance("deux agents décident le même cas : un seul l’emporte", async ({ deps }) => {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  const [alice] = await proposer(deps);
  const issues = await Promise.allSettled(
    [1, 2].map(() =>
      deciderOrientation.execute(deps, agent, {
        propositionId: alice?.id ?? 0,
        version: alice?.version ?? 0,
      }),
    ),
  );
  expect(issues.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await lignes(deps, "select count(*)::int as n from orientation")).toEqual([{ n: 1 }]);
});
