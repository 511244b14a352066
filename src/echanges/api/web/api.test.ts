import { expect } from "vitest";
import { creerAgent, donnerHabilitation } from "#commun/agent";
import { hashToken } from "#platform/auth/token.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { appOf, instanceOf, origin } from "../../../app/testing/visite.ts";
import { creerCle, listerCles, renouvelerCle, revoquerCle } from "../usecases/cles.ts";
import { recevoirSejours } from "../usecases/recevoir-sejours.ts";
import { decrireApi } from "./description.ts";

const alice = { nom: "Exemple", prenom: "Alice", dateNaissance: "1985-04-12" };
const sejour = {
  action: "Coaching de l’Élan",
  personne: alice,
  entreLe: "2026-10-05",
  contratLe: "2026-10-01",
  attestationLe: "2026-10-02",
};

const unCouple = unFoyerDeclare({
  organisme: { famille: "CAF", numero: "801", matricule: "765432100000000" },
  numeroDemande: "80000000009",
  personnes: [
    unePersonneDeclaree({ nom: "COUPLE", nomNaissance: "COUPLE", nir: "2850480021001" }),
    unePersonneDeclaree({
      nom: "COUPLE",
      nomNaissance: "COUPLE",
      prenom: "Basile",
      nir: "1850480021002",
      role: "CJT",
    }),
  ],
});

const installateur = unAgent();

/** The account of a chef de projet of this operator, and what it is now. */
async function unChef(deps: Deps, structureId: number) {
  const { id } = await creerAgent.execute(deps, installateur, {
    identifiant: "chef.essai",
    nom: "Chantier",
    prenom: "Odile",
    motDePasse: "velours brique tempête",
  });
  await donnerHabilitation.execute(deps, installateur, {
    agentId: id,
    role: "chef-de-projet",
    territoires: [],
    structures: [structureId],
  });
  const portee = { territoires: [], structures: [structureId], referentId: null };
  return { agent: unAgent({ id, nom: "Odile Chantier", portee }) };
}

async function planter(nue: Deps) {
  const deps = auNord(nue);
  const structureId = await unOperateur(deps);
  await uneAction(deps, { structureId, nom: "Coaching de l’Élan" });
  await uneAction(deps, { structureId: await unOperateur(deps, "Autre Essai"), nom: "Ailleurs" });
  await declarer(nue, "2026-09-30", [unFoyerDeclare()]);
  const chef = await unChef(deps, structureId);
  const { cle } = await creerCle.execute(deps, chef.agent, { structureId, libelle: "Suivi Plus" });
  return { deps, structureId, cle, chef };
}

testAvecBase(
  "un programme donne des séjours : chacun est pris ou refusé, et redonné il n’écrit rien",
  async ({ deps: nue }) => {
    const { deps, cle } = await planter(nue);
    const corps = { sejours: [sejour, { ...sejour, action: "Ailleurs" }] };
    const premier = await recevoirSejours(deps, cle, corps);
    expect(premier.sejours).toEqual([
      { rang: 0, etat: "prise", raisons: [] },
      {
        rang: 1,
        etat: "refusee",
        raisons: ["« Ailleurs » n’est aucune des actions de Élan Essai."],
      },
    ]);
    const sorti = { ...sejour, sortie: { le: "2026-11-10", nature: "cdi" } };
    expect((await recevoirSejours(deps, cle, { sejours: [sejour, sorti] })).sejours).toMatchObject([
      { etat: "inchangee" },
      { etat: "prise" },
    ]);
    expect(await lignes(deps, "select entre_le, sorti_le, classe from sejour")).toEqual([
      { entre_le: "2026-10-05", sorti_le: "2026-11-10", classe: "durable" },
    ]);
  },
);

testAvecBase(
  "une entrée dont la sortie est refusée ne laisse rien, et l’appel s’inscrit au journal",
  async ({ deps: nue }) => {
    const { deps, cle } = await planter(nue);
    const absurde = { ...sejour, sortie: { le: "2026-10-01", nature: "cdi" } };
    const { sejours } = await recevoirSejours(deps, cle, { sejours: [absurde] });
    expect(sejours).toMatchObject([{ etat: "refusee" }]);
    expect(await lignes(deps, "select id from sejour")).toEqual([]);
    expect(
      await lignes(deps, "select details from journal where acte = 'api.recevoir-sejours'"),
    ).toEqual([{ details: { prises: 0, inchangees: 0, refusees: 1 } }]);
  },
);

testAvecBase(
  "un numéro de demande qui désigne deux conjoints ne donne le nom d’aucun",
  async ({ deps: nue }) => {
    const { deps, cle } = await planter(nue);
    await declarer(nue, "2026-10-31", [unCouple]);
    const personne = { numeroDemande: unCouple.numeroDemande };
    const { sejours } = await recevoirSejours(deps, cle, { sejours: [{ ...sejour, personne }] });
    expect(sejours[0]?.raisons.join(" ")).toContain("Personne ayant droit à cette action");
    expect(await lignes(deps, "select id from sejour")).toEqual([]);
  },
);

testAvecBase("une clé inconnue ou retirée n’ouvre rien", async ({ deps: nue }) => {
  const { deps, cle } = await planter(nue);
  const refusee = { code: "cle.refusee" };
  await expect(recevoirSejours(deps, "inventée", { sejours: [] })).rejects.toMatchObject(refusee);
  const { cles } = await listerCles.execute(deps, unAgent(), {});
  await revoquerCle.execute(deps, unAgent(), { cleId: cles[0]?.id ?? 0 });
  await expect(recevoirSejours(deps, cle, { sejours: [sejour] })).rejects.toMatchObject(refusee);
});

const dansQuatorzeMois = (deps: Deps): Deps => ({
  ...deps,
  now: () => new Date("2028-01-22T09:00:00Z"),
});

testAvecBase(
  "une clé a un terme d’un an : passé, elle n’ouvre plus rien avant d’être renouvelée",
  async ({ deps: nue }) => {
    const { deps, cle, chef } = await planter(nue);
    const { cles, duree } = await listerCles.execute(deps, chef.agent, {});
    expect(cles).toMatchObject([{ terme: "2027-11-22", etat: "ouverte" }]);
    expect(duree).toMatchObject({ valeur: { mois: 12 }, certitude: "a-confirmer" });
    const tard = dansQuatorzeMois(deps);
    await expect(recevoirSejours(tard, cle, { sejours: [sejour] })).rejects.toMatchObject({
      code: "cle.refusee",
      message: expect.stringContaining("de la renouveler"),
    });
    expect((await listerCles.execute(tard, chef.agent, {})).cles).toMatchObject([
      { etat: "terminee" },
    ]);
    await renouvelerCle.execute(tard, chef.agent, { cleId: cles[0]?.id ?? 0 });
    expect((await listerCles.execute(tard, chef.agent, {})).cles).toMatchObject([
      { terme: "2029-01-22", etat: "ouverte" },
    ]);
    expect((await recevoirSejours(tard, cle, { sejours: [sejour] })).sejours).toHaveLength(1);
  },
);

testAvecBase(
  "une clé n’ouvre plus rien quand le compte qui l’a créée est fermé, et personne ne la reprend",
  async ({ deps: nue }) => {
    const { deps, cle, chef } = await planter(nue);
    await lignes(deps, "update agent set ferme_le = now() where id = $1", [chef.agent.id]);
    await expect(recevoirSejours(deps, cle, { sejours: [sejour] })).rejects.toMatchObject({
      code: "cle.refusee",
      message: expect.stringContaining("d’en créer une autre"),
    });
    const { cles } = await listerCles.execute(deps, installateur, {});
    expect(cles).toMatchObject([{ etat: "sans-repondant" }]);
    await expect(
      renouvelerCle.execute(deps, installateur, { cleId: cles[0]?.id ?? 0 }),
    ).rejects.toMatchObject({ code: "cle.sans-repondant" });
  },
);

testAvecBase(
  "une clé n’ouvre plus rien quand le droit de son créateur est retiré, ou donné pour un autre opérateur",
  async ({ deps: nue }) => {
    const { deps, cle, chef } = await planter(nue);
    const agentId = chef.agent.id ?? 0;
    const refusee = { code: "cle.refusee" };
    await lignes(
      deps,
      "update habilitation set periode = daterange(lower(periode), '2026-11-22') where agent_id = $1",
      [agentId],
    );
    await expect(recevoirSejours(deps, cle, { sejours: [sejour] })).rejects.toMatchObject(refusee);
    const ailleurs = await unOperateur(deps, "Autre Essai");
    await donnerHabilitation.execute(deps, installateur, {
      agentId,
      role: "chef-de-projet",
      territoires: [],
      structures: [ailleurs],
    });
    await expect(recevoirSejours(deps, cle, { sejours: [sejour] })).rejects.toMatchObject(refusee);
  },
);

testAvecBase(
  "une clé se renouvelle sur sa page, et un refus est un problème dit en français",
  async ({ deps: nue }) => {
    const { deps, structureId } = await planter(nue);
    const agent = await entrer(deps, "chef-de-projet", {
      structures: [structureId],
      app: appOf(instanceOf(deps.base)),
    });
    const page = await (
      await agent.envoyer("/offre/api", { structureId: String(structureId), libelle: "Suivi" })
    ).text();
    expect(page).toContain("Copiez cette clé maintenant");
    expect(page).toContain("À confirmer par le Département");
    expect(page).toContain("Clés de vos opérateurs");
    const sansNom = await agent.envoyer("/offre/api", {
      ...{ structureId: String(structureId), libelle: "" },
    });
    expect(await sansNom.text()).toContain("La clé n’est ni créée ni renouvelée");
    expect(page).toMatch(/reste 365.jours/u);
    const [cle] = await lignes<{ id: number }>(
      deps,
      "select id from cle_api where libelle = 'Suivi'",
    );
    expect((await agent.envoyer(`/offre/api/${cle?.id}/renouveler`)).status).toBe(303);

    const app = await appOf(instanceOf(deps.base));
    const refus = await app.fetch(
      new Request(`${origin}/essai/api/sejours`, {
        method: "POST",
        body: "{}",
        headers: { authorization: "Bearer inventée" },
      }),
    );
    expect(refus.status).toBe(401);
    expect(refus.headers.get("content-type")).toBe("application/problem+json");
    expect(await refus.json()).toEqual({
      title: "Clé refusée",
      status: 401,
      code: "cle.refusee",
      detail: "Cette clé n’ouvre rien : demandez-en une autre au chef de projet de l’opérateur.",
    });
  },
);

testAvecBase(
  "une clé qui nomme trop de personnes introuvables attend, et le refus ne dit pas pourquoi elles le sont",
  async ({ deps: nue }) => {
    const { deps, cle } = await planter(nue);
    const inconnue = { ...sejour, personne: { ...alice, nom: "Inconnue" } };
    const autreJour = { ...sejour, personne: { ...alice, dateNaissance: "1985-04-13" } };
    const numero = { numeroDemande: unFoyerDeclare().numeroDemande, dateNaissance: "1985-04-13" };
    const lus = await recevoirSejours(deps, cle, {
      sejours: [inconnue, autreJour, { ...sejour, personne: numero }],
    });
    expect(new Set(lus.sejours.map(({ raisons }) => raisons.join())).size).toBe(1);
    const beaucoup = { sejours: Array.from({ length: 200 }, () => inconnue) };
    for (let appel = 0; appel < 3; appel += 1) await recevoirSejours(deps, cle, beaucoup);
    await expect(recevoirSejours(deps, cle, { sejours: [sejour] })).rejects.toMatchObject({
      code: "recherche.attendre",
    });
  },
);

testAvecBase("la clé n’est gardée nulle part en clair", async ({ deps: nue }) => {
  const { deps, cle } = await planter(nue);
  const [gardee] = await lignes<{ empreinte: Buffer }>(deps, "select * from cle_api");
  expect(gardee?.empreinte).toEqual(hashToken(cle));
  expect(JSON.stringify(gardee)).not.toContain(cle);
});

testAvecBase("un corps illisible dit où il l’est, et rien n’est pris", async ({ deps: nue }) => {
  const { deps, cle } = await planter(nue);
  const faux = { sejours: [sejour, { ...sejour, entreLe: "5 octobre", personne: { nom: "X" } }] };
  await expect(recevoirSejours(deps, cle, faux)).rejects.toMatchObject({
    code: "saisie.invalide",
    details: {
      champs: {
        "sejours.1.entreLe": "une date AAAA-MM-JJ est attendue",
        "sejours.1.personne":
          "nom, prénom et date de naissance sont attendus, ou le numéro de demande RSA",
      },
    },
  });
  expect(await lignes(deps, "select id from sejour")).toEqual([]);
});

testAvecBase("l’API se décrit en OpenAPI 3.1 d’après les schémas qui lisent", async () => {
  const decrite = JSON.stringify(decrireApi("https://jalon.example/nord"));
  expect(decrite).toContain('"openapi":"3.1.0"');
  expect(decrite).toContain("formation-qualifiante");
});
