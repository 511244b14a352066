import { expect } from "vitest";
import type { Matrice } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { agentDe, declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { foyersDe, le, ouvrir, unePopulation } from "../../../app/testing/orientation.ts";
import { adopterMatrice } from "./matrice-adopter.ts";
import {
  abandonnerMatrice,
  enregistrerMatrice,
  ouvrirBrouillonMatrice,
} from "./matrice-brouillon.ts";
import { consulterMatrice } from "./matrice-consulter.ts";
import { simulerMatrice } from "./matrice-simuler.ts";
import { proposerOrientations } from "./proposer-orientations.ts";

const agent = unAgent({ nom: "René Territoire" });

const ouvrirUn = async (deps: Deps) =>
  (await ouvrirBrouillonMatrice.execute(deps, agent, {})).brouillonId;

async function contenuDe(deps: Deps, brouillonId: number): Promise<Matrice> {
  const { brouillon, enVigueur } = await consulterMatrice.execute(deps, agent, { brouillonId });
  return brouillon?.contenu ?? enVigueur.matrice;
}

/** Everybody socially oriented without an answer, in place of socio-professionally. */
async function sansReponseSociale(deps: Deps): Promise<number> {
  const brouillonId = await ouvrirUn(deps);
  const contenu = await contenuDe(deps, brouillonId);
  await enregistrerMatrice.execute(deps, agent, {
    brouillonId,
    version: 1,
    contenu: { ...contenu, sansReponse: { dominante: "sociale", type: "sociale" } },
  });
  return brouillonId;
}

const adoption = (brouillonId: number, champs: Record<string, unknown> = {}) => ({
  brouillonId,
  version: 2,
  remplace: "somme-2025-1",
  depuis: "2026-12-01",
  motif: "Avis du comité local",
  ...champs,
});

testAvecBase("un brouillon part de la matrice en vigueur et ne la change pas", async ({ deps }) => {
  const brouillonId = await sansReponseSociale(deps);
  const { enVigueur, brouillons } = await consulterMatrice.execute(deps, agent, {
    brouillonId: null,
  });
  expect(enVigueur).toMatchObject({
    matrice: { version: "somme-2025-1", sansReponse: { dominante: "socio-professionnelle" } },
    adopteePar: null,
  });
  expect(brouillons).toMatchObject([
    { id: brouillonId, auteurNom: "René Territoire", baseVersion: "somme-2025-1", version: 2 },
  ]);
});

testAvecBase(
  "une matrice avec un trou est refusée à l’enregistrement, avec le cas qui le montre",
  async ({ deps }) => {
    const brouillonId = await ouvrirUn(deps);
    const contenu = await contenuDe(deps, brouillonId);
    const refus = await enregistrerMatrice
      .execute(deps, agent, {
        brouillonId,
        version: 1,
        contenu: { ...contenu, grille: contenu.grille.slice(1) },
      })
      .catch((error: unknown) => error);
    expect(refus).toBeInstanceOf(DomainError);
    expect(refus).toMatchObject({
      code: "matrice.incoherente",
      details: { problemes: [{ code: "trou", cas: expect.stringMatching(/^Cas : « /u) }] },
    });
    expect(await contenuDe(deps, brouillonId)).toEqual(contenu);
  },
);

testAvecBase("le second qui enregistre un brouillon ne l’écrase pas", async ({ deps }) => {
  const brouillonId = await sansReponseSociale(deps);
  const contenu = await contenuDe(deps, brouillonId);
  await expect(
    enregistrerMatrice.execute(deps, agent, { brouillonId, version: 1, contenu }),
  ).rejects.toMatchObject({ code: "matrice.conflit" });
  await abandonnerMatrice.execute(deps, agent, { brouillonId, version: 2 });
  await expect(consulterMatrice.execute(deps, agent, { brouillonId })).rejects.toMatchObject({
    code: "matrice.introuvable",
  });
});

testAvecBase(
  "une matrice adoptée s’applique à son jour, sous sa propre version",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison", places: null });
    await unePopulation(deps, ["ALICE"]);
    const brouillonId = await sansReponseSociale(deps);
    const { version } = await adopterMatrice.execute(deps, agent, adoption(brouillonId));
    expect(version).toBe("somme-2025-2");
    const avant = await proposerOrientations.execute(deps, agent, {});
    expect(avant).toMatchObject({
      versionMatrice: "somme-2025-1",
      parDominante: { "socio-professionnelle": 1 },
    });
    await declarer(deps, "2026-11-30", foyersDe(["ALICE", "BRUNO"]));
    const apres = await proposerOrientations.execute(le(deps, "2026-12-01"), agent, {});
    expect(apres).toMatchObject({ versionMatrice: "somme-2025-2", parDominante: { sociale: 1 } });
  },
);

testAvecBase(
  "une matrice ne s’adopte ni dans le passé, ni sans savoir qu’une autre l’a été",
  async ({ deps }) => {
    const [un, autre] = [await sansReponseSociale(deps), await sansReponseSociale(deps)];
    await expect(
      adopterMatrice.execute(deps, agent, adoption(un, { depuis: "2026-11-21" })),
    ).rejects.toMatchObject({
      code: "saisie.invalide",
      details: { champs: { depuis: expect.stringContaining("jour à venir") } },
    });
    await adopterMatrice.execute(deps, agent, adoption(un));
    await expect(adopterMatrice.execute(deps, agent, adoption(autre))).rejects.toMatchObject({
      code: "matrice.conflit",
    });
    const { version } = await adopterMatrice.execute(
      deps,
      agent,
      adoption(autre, { remplace: "somme-2025-2" }),
    );
    expect(version).toBe("somme-2025-3");
    expect(await lignes(deps, "select etat from matrice_brouillon")).toEqual([
      { etat: "adopte" },
      { etat: "adopte" },
    ]);
  },
);

testAvecBase(
  "simuler compte qui changerait et la charge des structures, sans rien écrire",
  async ({ deps }) => {
    const service = await ouvrir(deps, { nom: "Service social", types: ["sociale"], places: 1 });
    const relais = await ouvrir(deps, { nom: "Relais", types: ["socio-pro"], places: null });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const brouillonId = await sansReponseSociale(deps);
    const avant = await lignes(deps, "select s::text from situation_personne s");
    const { simulation, structures, personnes } = await simulerMatrice.execute(deps, agent, {
      brouillonId,
    });
    expect(simulation).toMatchObject({
      personnes: 2,
      passages: [{ de: "socio-pro", vers: "sociale", nombre: 2 }],
      dominantes: {
        sociale: { avant: 0, apres: 2 },
        "socio-professionnelle": { avant: 2, apres: 0 },
      },
    });
    expect(simulation.structures).toEqual(
      expect.arrayContaining([
        { structureId: service.id, avant: 0, apres: 1 },
        { structureId: relais.id, avant: 2, apres: 0 },
        { structureId: null, avant: 0, apres: 1 },
      ]),
    );
    expect(structures.get(service.id)).toEqual({ nom: "Service social", places: 1 });
    expect([...personnes.values()].map(({ prenom }) => prenom).toSorted()).toEqual([
      "ALICE",
      "BRUNO",
    ]);
    expect(await lignes(deps, "select from proposition")).toEqual([]);
    expect(await lignes(deps, "select s::text from situation_personne s")).toEqual(avant);
  },
);

testAvecBase(
  "simuler pose autant de questions à la base pour trois personnes que pour une",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison", places: null });
    const brouillonId = await ouvrirUn(deps);
    const questions = async () => {
      let posees = 0;
      const { base } = deps;
      await simulerMatrice.execute(
        {
          ...deps,
          base: {
            ...base,
            transaction: (run) =>
              base.transaction((tx) =>
                run(
                  new Proxy(tx, {
                    get(cible, nom) {
                      const valeur: unknown = Reflect.get(cible, nom);
                      if (typeof valeur !== "function") return valeur;
                      posees += 1;
                      return valeur.bind(cible);
                    },
                  }),
                ),
              ),
          },
        },
        agent,
        { brouillonId },
      );
      return posees;
    };
    await unePopulation(deps, ["ALICE"]);
    const pourUne = await questions();
    await unePopulation(deps, ["BRUNO", "CHLOE"]);
    expect(await questions()).toBe(pourUne);
  },
);

testAvecBase("une simulation ne porte que sur les personnes qu’on peut voir", async ({ deps }) => {
  await unePopulation(deps, ["ALICE"]);
  const brouillonId = await sansReponseSociale(deps);
  const { simulation } = await simulerMatrice.execute(deps, agentDe([]), { brouillonId });
  expect(simulation.personnes).toBe(0);
});
