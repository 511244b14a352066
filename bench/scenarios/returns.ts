import { readConfig } from "../../src/app/config.ts";
import { motDePasseDemonstration } from "../../src/app/demonstration/comptes.ts";
import { openDeps, openJalon } from "../../src/app/instance.ts";
import { creerStructure, typesDecidables } from "../../src/commun/structure/index.ts";
import { ouvrirActions, programmeAu } from "../../src/offre/catalogue/index.ts";
import {
  compterSejours,
  corpusDuMois,
  decalerMois,
  dernierJour,
  premierJour,
} from "../../src/offre/comptage/index.ts";
import { lireSejoursComptes, reprendreSejours } from "../../src/offre/participation/index.ts";
import { type Agent, type Deps, porteeTotale } from "../../src/platform/usecase/define-use-case.ts";
import { everyRight } from "../../src/platform/usecase/every-right.ts";
import { query } from "../floor.ts";
import { type Measure, signIn, timed } from "../scene.ts";
import { line, type Visitor, visit } from "./pages.ts";

const agent: Agent = { id: null, nom: "Banc", droits: everyRight, portee: porteeTotale };
const ACTIONS = 300;
const PLACES = 30;
/** Stays of each action over two years: each place is held by three persons, one after the other. */
const TOURS = 3;
const LOT = 3000;
const BARRE_MS = 2000;
const ROUNDS = 20;

/** Three hundred actions, two years of stays, and what their operators and the département read of them each month. */
export async function benchReturns(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, slug, scale, schema } = visitor;
  const config = { ...readConfig(), dataFolder: data };
  const instance = await openJalon(config);
  try {
    const deps = await openDeps(config, instance, slug);
    const actions = await openActions(visitor, deps);
    const { ms: taken, result: stays } = await timed(() => takeOver(visitor, deps, actions));
    await query(data, schema, "VACUUM ANALYZE");
    const counted = await countReturns(deps, actions);
    return [
      fact(scale, `${stays} séjours repris d’un autre logiciel`, taken, null),
      fact(
        scale,
        `${counted.returns} restitutions comptées depuis les séjours`,
        counted.ms,
        BARRE_MS,
      ),
      ...(await pages(visitor, actions)),
    ];
  } finally {
    await instance.close();
  }
}

async function openActions({ data, schema }: Visitor, deps: Deps): Promise<readonly number[]> {
  const today = new Date().toISOString().slice(0, 10);
  const { referentiel } = deps.base.departement;
  const { programme } = programmeAu(referentiel, today);
  const territories = await query<{ id: number }>(
    data,
    schema,
    "SELECT id FROM territoire ORDER BY id",
  );
  const [type] = typesDecidables(referentiel, today);
  const { id: structureId } = await creerStructure.execute(deps, agent, {
    nom: "Opérateur du banc",
    classe: type?.classes[0] ?? "association",
    du: "2019-01-01",
  });
  const sheets = programme.fiches.filter(
    ({ adosseeA, types }) => adosseeA === null && types.length === 0,
  );
  const { ids } = await ouvrirActions.execute(deps, agent, {
    actions: Array.from({ length: ACTIONS }, (_, rank) => ({
      nom: `Action ${rank + 1}`,
      ficheCode: sheets[rank % sheets.length]?.code ?? "",
      structureId,
      categorieJuridique: programme.categoriesAdmises.valeur[0] ?? "association",
      territoireId: territories[rank % territories.length]?.id ?? 0,
      entree: "continue" as const,
      places: PLACES,
      du: `${new Date().getFullYear() - 2}-01-01`,
    })),
  });
  return ids;
}

/** Who leaves is replaced on the same day; one place in ten stays empty for a month. */
async function takeOver(
  { data, schema }: Visitor,
  deps: Deps,
  actions: readonly number[],
): Promise<number> {
  const persons = await query<{ id: number }>(
    data,
    schema,
    `SELECT personne_id AS id FROM situation_personne WHERE beneficiaire ORDER BY personne_id LIMIT ${ACTIONS * PLACES * TOURS}`,
  );
  const sejours = persons.map(({ id }, rank) => stayOf(id, rank, actions));
  let taken = 0;
  for (let start = 0; start < sejours.length; start += LOT) {
    const lot = sejours.slice(start, start + LOT);
    taken += (await reprendreSejours.execute(deps, agent, { sejours: lot })).repris;
  }
  return taken;
}

const natures = ["cdi", "cdd", "formation-qualifiante", "abandon"] as const;

function stayOf(personneId: number, rank: number, actions: readonly number[]) {
  const turn = rank % TOURS;
  const place = Math.floor(rank / TOURS) % PLACES;
  const action = Math.floor(rank / (TOURS * PLACES)) % actions.length;
  const start = daysAgo(700 - turn * 230 - place * 3);
  const end =
    turn === TOURS - 1
      ? null
      : daysAgo(470 - turn * 230 - place * 3 - (place % 10 === 0 ? -30 : 0));
  return {
    actionId: actions[action] ?? 0,
    personneId,
    entreLe: start,
    sortie:
      end === null
        ? null
        : { le: end, nature: natures[rank % natures.length] ?? ("autre" as const) },
  };
}

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Every figure of every return of a year, and the list of persons behind each. */
async function countReturns(deps: Deps, actions: readonly number[]) {
  const au = new Date().toISOString().slice(0, 7);
  const du = decalerMois(au, -11);
  const { ms, result } = await timed(() =>
    deps.base.transaction(async (tx) => {
      const days = { du: premierJour(du), au: dernierJour(au) };
      const stays = await lireSejoursComptes(tx, { actions, ...days });
      const counts = compterSejours(stays, { du, au });
      const owned = Map.groupBy(stays, ({ actionId }) => actionId);
      return [...counts.values()].flatMap(({ actionId, mois }) =>
        mois.map((month) => corpusDuMois(owned.get(actionId) ?? [], month.mois).fin.length),
      ).length;
    }),
  );
  return { ms, returns: result };
}

async function pages(visitor: Visitor, actions: readonly number[]): Promise<readonly Measure[]> {
  const { url, slug, scale } = visitor;
  const cookie = await signIn(url, slug, "pilotage", motDePasseDemonstration);
  const asked: readonly (readonly [string, (round: number) => string])[] = [
    ["tableau des restitutions du mois", () => "/restitutions"],
    ["page d’une action", (round) => `/offre/actions/${actions[round] ?? 0}`],
    ["chiffres d’une action", (round) => `/offre/actions/${actions[round] ?? 0}/chiffres`],
    ["files actives, douze mois", () => "/offre/file-active"],
    ["le parcours du département", () => "/offre/parcours"],
  ];
  const measures: Measure[] = [];
  for (const [what, address] of asked) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push(await visit({ ...visitor, cookie }, address(round)));
    measures.push(line("returns", scale, what, times, 60, ""));
  }
  return measures;
}

function fact(scale: Visitor["scale"], what: string, ms: number, bar: number | null): Measure {
  return {
    scenario: "returns",
    scale,
    what,
    value: ms,
    unit: "ms",
    reference: "",
    ratio: null,
    bar: bar === null ? "—" : `≤ ${bar / 1000} s`,
    holds: bar === null ? null : ms <= bar,
  };
}
