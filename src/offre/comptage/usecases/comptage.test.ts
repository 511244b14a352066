import { expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur, unTerritoire } from "../../../app/testing/offre.ts";
import { sejourner } from "../../../app/testing/restitutions.ts";
import { enPourcent } from "../domain/rationnel.ts";
import { totalSorties } from "../domain/sejour.ts";
import { lireCarteParcours } from "./lire-carte.ts";
import { type ChiffresAction, chiffresAction } from "./lire-chiffres-action.ts";
import { lireFileActive } from "./lire-file-active.ts";
import { lirePasserelles } from "./lire-passerelles.ts";
import { lireStatistiques } from "./lire-statistiques.ts";

vi.setConfig({ testTimeout: 60_000 });

const lireChiffresAction = chiffresAction(() => Promise.resolve(new Set()));
const agent = unAgent();
const dehors = unAgent({ portee: { territoires: [], structures: [], referentId: 12 } });

/** Table D of the reference, seven years later so that it is of the programme in force. */
async function unTrimestre(deps: Deps): Promise<number> {
  const actionId = await uneAction(deps, { ficheCode: "iii-1", du: "2025-01-01", places: 5 });
  const sejours: readonly [number, string, string | null, string | null][] = [
    [1, "2025-12-10", "2026-01-31", "durable"],
    [2, "2026-01-02", null, null],
    [3, "2026-01-15", "2026-01-15", "autre"],
    [3, "2026-03-04", null, null],
    [4, "2026-01-20", "2026-02-28", "transition"],
    [5, "2026-01-31", null, null],
    [6, "2026-02-28", null, null],
    [7, "2026-02-05", "2026-02-20", "positive"],
    [8, "2025-12-01", "2026-02-28", "autre"],
    [9, "2025-12-20", "2026-03-31", "a-arbitrer"],
  ];
  for (const [personneId, entreLe, sortiLe, classe] of sejours) {
    await sejourner(deps, actionId, { personneId, entreLe, sortiLe, classe });
  }
  return actionId;
}

async function lireDedans(
  deps: Deps,
  demande: { readonly actionId: number; readonly annee?: number },
): Promise<ChiffresAction> {
  const lus = await lireChiffresAction.execute(auNord(deps), agent, demande);
  if (!lus.ouvrable) throw new Error("hors du périmètre");
  return lus;
}

testAvecBase(
  "les chiffres d’une action sont ceux de ses séjours, mois par mois",
  async ({ deps }) => {
    const actionId = await unTrimestre(deps);
    const lus = await lireDedans(deps, { actionId });
    expect(lus.annee).toBe(2026);
    const [janvier, fevrier, mars] = lus.mois;
    expect(janvier).toMatchObject({ debut: 3, entrees: 4, fin: 5, places: 5, personnes: 7 });
    expect(fevrier).toMatchObject({ debut: 5, entrees: 2, fin: 4 });
    expect(mars).toMatchObject({ debut: 4, entrees: 1, fin: 4, personnes: 5 });
    expect(lus.mois).toHaveLength(11);
    expect(lus.mois.at(-1)).toMatchObject({ mois: "2026-11", enCours: true });
    expect(lus.finis).toMatchObject({ du: "2026-01", au: "2026-10" });
    expect(lus.finis?.chiffres).toMatchObject({ debut: 3, entrees: 7, fin: 4, personnes: 9 });
    expect(totalSorties(lus.finis?.chiffres.sorties ?? lus.mois[0]?.sorties ?? never())).toBe(6);
    expect(lus).toMatchObject({ presents: 4, places: 5, ouvrable: true });
    expect(lus.montant).toMatchObject({ centimes: 5 * 40_000 });
  },
);

function never(): never {
  throw new Error("unreachable");
}

testAvecBase(
  "une année sans l’action n’a pas de chiffres, et celle d’avant garde les siens",
  async ({ deps }) => {
    const actionId = await unTrimestre(deps);
    const lire = (annee: number) => lireDedans(deps, { actionId, annee });
    expect((await lire(2024)).mois).toEqual([]);
    const avant = await lire(2025);
    expect(avant.mois).toHaveLength(12);
    expect(avant.finis?.chiffres).toMatchObject({ entrees: 3, fin: 3 });
  },
);

testAvecBase(
  "en janvier, sans année demandée, les chiffres sont ceux de l’année finie, sauf d’une action qui ouvre",
  async ({ deps }) => {
    const actionId = await unTrimestre(deps);
    const nouvelle = await uneAction(deps, { ficheCode: "iii-1", du: "2027-01-01", places: 5 });
    const enJanvier = { ...deps, now: () => new Date("2027-01-15T09:00:00Z") };
    const finie = await lireDedans(enJanvier, { actionId });
    expect(finie.annee).toBe(2026);
    expect(finie.finis).toMatchObject({ du: "2026-01", au: "2026-12" });
    expect((await lireDedans(enJanvier, { actionId: nouvelle })).annee).toBe(2027);
  },
);

testAvecBase(
  "hors de son périmètre, un agent ne lit ni les sorties ni les résultats",
  async ({ deps }) => {
    const actionId = await unTrimestre(deps);
    const lus = await lireChiffresAction.execute(auNord(deps), dehors, { actionId });
    expect(lus).toMatchObject({ ouvrable: false, presents: { moinsDe: 5 }, places: 5 });
    expect(lus).not.toHaveProperty("finis");
    expect(lus).not.toHaveProperty("projection");
    expect(lus.mois[0]).toEqual({
      mois: "2026-01",
      presents: 5,
      places: 5,
      occupation: { n: 1n, d: 1n },
      enCours: false,
    });
    expect(lus.mois[1]).toEqual({
      mois: "2026-02",
      presents: { moinsDe: 5 },
      places: 5,
      occupation: null,
      enCours: false,
    });
    expect((await lireFileActive.execute(auNord(deps), dehors, {})).actions).toEqual([]);
  },
);

testAvecBase(
  "hors de son périmètre, la carte et les passerelles taisent les petits nombres, d’un territoire comme du département",
  async ({ deps }) => {
    const [une, autre] = await deuxActions(deps);
    const [{ territoire } = { territoire: 0 }] = await lignes<{ territoire: number }>(
      deps,
      "select territoire_id as territoire from action where id = $1",
      [autre],
    );
    for (const personneId of [1, 2, 3, 4, 5, 6]) {
      await sejourner(deps, une, { personneId, entreLe: "2026-09-01" });
    }
    const sortie = { entreLe: "2026-02-01", sortiLe: "2026-07-01", classe: "durable" };
    await sejourner(deps, autre, { personneId: 7, entreLe: "2026-09-01" });
    await sejourner(deps, autre, { personneId: 8, ...sortie });
    const lire = async (qui: typeof agent, territoireId?: number) => {
      const demande = territoireId === undefined ? {} : { territoireId };
      const carte = await lireCarteParcours.execute(auNord(deps), qui, demande);
      const passages = await lirePasserelles.execute(auNord(deps), qui, demande);
      return {
        presents: carte.stations.find(({ axe }) => axe.code === "iii")?.presents,
        libres: carte.stations.find(({ axe }) => axe.code === "iii")?.libres,
        emplois: carte.emplois.get("iii"),
        sorties: passages.sorties,
      };
    };
    const tu = { emplois: { moinsDe: 5 }, sorties: { moinsDe: 5 } };
    expect(await lire(dehors, territoire)).toEqual({
      presents: { moinsDe: 5 },
      libres: { auMoins: 0 },
      ...tu,
    });
    expect(await lire(dehors)).toEqual({
      presents: { moinsDe: 11 },
      libres: { auMoins: 0 },
      ...tu,
    });
    const dit = { presents: 1, libres: 1, emplois: 1, sorties: 1 };
    expect(await lire(agent, territoire)).toEqual(dit);
    const locale = unAgent({
      portee: { territoires: [territoire], structures: [], referentId: null },
    });
    expect(await lire(locale, territoire)).toEqual(dit);
    expect(await lire(locale)).toEqual({ ...dit, presents: 7 });
  },
);

testAvecBase(
  "une action au-delà de ses places n’occupe pas celles d’une autre",
  async ({ deps }) => {
    const [pleine, vide] = await deuxActions(deps);
    for (const personneId of [1, 2, 3]) {
      await sejourner(deps, pleine, { personneId, entreLe: "2026-09-01" });
    }
    await sejourner(deps, vide, { personneId: 1, entreLe: "2026-09-15" });
    const lue = await lireFileActive.execute(auNord(deps), agent, { par: "action", mois: 3 });
    const octobre = lue.ensemble.mois.find(({ mois }) => mois === "2026-10");
    expect(octobre).toMatchObject({ places: 4, fin: 4, occupees: 3, personnes: 3 });
    expect(lue.lignes.map(({ cle, mois }) => [cle, mois[1]?.fin])).toEqual([
      [String(pleine), 3],
      [String(vide), 1],
    ]);
    expect("n" in lue.ensemble.occupation && enPourcent(lue.ensemble.occupation)).toBe(75);
  },
);

async function deuxActions(deps: Deps): Promise<readonly [number, number]> {
  const commun = { ficheCode: "iii-1", du: "2026-01-01", places: 2 };
  const une = await uneAction(deps, { ...commun, nom: "Première" });
  const ailleurs = await unTerritoire(deps, "Zone voisine");
  const autre = await uneAction(deps, {
    ...commun,
    nom: "Seconde",
    territoireId: ailleurs,
    structureId: await unOperateur(deps, "Autre opérateur"),
  });
  return [une, autre];
}

testAvecBase(
  "la file active se lit par axe, fiche, opérateur et territoire, dans le périmètre",
  async ({ deps }) => {
    const [une, autre] = await deuxActions(deps);
    const nombres = async (par: "axe" | "fiche" | "operateur" | "territoire") =>
      (await lireFileActive.execute(auNord(deps), agent, { par })).lignes.map(
        ({ actions }) => actions.length,
      );
    expect(await nombres("axe")).toEqual([2]);
    expect(await nombres("fiche")).toEqual([2]);
    expect(await nombres("operateur")).toEqual([1, 1]);
    expect(await nombres("territoire")).toEqual([1, 1]);
    const [{ territoire } = { territoire: 0 }] = await lignes<{ territoire: number }>(
      deps,
      "select territoire_id as territoire from action where id = $1",
      [autre],
    );
    const locale = unAgent({
      portee: { territoires: [territoire], structures: [], referentId: null },
    });
    const lue = await lireFileActive.execute(auNord(deps), locale, { par: "action" });
    expect(lue.lignes.map(({ cle }) => cle)).toEqual([String(autre)]);
    expect(une).not.toBe(autre);
  },
);

testAvecBase(
  "le parcours montre les places libres de chaque axe et qui y est passé",
  async ({ deps }) => {
    const social = await uneAction(deps, { ficheCode: "vi-1", du: "2026-01-01", places: 3 });
    const projet = await uneAction(deps, {
      ficheCode: "iii-1",
      du: "2026-01-01",
      places: 2,
      nom: "Projet",
    });
    await sejourner(deps, social, {
      personneId: 1,
      entreLe: "2026-02-01",
      sortiLe: "2026-06-01",
      classe: "positive",
    });
    await sejourner(deps, projet, { personneId: 1, entreLe: "2026-06-20" });
    await sejourner(deps, social, {
      personneId: 2,
      entreLe: "2026-02-01",
      sortiLe: "2026-07-01",
      classe: "durable",
    });
    const carte = await lireCarteParcours.execute(auNord(deps), agent, {});
    const station = (code: string) => carte.stations.find(({ axe }) => axe.code === code);
    expect(station("vi")).toMatchObject({ places: 3, presents: 0, libres: 3, actions: 1 });
    expect(station("iii")).toMatchObject({ places: 2, presents: 1, libres: 1 });
    expect(carte.passages.find(({ de, vers }) => de === "vi" && vers === "iii")?.nombre).toBe(1);
    expect(carte.emplois.get("vi")).toBe(1);
    const passages = await lirePasserelles.execute(auNord(deps), agent, {});
    expect(passages).toMatchObject({ annee: 2026, sorties: 2 });
    const ailleurs = await unTerritoire(deps, "Zone voisine");
    const vide = await lireCarteParcours.execute(auNord(deps), agent, { territoireId: ailleurs });
    expect(vide.stations.every(({ places }) => places === 0)).toBe(true);
    expect(vide.emplois.size).toBe(0);
  },
);

testAvecBase(
  "les statistiques d’une fiche se taisent sous le seuil, et cachent leurs petites cases",
  async ({ deps }) => {
    const actionId = await uneAction(deps, { ficheCode: "iii-1", du: "2025-01-01", places: 30 });
    const entrer = async (nombre: number, sexe: string, depart: number) => {
      for (let rang = 0; rang < nombre; rang += 1) {
        const id = await sejourner(deps, actionId, {
          personneId: depart + rang,
          entreLe: "2025-03-03",
        });
        await lignes(deps, "update sejour set sexe = $2, age = 31 where id = $1", [id, sexe]);
      }
    };
    const lire = () => lireStatistiques.execute(auNord(deps), agent, { ficheCode: "iii-1" });
    await entrer(4, "2", 100);
    expect(await lire()).toMatchObject({ tu: true, entrees: 0, profils: [] });
    await entrer(9, "1", 200);
    const lues = await lire();
    expect(lues).toMatchObject({ tu: false, entrees: 13 });
    const sexe = lues.profils.find(({ dimension }) => dimension === "sexe");
    expect(sexe?.tableau).toMatchObject({
      effectifs: [[null], [null]],
      totauxLignes: [null, null],
    });
    const age = lues.profils.find(({ dimension }) => dimension === "age");
    expect(age?.tableau).toMatchObject({ total: 13, masquees: 0 });
    await expect(
      lireStatistiques.execute(auNord(deps), agent, { ficheCode: "xii" }),
    ).rejects.toMatchObject({ code: "fiche.introuvable" });
    await expect(
      lireStatistiques.execute(auNord(deps), agent, { ficheCode: "iii-1", annee: 2026 }),
    ).rejects.toMatchObject({ code: "statistique.annee-en-cours" });
  },
);
