import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { annulerFusionCourriers, suivreFusionCourriers } from "../db/fusions.ts";
import { demande, lireChampsDEssai, valeursDEssai } from "../testing/essai.ts";
import { listerCourriersDePersonne } from "./courriers-de-personne.ts";
import { emettreCourrier } from "./emettre-courrier.ts";
import { emettreCourriers } from "./emettre-courriers.ts";
import { imprimerEnAttente } from "./imprimer-courriers.ts";
import { lireCourrier, lireDocumentCourrier } from "./lire-courrier.ts";
import { marquerEnvoyes, noterReception } from "./suivre-envoi.ts";

const agent = unAgent({ id: 7 });
const lire = lireCourrier(lireChampsDEssai);
const sansContexte = (personnes: readonly number[]) =>
  Promise.resolve(new Map(personnes.map((id) => [id, valeursDEssai(id)])));
const recevoir = noterReception(lireChampsDEssai);

function emettre(deps: Deps, personnes: readonly number[]): Promise<readonly number[]> {
  return deps.base.transaction(async (tx) => {
    const { emis } = await emettreCourriers(contextOf(deps, tx, agent), demande(personnes));
    return emis.map(({ courrierId }) => courrierId);
  });
}

testAvecBase(
  "l’envoi puis la réception se notent, et la réception date l’envoi qui manquait",
  async ({ deps }) => {
    const [id = 0] = await emettre(deps, [1]);
    await recevoir.execute(deps, agent, {
      id,
      version: 1,
      le: "2026-11-22",
      preuve: "avis-de-reception",
    });
    expect(await lire.execute(deps, agent, { id })).toMatchObject({
      envoyeLe: "2026-11-22",
      recuLe: "2026-11-22",
      preuve: "avis-de-reception",
    });
  },
);

testAvecBase("une réception avant le courrier, ou demain, est refusée", async ({ deps }) => {
  const [id = 0] = await emettre(deps, [1]);
  for (const le of ["2026-11-21", "2026-11-23"]) {
    await expect(
      recevoir.execute(deps, agent, { id, version: 1, le, preuve: "avis-de-reception" }),
    ).rejects.toMatchObject({ code: "saisie.invalide" });
  }
});

testAvecBase(
  "un envoi déjà noté garde son jour, et celui d’une autre ne se note pas",
  async ({ deps }) => {
    const ids = await emettre(deps, [1, 2, 3]);
    const marquer = marquerEnvoyes((_, personnes) =>
      sansContexte(personnes.filter((personne) => personne !== 3)),
    );
    expect(await marquer.execute(deps, agent, { courriers: [...ids], le: "2026-11-22" })).toBe(2);
    expect(await marquer.execute(deps, agent, { courriers: [...ids], le: "2026-11-22" })).toBe(0);
  },
);

testAvecBase("un courrier dont le document attend s’imprime quand on l’ouvre", async ({ deps }) => {
  const [id = 0] = await emettre(deps, [1]);
  expect(await lire.execute(deps, agent, { id })).toMatchObject({ imprime: false });
  const lu = await lireDocumentCourrier(lireChampsDEssai).execute(deps, agent, { id });
  expect(lu.nom).toBe("2026-000001.pdf");
  expect(lu.octets.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await lire.execute(deps, agent, { id })).toMatchObject({ imprime: true });
  expect(await imprimerEnAttente.execute(deps, agent, {})).toBe(0);
});

/** Until this many others wait for what this transaction holds, two seconds at most. */
async function quandAttendent(tx: Tx, combien: number): Promise<void> {
  for (let fois = 0; fois < 200; fois += 1) {
    const [compte] = await tx.query<{ nombre: number }>(
      `select count(distinct pid)::int as nombre from pg_locks
       where not granted and cardinality(pg_blocking_pids(pid)) > 0
         and pid in (select pid from pg_locks join pg_database d on d.oid = database where datname = current_database())`,
    );
    if ((compte?.nombre ?? 0) >= combien) return;
    await setTimeout(10);
  }
}

testAvecInstance(
  "ouvrir un courrier que l’imprimante tient déjà attend son document, sans en faire deux",
  async ({ deps, base }) => {
    const [id = 0] = await emettre(deps, [1]);
    const ouvrir = () => lireDocumentCourrier(lireChampsDEssai).execute(deps, agent, { id });
    const ouverts = await base.transaction(async (tx) => {
      await imprimerEnAttente.within(contextOf(deps, tx, agent), deps.journal, {});
      const ouvertures = Promise.allSettled([ouvrir(), ouvrir()]);
      await quandAttendent(tx, 2);
      return { ouvertures };
    });
    const issues = await ouverts.ouvertures;
    expect(issues.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const [faits] = await base.transaction((tx) =>
      tx.query("select count(*)::int as documents from courrier_pdf"),
    );
    expect(faits).toEqual({ documents: 1 });
  },
);

testAvecBase("hors du périmètre, un courrier n’existe pas", async ({ deps }) => {
  const [id = 0] = await emettre(deps, [1]);
  const personne = lireCourrier(() => Promise.resolve(new Map()));
  await expect(personne.execute(deps, agent, { id })).rejects.toMatchObject({
    code: "courrier.introuvable",
  });
});

testAvecBase("un courrier où il manque quelque chose ne part pas, et le dit", async ({ deps }) => {
  const sansRien = emettreCourrier((_, personnes) =>
    Promise.resolve(new Map(personnes.map((id) => [id, { "personne.appel": "Madame" }]))),
  );
  await expect(
    sansRien.execute(deps, agent, {
      personneId: 1,
      modele: "information-droits-devoirs",
      moyen: "lettre-simple",
    }),
  ).rejects.toMatchObject({
    code: "courrier.incomplet",
    message: expect.stringContaining("Adresse postale"),
  });
});

testAvecBase(
  "deux fiches réunies ont les courriers des deux ; séparées, chacune reprend les siens",
  async ({ deps, base }) => {
    const [deux = 0] = await emettre(deps, [2]);
    await emettre(deps, [1]);
    const fusion = { fusionId: 9, gardeeId: 1, absorbeeId: 2 };
    const lister = listerCourriersDePersonne(lireChampsDEssai);
    const nombre = async (personneId: number) =>
      (await lister.execute(deps, agent, { personneId })).courriers.length;
    await base.transaction((tx) => suivreFusionCourriers(tx, fusion));
    expect([await nombre(1), await nombre(2)]).toEqual([2, 0]);
    await base.transaction((tx) => annulerFusionCourriers(tx, fusion));
    expect([await nombre(1), await nombre(2)]).toEqual([1, 1]);
    expect((await lire.execute(deps, agent, { id: deux })).personneId).toBe(2);
  },
);
