import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { enregistrerVue } from "./enregistrer-vue.ts";
import { listerVues } from "./lister-vues.ts";
import { partagerVue } from "./partager-vue.ts";
import { retenirColonnes } from "./retenir-colonnes.ts";
import { supprimerVue } from "./supprimer-vue.ts";

const zoe = unAgent({ id: 1, nom: "Zoé Martin" });
const karim = unAgent({ id: 2, nom: "Karim Petit", droits: new Set<string>() });
const liste = "personnes";
const vue = { liste, nom: " Sans téléphone ", adresse: "telephone=non", partagee: false };

testAvecBase("une vue enregistrée n’est vue que de son auteur, sur sa liste", async ({ deps }) => {
  await enregistrerVue.execute(deps, zoe, vue);
  const { vues } = await listerVues.execute(deps, zoe, { liste });
  expect(vues).toMatchObject([
    { nom: "Sans téléphone", adresse: "telephone=non", mienne: true, partagee: false },
  ]);
  expect((await listerVues.execute(deps, karim, { liste })).vues).toEqual([]);
  expect((await listerVues.execute(deps, zoe, { liste: "dossiers" })).vues).toEqual([]);
});

testAvecBase("le même nom remplace la vue", async ({ deps }) => {
  await enregistrerVue.execute(deps, zoe, vue);
  await enregistrerVue.execute(deps, zoe, { ...vue, adresse: "telephone=oui" });
  const { vues } = await listerVues.execute(deps, zoe, { liste });
  expect(vues.map(({ adresse }) => adresse)).toEqual(["telephone=oui"]);
});

testAvecBase("une vue partagée se lit par tous, et reste à son auteur", async ({ deps }) => {
  const id = await enregistrerVue.execute(deps, zoe, vue);
  await partagerVue.execute(deps, zoe, { id, partagee: true });
  const { vues } = await listerVues.execute(deps, karim, { liste });
  expect(vues).toMatchObject([{ nom: "Sans téléphone", mienne: false, auteur: "Zoé Martin" }]);
  await expect(supprimerVue.execute(deps, karim, { id })).rejects.toMatchObject({
    code: "vue.introuvable",
  });
  await supprimerVue.execute(deps, zoe, { id });
  expect((await listerVues.execute(deps, karim, { liste })).vues).toEqual([]);
});

testAvecBase(
  "partager demande le droit de partager, à l’enregistrement aussi",
  async ({ deps }) => {
    const id = await enregistrerVue.execute(deps, karim, vue);
    const refus = { code: "habilitation.refusee" };
    await expect(partagerVue.execute(deps, karim, { id, partagee: true })).rejects.toMatchObject(
      refus,
    );
    await expect(
      enregistrerVue.execute(deps, karim, { ...vue, nom: "Autre", partagee: true }),
    ).rejects.toMatchObject(refus);
    await expect(partagerVue.execute(deps, zoe, { id, partagee: true })).rejects.toMatchObject({
      code: "vue.introuvable",
    });
  },
);

testAvecBase("une vue sans nom est refusée en disant quoi faire", async ({ deps }) => {
  await expect(enregistrerVue.execute(deps, zoe, { ...vue, nom: "  " })).rejects.toMatchObject({
    code: "saisie.invalide",
    details: { champs: { nom: "Donnez un nom à la vue." } },
  });
});

testAvecBase("chacun retient ses colonnes et revient aux habituelles", async ({ deps }) => {
  const colonnes = async (agent: typeof zoe) =>
    (await listerVues.execute(deps, agent, { liste })).colonnes;
  await retenirColonnes.execute(deps, zoe, { liste, colonnes: ["nom"] });
  await retenirColonnes.execute(deps, zoe, { liste, colonnes: ["nom", "age"] });
  expect(await colonnes(zoe)).toEqual(["nom", "age"]);
  expect(await colonnes(karim)).toBeNull();
  await retenirColonnes.execute(deps, zoe, { liste, colonnes: null });
  expect(await colonnes(zoe)).toBeNull();
});

testAvecBase("la ligne de commande n’a pas de vue à elle", async ({ deps }) => {
  await expect(enregistrerVue.execute(deps, unAgent(), vue)).rejects.toMatchObject({
    code: "vue.sans-compte",
  });
  expect(await listerVues.execute(deps, unAgent(), { liste })).toEqual({
    vues: [],
    colonnes: null,
  });
});
