import { expect, vi } from "vitest";
import { demanderReorientation, examinerReorientation } from "#accompagnement/orientation";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, orienter, ouvrir, selon, unePopulation } from "../../../app/testing/orientation.ts";
import { repondreConcertation, solliciterStructure } from "../usecases/concertations.ts";
import { consulterParcours } from "../usecases/consulter-parcours.ts";
import { direLaSuite, recevoirManquement, signalerManquement } from "../usecases/manquements.ts";
import { listerPretsPourCommission } from "../usecases/prets-pour-commission.ts";
import { noterSoutien } from "../usecases/soutiens.ts";
import { suivre } from "../usecases/suivre.ts";

vi.setConfig({ testTimeout: 120_000 });

const agent = unAgent();

async function desAccompagnees(deps: Deps, prenoms: readonly string[]) {
  const structure = await ouvrir(deps, {
    nom: "Maison de l’emploi",
    referents: [
      { nom: "Un", places: 60 },
      { nom: "Deux", places: 60 },
    ],
  });
  await unePopulation(deps, prenoms);
  await orienter(le(deps, "2026-09-01"));
  return structure;
}

testAvecBase(
  "un portefeuille se transmet personne par personne, les périodes et les lettres suivent",
  async ({ deps }) => {
    const { referents } = await desAccompagnees(deps, ["ALICE", "BRUNO", "CHLOÉ"]);
    const [premier = 0, second = 0] = referents;
    await lignes(deps, "update designation set referent_id = $1", [premier]);
    await lignes(deps, "update accompagnement set referent_id = $1", [premier]);
    await lignes(
      deps,
      "update situation_personne set referent_id = $1 where structure_id is not null",
      [premier],
    );
    const site = await entrer(deps, "responsable", {
      territoires: (await lignes<{ id: number }>(deps, "select id from territoire")).map(
        ({ id }) => id,
      ),
    });
    const avant = await lignes(
      deps,
      "select id, lower(periode) as du, terme from accompagnement order by id",
    );
    const page = await site.lire(`/portefeuille/transmettre?referent=${premier}`);
    expect([...page.matchAll(/name="vers-\d+"/gu)]).toHaveLength(3);
    expect(page).toContain("Charges, avant et après");
    const personnes = await lignes<{ id: number }>(
      deps,
      "select personne_id as id from accompagnement",
    );
    const choix = Object.fromEntries(personnes.map(({ id }) => [`vers-${id}`, String(second)]));
    const refuse = await site.envoyer("/portefeuille/transmettre", {
      referent: String(premier),
      ...choix,
      motif: "",
      annonce: "lettre-simple",
    });
    expect(refuse.status).toBe(422);
    expect(await refuse.text()).toContain("Dites pourquoi le portefeuille est transmis");
    const fait = await site.envoyer("/portefeuille/transmettre", {
      referent: String(premier),
      ...choix,
      motif: "Départ",
      annonce: "lettre-simple",
    });
    expect(fait.status).toBe(303);
    expect(await lignes(deps, "select distinct referent_id as id from accompagnement")).toEqual([
      { id: second },
    ]);
    expect(
      await lignes(deps, "select id, lower(periode) as du, terme from accompagnement order by id"),
    ).toEqual(avant);
    const lettres = await lignes<{ contenu: object }>(
      deps,
      "select contenu from courrier where usage = 'changement-referent'",
    );
    expect(lettres).toHaveLength(3);
    expect(JSON.stringify(lettres[0]?.contenu)).toMatch(/Rémi Un.*vous accompagnait/u);
  },
);

testAvecBase(
  "en Seine-Saint-Denis, l’autre structure répond, l’instance locale se prononce, puis le dossier est prêt",
  async ({ deps: somme }) => {
    const deps = selon(somme, "seine-saint-denis-2018");
    await desAccompagnees(somme, ["ALICE"]);
    const { id: autre } = await ouvrir(somme, { nom: "Service social", types: ["service-social"] });
    const personneId = await idDe(somme, "ALICE");
    const demandeId = await demanderReorientation.execute(deps, agent, {
      personneId,
      demandeur: "referent",
      motif: "La santé d’abord",
    });
    const prets = async () => (await listerPretsPourCommission.execute(deps, agent, {})).prets;
    await solliciterStructure.execute(deps, agent, { demandeId, structureId: autre });
    await expect(
      solliciterStructure.execute(deps, agent, { demandeId, structureId: autre }),
    ).rejects.toMatchObject({ code: "concertation.deja-sollicitee" });
    const { relais } = await consulterParcours.execute(deps, agent, { personneId });
    const concertationId = relais?.concertations[0]?.id ?? 0;
    await repondreConcertation.execute(deps, agent, {
      concertationId,
      reponse: "accord",
      motif: "Place en décembre",
    });
    await expect(
      repondreConcertation.execute(deps, agent, { concertationId, reponse: "refus", motif: "Non" }),
    ).rejects.toMatchObject({ code: "concertation.deja-repondue" });
    expect(await prets()).toEqual([]);
    await examinerReorientation.execute(deps, agent, {
      demandeId,
      version: 1,
      instance: "concertation-locale",
      le: "2026-11-22",
      avis: "favorable",
      commentaire: "Relais utile",
    });
    expect(await prets()).toMatchObject([{ nature: "reorientation", id: demandeId, personneId }]);
    const apres = await consulterParcours.execute(deps, agent, { personneId });
    expect(apres.relais).toMatchObject({
      demande: { examens: [{ avis: "favorable", commentaire: "Relais utile" }] },
      concertations: [{ reponse: "accord" }],
    });
  },
);

testAvecBase(
  "la commission reçoit les manquements à présenter, et la page compte chaque attente",
  async ({ deps }) => {
    await desAccompagnees(deps, ["ALICE", "BRUNO"]);
    const faits = { engagement: "rendez-vous", survenuLe: "2026-11-18", faits: "Absence" };
    const alice = await signalerManquement.execute(deps, agent, {
      ...faits,
      personneId: await idDe(deps, "ALICE"),
    });
    await signalerManquement.execute(deps, agent, {
      ...faits,
      personneId: await idDe(deps, "BRUNO"),
    });
    await recevoirManquement.execute(deps, agent, { manquementId: alice, version: 1 });
    await direLaSuite.execute(deps, agent, {
      manquementId: alice,
      version: 2,
      suite: "a-presenter",
      motif: "Récidive",
    });
    expect(await listerPretsPourCommission.execute(deps, agent, {})).toMatchObject({
      prets: [{ nature: "manquement", id: alice }],
      aRecevoir: [{}],
      aSuivre: [],
    });
    const site = await entrer(deps, "gestionnaire");
    expect(await site.lire("/parcours/commission")).toContain("Manquements à recevoir");
    const horsPerimetre = unAgent({
      portee: { territoires: [], structures: [], referentId: null },
    });
    expect((await listerPretsPourCommission.execute(deps, horsPerimetre, {})).prets).toEqual([]);
  },
);

testAvecBase("le livret se lit et s’imprime, et sa lecture est au journal", async ({ deps }) => {
  await desAccompagnees(deps, ["ALICE"]);
  const personneId = await idDe(deps, "ALICE");
  await noterSoutien.execute(deps, agent, {
    personneId,
    nature: "repas",
    autour: "formation",
    besoin: "Repas du midi",
    du: "2026-11-02",
    mobilise: "Tickets",
  });
  const site = await entrer(deps, "gestionnaire");
  const page = await site.lire(`/personnes/${personneId}/parcours/livret`);
  for (const attendu of [
    "Mon livret d’accompagnement",
    "La personne qui m’accompagne s’appelle",
    "Repas du midi : Tickets",
    "Mes droits",
  ]) {
    expect(page).toContain(attendu);
  }
  const pdf = await site.demander(`/personnes/${personneId}/parcours/livret.pdf`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  const octets = Buffer.from(await pdf.arrayBuffer()).toString("latin1");
  expect(octets).toContain("pdfuaid:part");
  expect(
    await lignes(
      deps,
      "select count(*)::int as n from journal where acte = 'parcours.lire-livret' and personne_id = $1",
      [personneId],
    ),
  ).toEqual([{ n: 1 }]);
});

testAvecBase(
  "deux fiches réunies n’ont qu’une période, et tout revient quand on les sépare",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, []);
    await declarer(deps, "2026-10-31", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree()] }),
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
    await orienter(le(deps, "2026-11-02"));
    for (const personneId of [paire.a, paire.b]) {
      await signalerManquement.execute(deps, agent, {
        personneId,
        engagement: "rendez-vous",
        survenuLe: "2026-11-18",
        faits: `Absence ${personneId}`,
      });
    }
    const tout = async () => ({
      periodes: await lignes(
        deps,
        "select id, personne_id, periode::text, annule, motif_fin, terme from accompagnement order by id",
      ),
      manquements: await lignes(deps, "select id, personne_id, etat from manquement order by id"),
      ouvertes: await lignes(
        deps,
        "select personne_id, objet, objet_id, code, limite from echeance where objet in ('accompagnement', 'manquement') and accomplie_le is null and eteinte_le is null order by 1, 2, 3, 4",
      ),
    });
    const avant = await tout();
    expect(avant.periodes).toHaveLength(2);
    const site = await entrer(deps, "gestionnaire");
    expect(
      (await site.envoyer(`/doublons/${paire.id}/fusionner`, { gardeeId: String(paire.a) })).status,
    ).toBe(303);
    const pendant = await tout();
    expect(new Set(pendant.ouvertes.map(({ personne_id: id }) => id))).toEqual(new Set([paire.a]));
    expect(pendant.manquements.map(({ personne_id: id }) => id)).toEqual([paire.a, paire.a]);
    expect(
      await lignes(
        deps,
        "select personne_id as id from accompagnement where upper_inf(periode) and not annule",
      ),
    ).toEqual([{ id: paire.a }]);
    const [fusion] = await lignes<{ id: number }>(deps, "select id from fusion order by id desc");
    expect((await site.envoyer(`/doublons/fusions/${fusion?.id}/annuler`)).status).toBe(303);
    expect(await tout()).toEqual(avant);
  },
);

testAvecBase("un droit clos clôt la période et éteint ses échéances", async ({ deps }) => {
  await desAccompagnees(deps, ["ALICE"]);
  const personneId = await idDe(deps, "ALICE");
  await lignes(
    deps,
    "update orientation set periode = daterange(lower(periode), '2026-10-31'), motif_fin = 'droit-clos'",
  );
  await lignes(deps, "update designation set periode = daterange(lower(periode), '2026-10-31')");
  await deps.base.transaction((tx) => suivre(contextOf(deps, tx, agent), [personneId]));
  expect(await lignes(deps, "select upper(periode) as au, motif_fin from accompagnement")).toEqual([
    { au: "2026-10-31", motif_fin: "droit-clos" },
  ]);
  expect(
    await lignes(
      deps,
      "select 1 from echeance where objet = 'accompagnement' and accomplie_le is null and eteinte_le is null",
    ),
  ).toEqual([]);
});
