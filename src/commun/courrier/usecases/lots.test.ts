import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Agent, type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { lireChampsDEssai, valeursDEssai } from "../testing/essai.ts";
import { imprimerEnAttente } from "./imprimer-courriers.ts";
import { abandonnerLot, emettreLot, lireLot, preparerLot } from "./lots.ts";

const modele = "information-droits-devoirs";
const emettre = emettreLot(lireChampsDEssai);
const lire = lireLot(lireChampsDEssai);
const gaelle = unAgent({ id: 7 });

function preparer(deps: Deps, combien: number, agent: Agent = gaelle): Promise<number> {
  const personnes = Array.from({ length: combien }, (_, rang) => rang + 1);
  return preparerLot.execute(deps, agent, { libelle: "Nouveaux entrants", personnes });
}

testAvecBase(
  "un lot se numérote d’un coup, et s’imprime ensuite cent par cent",
  async ({ deps, base }) => {
    const id = await preparer(deps, 120);
    expect(await emettre.execute(deps, gaelle, { id, modele, moyen: "lettre-simple" })).toEqual({
      emis: 120,
      ecartes: 0,
    });
    const avant = await lire.execute(deps, gaelle, { id, modele: null, moyen: null });
    expect(avant.avancement).toMatchObject({ emis: 120, imprimes: 0 });
    const tours = [1, 2, 3].map(() => imprimerEnAttente.execute(deps, gaelle, {}));
    let imprimes = 0;
    for (const tour of tours) imprimes += await tour;
    expect(imprimes).toBe(120);
    const [numeros] = await base.transaction((tx) =>
      tx.query(
        "select min(rang)::int as de, max(rang)::int as a, count(distinct rang)::int as n from courrier",
      ),
    );
    expect(numeros).toEqual({ de: 1, a: 120, n: 120 });
  },
);

testAvecBase(
  "avant d’émettre, le lot dit qui serait écarté et pourquoi ; ceux-là seuls le sont",
  async ({ deps }) => {
    const sansAdresse = { ...valeursDEssai(2), "personne.adresse": null };
    const trous = (_: unknown, personnes: readonly number[]) =>
      Promise.resolve(
        new Map(personnes.map((id) => [id, id === 2 ? sansAdresse : valeursDEssai(id)])),
      );
    const id = await preparer(deps, 3);
    const lu = await lireLot(trous).execute(deps, gaelle, { id, modele, moyen: "lettre-simple" });
    expect(lu.essai).toMatchObject({ prets: 2, premier: 1 });
    expect(lu.ecartes).toEqual([
      { personneId: 2, nom: "Mme Alice Exemple2", manquants: ["personne.adresse"] },
    ]);
    const remis = await lireLot(trous).execute(deps, gaelle, {
      id,
      modele,
      moyen: "remise-en-main-propre",
    });
    expect(remis.ecartes).toEqual([]);
    expect(
      await emettreLot(trous).execute(deps, gaelle, { id, modele, moyen: "lettre-simple" }),
    ).toEqual({ emis: 2, ecartes: 1 });
  },
);

testAvecBase(
  "un lot ne s’émet pas deux fois, et un lot abandonné ne s’émet plus",
  async ({ deps }) => {
    const id = await preparer(deps, 1);
    await emettre.execute(deps, gaelle, { id, modele, moyen: "courriel" });
    await expect(
      emettre.execute(deps, gaelle, { id, modele, moyen: "courriel" }),
    ).rejects.toMatchObject({
      code: "courrier.lot.conflit",
    });
    const autre = await preparer(deps, 1);
    await abandonnerLot.execute(deps, gaelle, { id: autre });
    await expect(
      emettre.execute(deps, gaelle, { id: autre, modele, moyen: "courriel" }),
    ).rejects.toMatchObject({
      code: "courrier.lot.conflit",
    });
  },
);

testAvecBase(
  "un lot n’est vu que de son auteur et de qui voit tout le département",
  async ({ deps }) => {
    const portee = { ...porteeTotale, territoires: [1] };
    const id = await preparer(deps, 1, unAgent({ id: 7, portee }));
    const voir = (agent: Agent) => lire.execute(deps, agent, { id, modele: null, moyen: null });
    await expect(voir(unAgent({ id: 8, portee }))).rejects.toMatchObject({
      code: "courrier.lot.introuvable",
    });
    expect((await voir(unAgent({ id: 7, portee }))).lot.id).toBe(id);
    expect((await voir(unAgent({ id: 8 }))).lot.id).toBe(id);
  },
);
