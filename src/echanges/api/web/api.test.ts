import { expect } from "vitest";
import { hashToken } from "#platform/auth/token.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { creerCle, listerCles, revoquerCle } from "../usecases/cles.ts";
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

async function planter(nue: Deps) {
  const deps = auNord(nue);
  const structureId = await unOperateur(deps);
  await uneAction(deps, { structureId, nom: "Coaching de l’Élan" });
  await uneAction(deps, { structureId: await unOperateur(deps, "Autre Essai"), nom: "Ailleurs" });
  await declarer(nue, "2026-09-30", [unFoyerDeclare()]);
  const { cle } = await creerCle.execute(deps, unAgent(), { structureId, libelle: "Suivi Plus" });
  return { deps, structureId, cle };
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
    expect(sejours[0]?.raisons.join(" ")).toContain("ne dit pas qui est la personne");
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
