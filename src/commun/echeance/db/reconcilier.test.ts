import fc from "fast-check";
import { expect } from "vitest";
import type { RegleEcheance } from "#commun/referentiel";
import type { Base, Tx } from "#platform/db/tx.ts";
import { testAvecBase } from "#platform/testing/base.ts";
import { deriverEcheances, type Faits } from "../domain/deriver.ts";
import { deplacerEcheances, rendreEcheances } from "./deplacer.ts";
import { reconcilierEcheances } from "./reconcilier.ts";

const decider: RegleEcheance = {
  code: "decider-orientation",
  libelle: "Décider l’orientation",
  pour: "responsable",
  depart: "information",
  accompli: "decision",
  eteint: ["sortie"],
  delai: { nombre: 6, unite: "semaines", report: "jour-ouvre-suivant" },
  depuis: "2025-01-01",
  jusqua: null,
  texte: "CASF, art. D262-65-2",
  certitude: "V",
};
const recevoir: RegleEcheance = {
  ...decider,
  code: "recevoir",
  libelle: "Recevoir la personne",
  pour: "referent",
  depart: "decision",
  accompli: "premier-rendez-vous-tenu",
  delai: { nombre: 15, unite: "jours", report: "aucun" },
};

const le = "2026-11-22";
const regles = [decider, recevoir];

function reconcilier(tx: Tx, faits: Faits, personneId = 1, objetId = 7) {
  return reconcilierEcheances(tx, {
    regles,
    calendrier: "metropole",
    le,
    dossiers: [
      {
        personneId,
        objet: "orientation",
        objetId,
        faits: { decision: null, "premier-rendez-vous-tenu": null, ...faits },
      },
    ],
  });
}

const lignes = (tx: Tx) =>
  tx.query<Record<string, unknown>>(
    `select personne_id, code, depart, brute, limite, accomplie_le, eteinte_le, connue_le, xmin::text as ecriture
     from echeance order by personne_id, code, depart`,
  );

function testEcheances(titre: string, essai: (tx: Tx) => Promise<void>): void {
  testAvecBase(titre, ({ base }: { readonly base: Base }) => base.transaction(essai));
}

testEcheances("une échéance est tenue avec son jour compté et son jour reporté", async (tx) => {
  const bilan = await reconcilier(tx, { information: "2026-10-05" });
  expect(bilan).toEqual({ ecrites: 1, eteintes: 0, ouvertes: 1 });
  await reconcilier(tx, { information: "2026-11-08" }, 2);
  expect(await lignes(tx)).toMatchObject([
    {
      personne_id: 1,
      brute: "2026-11-16",
      limite: "2026-11-16",
      connue_le: le,
      accomplie_le: null,
    },
    { personne_id: 2, brute: "2026-12-20", limite: "2026-12-21" },
  ]);
});

testEcheances("refaire le calcul n’écrit rien", async (tx) => {
  const faits = { information: "2026-10-05", decision: "2026-10-20" };
  await reconcilier(tx, faits);
  const avant = await lignes(tx);
  expect(await reconcilier(tx, faits)).toEqual({ ecrites: 0, eteintes: 0, ouvertes: 1 });
  expect(await lignes(tx)).toEqual(avant);
});

testEcheances("le fait attendu accomplit l’échéance et fait partir la suivante", async (tx) => {
  await reconcilier(tx, { information: "2026-10-05" });
  await reconcilier(tx, { information: "2026-10-05", decision: "2026-10-20" });
  expect(await lignes(tx)).toMatchObject([
    { code: "decider-orientation", accomplie_le: "2026-10-20" },
    { code: "recevoir", depart: "2026-10-20", limite: "2026-11-04", accomplie_le: null },
  ]);
});

testEcheances(
  "un fait défait rouvre l’échéance et éteint celle qu’il avait fait partir",
  async (tx) => {
    await reconcilier(tx, { information: "2026-10-05", decision: "2026-10-20" });
    expect(await reconcilier(tx, { information: "2026-10-05" })).toMatchObject({ eteintes: 1 });
    expect(await lignes(tx)).toMatchObject([
      { code: "decider-orientation", accomplie_le: null, eteinte_le: null },
      { code: "recevoir", accomplie_le: null, eteinte_le: le },
    ]);
  },
);

testEcheances("un départ déplacé ferme l’ancien délai et en ouvre un seul", async (tx) => {
  await reconcilier(tx, { information: "2026-10-05" });
  await reconcilier(tx, { information: "2026-10-12" });
  expect(await lignes(tx)).toMatchObject([
    { depart: "2026-10-05", eteinte_le: le },
    { depart: "2026-10-12", limite: "2026-11-23", eteinte_le: null },
  ]);
  await reconcilier(tx, { information: "2026-10-05" });
  expect(await lignes(tx)).toMatchObject([
    { depart: "2026-10-05", eteinte_le: null },
    { depart: "2026-10-12", eteinte_le: le },
  ]);
});

testEcheances("les échéances d’un parcours n’en touchent pas d’autres", async (tx) => {
  await reconcilier(tx, { information: "2026-10-05" }, 1, 7);
  await reconcilier(tx, { information: "2026-10-06" }, 1, 8);
  await reconcilier(tx, { information: "2026-10-07" }, 2, 7);
  await reconcilier(tx, {}, 1, 7);
  expect(await lignes(tx)).toMatchObject([
    { personne_id: 1, depart: "2026-10-05", eteinte_le: le },
    { personne_id: 1, depart: "2026-10-06", eteinte_le: null },
    { personne_id: 2, depart: "2026-10-07", eteinte_le: null },
  ]);
});

testEcheances(
  "une fusion emporte les échéances, son annulation rend exactement celles-là",
  async (tx) => {
    await reconcilier(tx, { information: "2026-10-05" }, 1, 7);
    await reconcilier(tx, { information: "2026-10-05" }, 2, 7);
    await reconcilier(tx, { information: "2026-10-06", decision: "2026-10-20" }, 2, 9);
    const avant = await lignes(tx);
    const fusion = { fusionId: 3, gardeeId: 1, absorbeeId: 2 };
    await deplacerEcheances(tx, fusion);
    const fusionnees = await lignes(tx);
    expect(fusionnees.map(({ personne_id, depart }) => [personne_id, depart])).toEqual([
      [1, "2026-10-05"],
      [1, "2026-10-06"],
      [1, "2026-10-20"],
      [2, "2026-10-05"],
    ]);
    await rendreEcheances(tx, fusion);
    const apres = await lignes(tx);
    const sansEcriture = (toutes: typeof avant) => toutes.map(({ ecriture: _, ...reste }) => reste);
    expect(sansEcriture(apres)).toEqual(sansEcriture(avant));
  },
);

const jours = fc.integer({ min: 0, max: 200 }).map((rang) => {
  const jour = new Date(Date.parse("2026-05-01") + rang * 86_400_000);
  return jour.toISOString().slice(0, 10);
});
const peutEtre = fc.option(jours, { nil: null });
const histoires = fc.array(
  fc.record({
    information: peutEtre,
    decision: peutEtre,
    "premier-rendez-vous-tenu": peutEtre,
    sortie: peutEtre,
  }),
  { minLength: 1, maxLength: 5 },
);

testEcheances(
  "quels que soient les faits successifs, la table dit ce que disent les derniers, et garde le passé",
  async (tx) => {
    let personneId = 100;
    await fc.assert(
      fc.asyncProperty(histoires, async (histoire) => {
        personneId += 1;
        let avant = 0;
        for (const faits of histoire) {
          await reconcilier(tx, faits, personneId);
          const gardees = (await lignes(tx)).filter((une) => une["personne_id"] === personneId);
          const voulues = deriverEcheances(regles, faits, "metropole");
          for (const voulue of voulues) {
            expect(gardees).toContainEqual(
              expect.objectContaining({
                code: voulue.code,
                depart: voulue.depart,
                brute: voulue.brute,
                limite: voulue.limite,
                accomplie_le: voulue.accomplieLe,
                eteinte_le: voulue.eteinteLe,
              }),
            );
          }
          const ouvertes = gardees.filter(
            ({ accomplie_le, eteinte_le }) => accomplie_le === null && eteinte_le === null,
          );
          expect(ouvertes.map(({ code, depart }) => `${code} ${depart}`).toSorted()).toEqual(
            voulues
              .filter(({ accomplieLe, eteinteLe }) => accomplieLe === null && eteinteLe === null)
              .map(({ code, depart }) => `${code} ${depart}`)
              .toSorted(),
          );
          expect(gardees.length).toBeGreaterThanOrEqual(avant);
          avant = gardees.length;
        }
      }),
      { numRuns: 40 },
    );
  },
);

testEcheances("tout un département se réconcilie comme le ferait un petit lot", async (tx) => {
  const nombre = 2400;
  const faitsDe = (rang: number, tour: number): Faits => ({
    information: rang % 7 === tour ? null : `2026-10-0${1 + ((rang + tour) % 5)}`,
    decision: (rang + tour) % 3 === 0 ? "2026-10-20" : null,
    "premier-rendez-vous-tenu": (rang + tour) % 6 === 0 ? "2026-10-28" : null,
  });
  const tous = (tour: number, premier: number, objet: string) =>
    Array.from({ length: nombre }, (_, rang) => ({
      personneId: premier + rang,
      objet,
      objetId: 7,
      faits: faitsDe(rang, tour),
    }));
  const faire = (dossiers: ReturnType<typeof tous>) =>
    reconcilierEcheances(tx, { regles, calendrier: "metropole", le, dossiers });
  for (const tour of [0, 1, 1]) {
    const enLot = await faire(tous(tour, 1, "tout"));
    const parMille = [0, 1, 2].map((rang) =>
      tous(tour, 1, "peu").slice(rang * 1000, (rang + 1) * 1000),
    );
    const somme = { ecrites: 0, eteintes: 0, ouvertes: 0 };
    for (const mille of parMille) {
      const { ecrites, eteintes, ouvertes } = await faire(mille);
      somme.ecrites += ecrites;
      somme.eteintes += eteintes;
      somme.ouvertes += ouvertes;
    }
    expect(enLot).toEqual(somme);
  }
  const [differences] = await tx.query<{ nombre: number }>(
    `select count(*)::int as nombre from (
       select personne_id, code, depart, limite, accomplie_le, eteinte_le from echeance where objet = 'tout'
       except select personne_id, code, depart, limite, accomplie_le, eteinte_le from echeance where objet = 'peu') d`,
  );
  expect(differences).toEqual({ nombre: 0 });
});
