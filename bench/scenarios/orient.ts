import { compilerMatrice } from "../../src/accompagnement/orientation/domain/matrice/compiler-matrice.ts";
import type { SituationOrientation } from "../../src/accompagnement/orientation/domain/matrice/proposition.ts";
import { feuilles } from "../../src/accompagnement/orientation/domain/types.ts";
import {
  enregistrerMatrice,
  ouvrirBrouillonMatrice,
} from "../../src/accompagnement/orientation/index.ts";
import { abandonnerMatrice } from "../../src/accompagnement/orientation/usecases/matrice-brouillon.ts";
import { consulterMatrice } from "../../src/accompagnement/orientation/usecases/matrice-consulter.ts";
import { simulerMatrice } from "../../src/accompagnement/orientation/usecases/matrice-simuler.ts";
import { readConfig } from "../../src/app/config.ts";
import { motDePasseDemonstration } from "../../src/app/demonstration/comptes.ts";
import { openDeps, openJalon } from "../../src/app/instance.ts";
import { chargerReferentiel, valeurAu } from "../../src/commun/referentiel/index.ts";
import { type Agent, porteeTotale } from "../../src/platform/usecase/define-use-case.ts";
import { everyRight } from "../../src/platform/usecase/every-right.ts";
import { query } from "../floor.ts";
import { jalon, type Measure, signIn, timed } from "../scene.ts";
import { line, type Visitor, visit, visitFar } from "./pages.ts";

const PAR_SECONDE = 100_000;
const DEPARTEMENT_MS = 30_000;
const SITUATIONS = 200_000;
const LE = "2026-11-22";

/** The matrix alone, then the whole département proposed and stored by the command. */
export async function benchOrient(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, schema, slug, scale } = visitor;
  const [departement] = await query<{ referentiel: string }>(
    data,
    "jalon",
    `SELECT referentiel FROM departement WHERE slug = '${slug}'`,
  );
  const referentiel = departement?.referentiel ?? "nord-2019";
  await openStructures(data, schema, referentiel);
  await query(data, schema, "TRUNCATE proposition CASCADE");
  await query(
    data,
    schema,
    "UPDATE situation_personne SET orientation_etape = NULL WHERE orientation_etape IS NOT NULL",
  );
  const { ms, result } = await timed(() =>
    jalon(data, ["orienter", "proposer", "--departement", slug]),
  );
  const proposees = Number(result.json["proposees"]);
  const [copy] = await query<{ ms: number }>(
    data,
    schema,
    "WITH t AS MATERIALIZED (SELECT clock_timestamp() AS a), n AS MATERIALIZED (SELECT count(md5(p::text)) AS c FROM t, proposition p) SELECT extract(epoch FROM clock_timestamp() - t.a) * 1000 AS ms FROM n, t",
  );
  await query(data, schema, "ANALYZE proposition");
  return [
    pureMatrix(referentiel, scale),
    {
      scenario: "orient",
      scale,
      what: `tout le département proposé et écrit (${proposees} personnes)`,
      value: ms,
      unit: "ms",
      reference: `relecture des mêmes lignes ${Number(copy?.ms ?? 0).toFixed(0)} ms`,
      ratio: ms / Number(copy?.ms ?? Number.NaN),
      bar: `≤ ${DEPARTEMENT_MS / 1000} s`,
      holds: ms <= DEPARTEMENT_MS,
    },
    await simulation(visitor),
  ];
}

const agent: Agent = { id: null, nom: "Banc", droits: everyRight, portee: porteeTotale };

/** Today's matrix and a draft, both asked of everybody to accompany; nothing is kept. */
async function simulation({ data, slug, scale }: Visitor): Promise<Measure> {
  const config = { ...readConfig(), dataFolder: data };
  const instance = await openJalon(config);
  try {
    const deps = await openDeps(config, instance, slug);
    const { brouillonId } = await ouvrirBrouillonMatrice.execute(deps, agent, {});
    const { enVigueur } = await consulterMatrice.execute(deps, agent, { brouillonId });
    const contenu = {
      ...enVigueur.matrice,
      sansReponse: { dominante: "sociale", type: null } as const,
    };
    await enregistrerMatrice.execute(deps, agent, { brouillonId, version: 1, contenu });
    const before = process.cpuUsage();
    const { ms, result } = await timed(() => simulerMatrice.execute(deps, agent, { brouillonId }));
    const { user, system } = process.cpuUsage(before);
    await abandonnerMatrice.execute(deps, agent, { brouillonId, version: 2 });
    const { personnes, changements } = result.simulation;
    return {
      scenario: "orient",
      scale,
      what: `simulation d’un brouillon (${personnes} personnes, ${changements.length} changeraient)`,
      value: ms,
      unit: "ms",
      reference: `${((user + system) / 1e6).toFixed(1)} s de processeur hors base`,
      ratio: null,
      bar: "—",
      holds: null,
    };
  } finally {
    await instance.close();
  }
}

function pureMatrix(referentiel: string, scale: Visitor["scale"]): Measure {
  const { matrice, orientation } = chargerReferentiel(referentiel);
  const table = valeurAu(matrice, LE);
  const { types } = valeurAu(orientation, LE);
  const propose = compilerMatrice(table, types);
  const situations = Array.from({ length: SITUATIONS }, (_, rank) =>
    situationOf(rank, table.poids),
  );
  const start = performance.now();
  let kept = 0;
  for (const situation of situations) kept += propose(situation).contributions.length;
  const seconds = (performance.now() - start) / 1000;
  const rate = SITUATIONS / seconds;
  return {
    scenario: "orient",
    scale,
    what: `matrice seule, avec son explication (${(kept / SITUATIONS).toFixed(1)} raisons par personne)`,
    value: rate,
    unit: "personnes/s",
    reference: "",
    ratio: null,
    bar: `≥ ${PAR_SECONDE} personnes/s`,
    holds: rate >= PAR_SECONDE,
  };
}

/** A few answers of each person, spread over those that weigh. */
function situationOf(
  rank: number,
  poids: readonly { readonly question: string; readonly reponse: string }[],
): SituationOrientation {
  const reponses: Record<string, readonly string[]> = {};
  for (let step = 0; step < 8; step += 1) {
    const answer = poids[(rank * 7 + step * 13) % Math.max(1, poids.length)];
    if (answer) reponses[answer.question] = [answer.reponse];
  }
  return {
    age: 18 + (rank % 50),
    situationFamiliale: null,
    enfantsACharge: rank % 4,
    territoire: null,
    dejaSuivi: null,
    activite: null,
    reponses,
    capacites: {},
  };
}

/** Two structures for each type and territory, with room for the département, and twenty référents each. */
async function openStructures(data: string, schema: string, referentiel: string): Promise<void> {
  const { orientation } = chargerReferentiel(referentiel);
  const codes = feuilles(valeurAu(orientation, LE).types).map(({ code }) => code);
  await query(
    data,
    schema,
    `WITH s AS (
       INSERT INTO structure (nom, classe, periode)
       SELECT 'Mesure ' || t.id || ' ' || n || ' ' || c, 'association', '[2025-01-01,)'
       FROM territoire t, generate_series(1, 2) n, unnest(array['${codes.join("','")}']) c
       WHERE NOT EXISTS (SELECT FROM structure WHERE nom LIKE 'Mesure %')
       RETURNING id, nom),
     x AS (
       INSERT INTO structure_secteur (structure_id, type_orientation, territoire_id, periode)
       SELECT id, split_part(nom, ' ', 4), split_part(nom, ' ', 2)::int, '[2025-01-01,)' FROM s),
     k AS (
       INSERT INTO capacite (structure_id, type_orientation, places, periode)
       SELECT id, split_part(nom, ' ', 4), 5000, '[2025-01-01,)' FROM s)
     INSERT INTO referent (structure_id, nom, prenom, fonction, periode)
     SELECT id, 'Mesure ' || r, 'Rémi', 'conseiller', '[2025-01-01,)' FROM s, generate_series(1, 20) r`,
  );
  // As autovacuum does within a minute of any network being entered.
  await query(
    data,
    schema,
    "ANALYZE structure, structure_secteur, capacite, referent, designation, orientation",
  );
}

const filterSets: readonly string[] = [
  "",
  "etape=proposee",
  "dominante=emploi",
  "obstacle=aucun",
  "retard=oui",
  "role=CJT",
  "tri=nom",
  "sens=desc",
];

/** Everything proposed waits for who decides. */
export async function transmitAll({ data, schema }: Visitor): Promise<void> {
  await query(
    data,
    schema,
    "UPDATE proposition SET etape = 'transmise', transmise_le = le WHERE etape = 'proposee'",
  );
  await query(
    data,
    schema,
    "UPDATE situation_personne SET orientation_etape = 'transmise' WHERE orientation_etape = 'proposee'",
  );
  await query(data, schema, "VACUUM ANALYZE situation_personne");
  await query(data, schema, "VACUUM ANALYZE proposition");
}

/** The queue of decisions and what leads to it, as a responsable sees them. */
export async function benchQueue(visitor: Visitor): Promise<readonly Measure[]> {
  const { url, slug, data, schema, scale } = visitor;
  await transmitAll(visitor);
  const responsable = {
    ...visitor,
    cookie: await signIn(url, slug, "responsable", motDePasseDemonstration),
  };
  const queue: number[] = [];
  const hub: number[] = [];
  const board: number[] = [];
  const recounted: number[] = [];
  const boardRecounted: number[] = [];
  const lists: number[] = [];
  const far: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    queue.push(await visit(responsable, `/orientation/decider?fait=${round}`));
    hub.push(await visit(responsable, "/orientation"));
    board.push(await visit(responsable, "/orientation/capacite"));
  }
  for (let round = 0; round < 10; round += 1) {
    // As any decision does: what is kept until then is counted again.
    await query(data, schema, "UPDATE version_donnees SET version = gen_random_uuid()");
    recounted.push(await visit(responsable, "/orientation"));
    await query(data, schema, "UPDATE version_donnees SET version = gen_random_uuid()");
    boardRecounted.push(await visit(responsable, "/orientation/capacite"));
  }
  for (const search of filterSets) {
    for (let round = 0; round < 5; round += 1)
      lists.push(await visit(visitor, `/orientation/propositions?${search}`));
    far.push(...(await visitFar(visitor, `/orientation/propositions?${search}`, 3)));
  }
  return [
    line("queue", scale, "file de décision", queue, 60, ""),
    line("queue", scale, "page Orientation", hub, 60, ""),
    line("queue", scale, "page Orientation, recomptée après une décision", recounted, 60, ""),
    line("queue", scale, "tableau des places, recompté après une décision", boardRecounted, 60, ""),
    line("queue", scale, "tableau des places", board, 60, ""),
    line("queue", scale, `propositions, ${filterSets.length} jeux de filtres`, lists, 60, ""),
    line("queue", scale, "propositions, page 200 (ou la dernière)", far, 60, ""),
  ];
}
