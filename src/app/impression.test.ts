import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emettreCourriers } from "#commun/courrier";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { contextOf } from "#platform/usecase/define-use-case.ts";
import { champsDEssai } from "./testing/champs-courrier.ts";
import { repeterSansCesse } from "./travaux.ts";
import { startWorker } from "./worker.ts";

const peu = (ms: number) => new Promise((go) => setTimeout(go, ms));

testAvecInstance(
  "un courrier émis par n’importe quel acte s’imprime aussitôt, sans que personne ne le demande",
  async ({ instance, url, deps }) => {
    const worker = await startWorker({
      url,
      instance,
      deps: () => Promise.resolve(deps),
      dataFolder: mkdtempSync(join(tmpdir(), "jalon-impression-")),
    });
    const compter = async () => {
      const [compte] = await deps.base.transaction((tx) =>
        tx.query<{ attendent: number; faits: number }>(
          `select (select count(*) from courrier_a_imprimer)::int as attendent,
             (select count(*) from courrier_pdf)::int as faits`,
        ),
      );
      return compte;
    };
    try {
      const { emis } = await deps.base.transaction((tx) =>
        emettreCourriers(contextOf(deps, tx, unAgent()), {
          modele: { code: "information-droits-devoirs" },
          personnes: [{ personneId: 1 }, { personneId: 2 }],
          moyen: "lettre-simple",
          objet: null,
          lireChamps: champsDEssai,
        }),
      );
      expect(emis).toHaveLength(2);
      for (let i = 0; i < 400 && (await compter())?.attendent !== 0; i += 1) await peu(50);
      expect(await compter()).toEqual({ attendent: 0, faits: 2 });
    } finally {
      await worker.stop();
    }
  },
  60_000,
);

test("une impression en panne est dite, et l’arrêt n’attend pas la suivante", async () => {
  const dites: string[] = [];
  const impression = repeterSansCesse({
    departements: () => Promise.resolve([{ slug: "somme" }]),
    faire: () => Promise.reject(new Error("plus de place")),
    onError: ({ message }) => dites.push(message),
  });
  while (dites.length === 0) await peu(10);
  await impression.stop();
  expect(dites).toEqual(["plus de place"]);
});

test("un département en panne ne retient pas les suivants, et attend seul", async () => {
  const tentes: string[] = [];
  const dites: string[] = [];
  const impression = repeterSansCesse({
    departements: () => Promise.resolve([{ slug: "aisne" }, { slug: "somme" }]),
    faire(slug) {
      tentes.push(slug);
      return slug === "aisne" ? Promise.reject(new Error("plus de place")) : Promise.resolve(0);
    },
    onError: ({ message }) => dites.push(message),
  });
  for (let i = 0; i < 400 && tentes.length < 3; i += 1) await peu(10);
  await impression.stop();
  expect(tentes).toEqual(["aisne", "somme", "somme"]);
  expect(dites).toEqual(["plus de place"]);
});
