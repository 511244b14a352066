import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { lireFichesReunies } from "../db/fiches-reunies.ts";
import { annulerFusion } from "./annuler-fusion.ts";
import { consulterPersonne } from "./consulter-personne.ts";
import { ecarterPaire } from "./ecarter-paire.ts";
import { fusionnerPersonnes } from "./fusionner-personnes.ts";
import { listerDoublons } from "./lister-doublons.ts";
import { modifierContact } from "./modifier-contact.ts";

const tables = [
  "membre",
  "periode_devoir",
  "ressource",
  "activite",
  "contact",
  "diagnostic_declare",
  "evenement_dossier",
  "mouvement",
  "changement",
  "situation_personne",
];

async function toutesLesLignes(deps: Deps): Promise<unknown> {
  const etat: Record<string, unknown> = {};
  for (const table of tables)
    etat[table] = await lignes(deps, `select t::text from ${table} t order by 1`);
  etat["personne"] = await lignes(
    deps,
    "select id, nom, prenom, fusionnee_dans_id from personne order by id",
  );
  return etat;
}

/** Same name and birth date under two NIRs: the engine keeps two persons and asks. */
async function unePaire(
  deps: Deps,
  mois: readonly string[] = ["2026-09-30"],
): Promise<{ paireId: number; a: number; b: number }> {
  const activites = [
    { regime: "GE", code: "CHO", depuis: "2026-01-01", jusqua: null, contrat: null },
  ];
  const ressources = {
    nulles: false,
    depuis: "2026-04-01",
    jusqua: "2026-06-30",
    mois: [{ mois: "2026-04-01", heures: 0, lignes: [{ nature: "001", montant: 1000 }] }],
  };
  for (const reference of mois) {
    await declarer(deps, reference, [
      unFoyerDeclare({ personnes: [unePersonneDeclaree({ activites, ressources })] }),
      unFoyerDeclare({
        numeroDemande: "80000000002",
        dateDemande: "2025-01-10",
        personnes: [
          unePersonneDeclaree({
            nir: "2850480021555",
            activites,
            diagnostic: { DIFSOC: ["0402"] },
          }),
        ],
      }),
    ]);
  }
  const [paire] = await lignes<{ id: number; personne_a_id: number; personne_b_id: number }>(
    deps,
    "select * from paire_douteuse",
  );
  return { paireId: paire?.id ?? 0, a: paire?.personne_a_id ?? 0, b: paire?.personne_b_id ?? 0 };
}

testAvecBase(
  "fusionner réunit les deux dossiers sur la fiche gardée, et l’autre adresse y mène",
  async ({ deps }) => {
    const { paireId, a, b } = await unePaire(deps);
    await fusionnerPersonnes.execute(deps, unAgent(), { paireId, gardeeId: a });
    const fiche = await consulterPersonne.execute(deps, unAgent(), { personneId: b });
    expect(fiche.personne.id).toBe(a);
    expect(fiche.dossiers.map(({ numeroDemande }) => numeroDemande).toSorted()).toEqual([
      "80000000001",
      "80000000002",
    ]);
    expect(await lignes(deps, "select personne_id from situation_personne")).toEqual([
      { personne_id: a },
    ]);
    expect((await listerDoublons.execute(deps, unAgent(), {})).total).toBe(0);
  },
);

testAvecBase(
  "une personne est connue sous chacun des numéros de ses fiches réunies, et du sien seul ensuite",
  async ({ deps }) => {
    const { paireId, a, b } = await unePaire(deps);
    const { fusionId } = await fusionnerPersonnes.execute(deps, unAgent(), {
      paireId,
      gardeeId: b,
    });
    const fiches = (id: number) => deps.base.transaction((tx) => lireFichesReunies(tx, id));
    expect(await fiches(a)).toEqual([a, b]);
    expect(await fiches(b)).toEqual([a, b]);
    await annulerFusion.execute(deps, unAgent(), { fusionId });
    expect(await fiches(b)).toEqual([b]);
  },
);

testAvecBase(
  "quelle que soit la fiche gardée et la suite, annuler rend chaque ligne telle qu’elle était",
  async ({ deps }) => {
    const { paireId, a, b } = await unePaire(deps, ["2026-08-31", "2026-09-30", "2026-10-31"]);
    const coordonnees = {
      personneId: b,
      telephone: "0612345678",
      courriel: "",
      versionTelephone: 0,
      versionCourriel: 0,
    };
    await modifierContact.execute(deps, unAgent(), coordonnees);
    const avant = await toutesLesLignes(deps);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(a, b), { minLength: 1, maxLength: 3 }),
        async (gardees) => {
          for (const gardeeId of gardees) {
            const { fusionId } = await fusionnerPersonnes.execute(deps, unAgent(), {
              paireId,
              gardeeId,
            });
            expect(await toutesLesLignes(deps)).not.toEqual(avant);
            await annulerFusion.execute(deps, unAgent(), { fusionId });
            expect(await toutesLesLignes(deps)).toEqual(avant);
          }
        },
      ),
      { numRuns: 5 },
    );
  },
);

testAvecBase(
  "des devoirs qui se chevauchent dans un même dossier n’empêchent ni la fusion ni le retour",
  async ({ deps }) => {
    await declarer(deps, "2026-08-31", [unFoyerDeclare()]);
    const devenue = unePersonneDeclaree({
      nir: "2850480021555",
      nom: "EXEMPEL",
      nomNaissance: "EXEMPEL",
    });
    await declarer(deps, "2026-09-30", [unFoyerDeclare({ personnes: [devenue] })]);
    const [a, b] = await lignes<{ id: number }>(deps, "select id from personne order by id");
    await lignes(
      deps,
      `insert into paire_douteuse (personne_a_id, personne_b_id, raison, connue_le)
    values (${a?.id}, ${b?.id}, 'noms-proches', '2026-09-30') on conflict do nothing`,
    );
    const [paire] = await lignes<{ id: number }>(deps, "select id from paire_douteuse");
    const avant = await toutesLesLignes(deps);
    const { fusionId } = await fusionnerPersonnes.execute(deps, unAgent(), {
      paireId: paire?.id ?? 0,
      gardeeId: b?.id ?? 0,
    });
    await annulerFusion.execute(deps, unAgent(), { fusionId });
    expect(await toutesLesLignes(deps)).toEqual(avant);
  },
);

testAvecBase(
  "deux personnes déclarées ensemble dans un foyer ne se fusionnent pas",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({
        personnes: [
          unePersonneDeclaree(),
          unePersonneDeclaree({ role: "CJT", nir: "2850480021555" }),
        ],
      }),
    ]);
    const [paire] = await lignes<{ id: number; personne_a_id: number }>(
      deps,
      "select * from paire_douteuse",
    );
    const fusion = fusionnerPersonnes.execute(deps, unAgent(), {
      paireId: paire?.id ?? 0,
      gardeeId: paire?.personne_a_id ?? 0,
    });
    await expect(fusion).rejects.toMatchObject({ code: "fusion.meme-foyer" });
  },
);

testAvecBase(
  "une paire écartée ne revient pas, et ne se décide pas deux fois",
  async ({ deps }) => {
    const { paireId, a } = await unePaire(deps);
    await ecarterPaire.execute(deps, unAgent(), { paireId });
    expect((await listerDoublons.execute(deps, unAgent(), {})).total).toBe(0);
    const dejaDecide = { code: "doublon.deja-decide" };
    await expect(ecarterPaire.execute(deps, unAgent(), { paireId })).rejects.toMatchObject(
      dejaDecide,
    );
    await expect(
      fusionnerPersonnes.execute(deps, unAgent(), { paireId, gardeeId: a }),
    ).rejects.toMatchObject(dejaDecide);
  },
);

const paires = (deps: Deps) =>
  lignes<{ a: number; b: number; decision: string | null }>(
    deps,
    "select personne_a_id as a, personne_b_id as b, decision from paire_douteuse order by id",
  );

async function unDoute(deps: Deps, prenom: string, avec: number): Promise<number> {
  const personne = unePersonneDeclaree({ prenom, nir: null, dateNaissance: "1999-05-05" });
  await declarer(deps, "2026-09-30", [
    unFoyerDeclare({ numeroDemande: "80000000003", personnes: [personne] }),
  ]);
  const [creee] = await lignes<{ id: number }>(deps, "select max(id) as id from personne");
  const autre = creee?.id ?? 0;
  await lignes(
    deps,
    `insert into paire_douteuse (personne_a_id, personne_b_id, raison, connue_le)
     values ($1, $2, 'noms-proches', '2026-09-30')`,
    [avec, autre],
  );
  return autre;
}

testAvecBase(
  "un doute sur la fiche absorbée reste posé sur la fiche gardée, et revient à l’annulation",
  async ({ deps }) => {
    const { paireId, a, b } = await unePaire(deps);
    const autre = await unDoute(deps, "CARLA", b);
    const avant = await paires(deps);
    const { fusionId } = await fusionnerPersonnes.execute(deps, unAgent(), {
      paireId,
      gardeeId: a,
    });
    const { paires: restantes, total } = await listerDoublons.execute(deps, unAgent(), {});
    expect(total).toBe(1);
    expect(restantes.map((paire) => [paire.a.id, paire.b.id])).toEqual([[a, autre]]);
    await annulerFusion.execute(deps, unAgent(), { fusionId });
    expect(await paires(deps)).toEqual(avant);
  },
);

testAvecBase("un doute déjà posé sur les deux fiches ne l’est pas deux fois", async ({ deps }) => {
  const { paireId, a, b } = await unePaire(deps);
  const autre = await unDoute(deps, "CARLA", b);
  await lignes(
    deps,
    `insert into paire_douteuse (personne_a_id, personne_b_id, raison, connue_le)
     values ($1, $2, 'noms-proches', '2026-09-30')`,
    [a, autre],
  );
  const avant = await paires(deps);
  const { fusionId } = await fusionnerPersonnes.execute(deps, unAgent(), { paireId, gardeeId: a });
  expect((await listerDoublons.execute(deps, unAgent(), {})).total).toBe(1);
  await annulerFusion.execute(deps, unAgent(), { fusionId });
  expect(await paires(deps)).toEqual(avant);
});

testAvecInstance(
  "annuler une fusion attend celle qui absorbe la fiche gardée, et la refuse ensuite",
  async ({ deps }) => {
    const { paireId, a, b } = await unePaire(deps);
    const { fusionId } = await fusionnerPersonnes.execute(deps, unAgent(), {
      paireId,
      gardeeId: a,
    });
    const autre = await unDoute(deps, "CARLA", b);
    const tenue = Promise.withResolvers<void>();
    const suite = Promise.withResolvers<void>();
    const absorption = deps.base.transaction(async (tx) => {
      await tx.query("select from personne where id = any($1::int[]) order by id for update", [
        [a, autre],
      ]);
      tenue.resolve();
      await suite.promise;
      await tx.query("update personne set fusionnee_dans_id = $2 where id = $1", [a, autre]);
    });
    await Promise.race([tenue.promise, absorption]);
    const annulation = annulerFusion.execute(deps, unAgent(), { fusionId });
    const verdict = expect(annulation).rejects.toMatchObject({ code: "fusion.recouverte" });
    await new Promise((fini) => setTimeout(fini, 300));
    suite.resolve();
    await absorption;
    await verdict;
  },
  60_000,
);
