import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { onFact } from "#platform/usecase/define-use-case.ts";
import { avecTerritoires } from "../../../app/testing/foyers-inscrits.ts";
import {
  actionVoulue,
  auNord,
  uneAction,
  unIntervenant,
  unOperateur,
  unTerritoire,
} from "../../../app/testing/offre.ts";
import { lireActions } from "../db/actions.ts";
import { lireIntervenants } from "../db/intervenants.ts";
import { lirePlaces } from "../db/places.ts";
import { programmeAu } from "../domain/programme.ts";
import { affecterIntervenant } from "./affecter-intervenant.ts";
import { consulterAction } from "./consulter-action.ts";
import { definirPlaces } from "./definir-places.ts";
import { exigerAction } from "./exiger-action.ts";
import { actionFermee, actionsChangees } from "./faits.ts";
import { fermerAction } from "./fermer-action.ts";
import { ouvrirActions } from "./ouvrir-actions.ts";
import { terminerIntervention } from "./terminer-intervention.ts";

const agent = unAgent();

async function ouvrir(deps: Deps, voulue: Parameters<typeof actionVoulue>[1]) {
  const nord = auNord(deps);
  return ouvrirActions.execute(nord, agent, { actions: [await actionVoulue(nord, voulue)] });
}

async function codeDe(acte: Promise<unknown>): Promise<unknown> {
  return acte.then(
    () => "fait",
    (refus: { code?: string }) => refus.code,
  );
}

testAvecBase(
  "une action ouverte garde la fiche de son accord, ses places et ses prescripteurs",
  async ({ deps, base }) => {
    const dites: number[] = [];
    const ecoute = onFact(actionsChangees, (_, { actions }) => {
      dites.push(...actions);
      return Promise.resolve();
    });
    const id = await uneAction({ ...deps, reactions: [ecoute] }, { places: 24 });
    const { programme, depuis } = programmeAu("nord-2019", "2024-01-01");
    const [lue] = await base.transaction((tx) => lireActions(tx, { ids: [id] }));
    expect(lue).toMatchObject({
      nom: "Accompagnement d’essai",
      ficheDepuis: depuis,
      axe: "vi",
      structure: "Élan Essai",
      territoire: "Territoire d’essai",
      du: "2024-01-01",
      au: null,
      communes: [],
      prescripteurs: programme.prescripteurs.valeur,
      version: 1,
    });
    expect(lue?.fiche).toEqual(programme.fiches.find(({ code }) => code === "vi-1"));
    expect(await base.transaction((tx) => lirePlaces(tx, [id]))).toEqual([
      { actionId: id, du: "2024-01-01", au: null, places: 24, placesQuartiers: null },
    ]);
    expect(dites).toEqual([id]);
  },
);

testAvecBase("un lot rend les identifiants dans l’ordre donné", async ({ deps, base }) => {
  const nord = auNord(deps);
  const noms = ["Cap vers l’emploi", "Atelier du lin", "Bus emploi"];
  const commune = await actionVoulue(nord);
  const actions = noms.map((nom) => ({ ...commune, nom }));
  const { ids } = await ouvrirActions.execute(nord, agent, { actions });
  const lues = await base.transaction((tx) => lireActions(tx, { ids }));
  expect(ids.map((id) => lues.find((une) => une.id === id)?.nom)).toEqual(noms);
});

testAvecBase("une fiche que le programme n’a pas est refusée avec son code", async ({ deps }) => {
  expect(await codeDe(ouvrir(deps, { ficheCode: "xii" }))).toBe("action.fiche-inconnue");
});

testAvecBase(
  "une catégorie juridique que le programme n’admet pas est refusée, et le refus dit lesquelles le sont",
  async ({ deps }) => {
    await expect(ouvrir(deps, { categorieJuridique: "entreprise" })).rejects.toMatchObject({
      code: "action.categorie-refusee",
      message: expect.stringContaining("Association, Fondation"),
    });
  },
);

testAvecBase("une IOD sans référence sur le territoire est refusée", async ({ deps, base }) => {
  await expect(ouvrir(deps, { ficheCode: "i-1" })).rejects.toMatchObject({
    code: "action.reference-absente",
  });
  const ailleurs = await unTerritoire(deps, "Autre territoire");
  await uneAction(deps, { ficheCode: "i-2", territoireId: ailleurs });
  await expect(ouvrir(deps, { ficheCode: "i-1" })).rejects.toMatchObject({
    code: "action.reference-absente",
  });
  const reference = await uneAction(deps, { ficheCode: "i-2" });
  const { ids } = await ouvrir(deps, { ficheCode: "i-1" });
  const [iod] = await base.transaction((tx) => lireActions(tx, { ids: [...ids] }));
  expect(iod?.adosseeAId).toBe(reference);
});

testAvecBase("une commune d’un autre territoire est refusée", async ({ deps }) => {
  const territoire = await avecTerritoires(deps);
  const amiens = {
    territoireId: territoire("Amiens"),
    du: "2026-06-01",
    communes: [{ codeCommune: "80021" }],
  };
  expect(await codeDe(ouvrir(deps, amiens))).toBe("fait");
  expect(await codeDe(ouvrir(deps, { ...amiens, communes: [{ codeCommune: "80001" }] }))).toBe(
    "action.commune-hors-territoire",
  );
});

testAvecBase(
  "qui ne tient que ses territoires n’ouvre ni ne change d’action ailleurs",
  async ({ deps }) => {
    const ici = await unTerritoire(deps);
    const ailleurs = await unTerritoire(deps, "Autre territoire");
    const responsable = unAgent({
      portee: { territoires: [ailleurs], structures: [], referentId: null },
    });
    const nord = auNord(deps);
    const actions = [await actionVoulue(nord, { territoireId: ici })];
    expect(await codeDe(ouvrirActions.execute(nord, responsable, { actions }))).toBe(
      "action.hors-perimetre",
    );
    const id = await uneAction(deps, { territoireId: ici });
    const places = { actionId: id, places: 12, du: "2026-01-01" };
    expect(await codeDe(definirPlaces.execute(nord, responsable, places))).toBe(
      "action.introuvable",
    );
    await deps.base.transaction(async (tx) => {
      const context = { tx, agent: responsable };
      expect((await exigerAction(context, id)).id).toBe(id);
      await expect(exigerAction(context, id, { dansLaPortee: true })).rejects.toMatchObject({
        code: "action.introuvable",
      });
    });
  },
);

testAvecBase(
  "des places dites pour un temps laissent revenir celles d’avant, sans jamais se chevaucher",
  async ({ deps, base }) => {
    const id = await uneAction(deps, { places: 30, du: "2024-01-01" });
    const dire = (places: number, du: string, dernierJour = "") =>
      definirPlaces.execute(deps, agent, { actionId: id, places, du, dernierJour });
    await dire(24, "2025-09-15");
    await dire(36, "2025-11-01", "2025-12-31");
    const lues = await base.transaction((tx) => lirePlaces(tx, [id]));
    expect(lues.map(({ places, du, au }) => [places, du, au])).toEqual([
      [30, "2024-01-01", "2025-09-15"],
      [24, "2025-09-15", "2025-11-01"],
      [36, "2025-11-01", "2026-01-01"],
      [24, "2026-01-01", null],
    ]);
    expect(await codeDe(dire(10, "2023-12-31"))).toBe("action.hors-periode");
    expect(await codeDe(dire(10, "2026-02-01", "2026-01-31"))).toBe("action.periode");
    await expect(
      definirPlaces.execute(deps, agent, {
        actionId: id,
        places: 5,
        placesQuartiers: 6,
        du: "2026-02-01",
      }),
    ).rejects.toMatchObject({ code: "action.places" });
  },
);

testAvecBase("la base refuse deux capacités le même jour", async ({ deps, base }) => {
  const id = await uneAction(deps);
  await expect(
    base.transaction((tx) =>
      tx.query(
        `insert into place_action (action_id, places, periode, definie_le)
         values ($1, 5, '[2026-01-01,)', '2026-01-01')`,
        [id],
      ),
    ),
  ).rejects.toThrow("une_capacite_d_action_a_la_fois");
});

testAvecBase(
  "une action ne ferme pas avant de commencer, et qui a encore quelqu’un refuse dans la même transaction",
  async ({ deps, base }) => {
    const id = await uneAction(deps, { places: 30, du: "2024-01-01" });
    const fermer = (dernierJour: string, version = 1, reactions = deps.reactions) =>
      fermerAction.execute({ ...deps, reactions }, agent, {
        actionId: id,
        version,
        dernierJour,
        motif: "Fin de la convention",
      });
    expect(await codeDe(fermer("2023-12-31"))).toBe("action.periode");
    expect(await codeDe(fermer("2026-11-30", 9))).toBe("action.conflit");
    const quelquUn = onFact(actionFermee, () => Promise.reject(new Error("encore quelqu’un")));
    await expect(fermer("2026-11-30", 1, [quelquUn])).rejects.toThrow("encore quelqu’un");
    await fermer("2026-11-30");
    const [fermee] = await base.transaction((tx) => lireActions(tx, { ids: [id] }));
    expect(fermee).toMatchObject({ au: "2026-12-01", version: 2 });
    const places = await base.transaction((tx) => lirePlaces(tx, [id]));
    expect(places).toMatchObject([{ du: "2024-01-01", au: "2026-12-01", places: 30 }]);
    expect(await codeDe(fermer("2026-12-15", 2))).toBe("action.fermee");
  },
);

testAvecBase("une référence ne ferme pas tant qu’une IOD s’y adosse", async ({ deps, base }) => {
  const iod = await uneAction(deps, { ficheCode: "i-1" });
  const [lue] = await base.transaction((tx) => lireActions(tx, { ids: [iod] }));
  await expect(
    fermerAction.execute(deps, agent, {
      actionId: lue?.adosseeAId ?? 0,
      version: 1,
      dernierJour: "2026-11-30",
      motif: "Fin",
    }),
  ).rejects.toMatchObject({ code: "action.reference-attendue" });
});

testAvecBase(
  "un intervenant vient de l’équipe de l’opérateur, une seule fois par période, et son temps total est rendu",
  async ({ deps, base }) => {
    const structureId = await unOperateur(deps);
    const odile = await unIntervenant(deps, structureId);
    const etranger = await unIntervenant(deps, await unOperateur(deps, "Autre opérateur"));
    const [une, autre] = [await uneAction(deps), await uneAction(deps, { nom: "Autre action" })];
    const affecter = (actionId: number, referentId = odile) =>
      affecterIntervenant.execute(deps, agent, {
        actionId,
        referentId,
        mission: "Accompagnement",
        etp: 0.6,
        du: "2026-01-01",
      });
    expect(await affecter(une)).toMatchObject({ total: 0.6 });
    expect(await affecter(autre)).toMatchObject({ total: 1.2 });
    expect(await codeDe(affecter(une))).toBe("action.intervenant-deja");
    expect(await codeDe(affecter(une, etranger))).toBe("action.intervenant-etranger");
    const lus = await base.transaction((tx) => lireIntervenants(tx, [une]));
    expect(lus).toMatchObject([{ nom: "Projet", mission: "Accompagnement", etp: 0.6, au: null }]);
  },
);

testAvecBase(
  "une intervention se termine plus tôt que prévu, jamais avant d’avoir commencé, et libère son temps",
  async ({ deps, base }) => {
    const odile = await unIntervenant(deps, await unOperateur(deps));
    const une = await uneAction(deps);
    const affecter = (du: string) =>
      affecterIntervenant.execute(deps, agent, {
        ...{ actionId: une, referentId: odile, mission: "Accompagnement", etp: 0.6, du },
        dernierJour: "2026-12-31",
      });
    const { id } = await affecter("2026-01-01");
    const terminer = (le: string, qui = agent) =>
      terminerIntervention.execute(deps, qui, { id, le });
    const dehors = unAgent({
      portee: { territoires: [], structures: [odile + 999], referentId: null },
    });
    expect(await codeDe(terminer("2026-06-30", dehors))).toBe("action.intervention-introuvable");
    expect(await codeDe(terminer("2025-12-31"))).toBe("action.intervention-periode");
    expect(await codeDe(terminer("2026-12-31"))).toBe("action.intervention-finie");
    expect(await terminer("2026-06-30")).toMatchObject({ actionId: une, au: "2026-07-01" });
    expect(await codeDe(terminer("2026-09-30"))).toBe("action.intervention-finie");
    expect(await affecter("2026-07-01")).toMatchObject({ total: 0.6 });
    const lus = await base.transaction((tx) => lireIntervenants(tx, [une]));
    expect(lus.map(({ du, au }) => [du, au])).toEqual([
      ["2026-01-01", "2026-07-01"],
      ["2026-07-01", "2027-01-01"],
    ]);
  },
);

testAvecBase(
  "une action consultée dit ses places, son lieu et qui y travaille",
  async ({ deps }) => {
    const id = await uneAction(deps, { horaires: "Du lundi au jeudi, 9 h à 12 h" });
    const lue = await consulterAction.execute(deps, agent, { actionId: id });
    expect(lue).toMatchObject({
      le: "2026-11-22",
      lieu: { horaires: "Du lundi au jeudi, 9 h à 12 h", ouverteLe: "2026-11-22" },
      places: [{ places: 10, definieLe: "2026-11-22" }],
      intervenants: [],
    });
  },
);
