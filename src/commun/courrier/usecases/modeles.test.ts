import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { contenuDe, demande } from "../testing/essai.ts";
import { saisieDe } from "../web/saisie-modele.ts";
import { emettreCourriers } from "./emettre-courriers.ts";
import { essayerSurExemple } from "./essayer.ts";
import { abandonnerBrouillon, adopterModele, enregistrerBrouillon, lireModele } from "./modeles.ts";

const code = "notification-orientation";
const agent = unAgent({ id: 7, nom: "Gaëlle Gestion" });

async function texteEnVigueur(deps: Deps) {
  const { enVigueur, brouillon } = await lireModele.execute(deps, agent, { code });
  const modele = brouillon?.contenu ?? enVigueur?.modele;
  if (!modele) throw new Error("modele");
  return saisieDe(modele);
}

async function emettre(deps: Deps): Promise<string> {
  return deps.base.transaction(async (tx) => {
    const { emis } = await emettreCourriers(contextOf(deps, tx, agent), demande([1]));
    return (await contenuDe(tx, emis[0]?.courrierId ?? 0)).objet;
  });
}

testAvecBase(
  "un brouillon ne change aucun courrier tant qu’il n’est pas adopté",
  async ({ deps }) => {
    const contenu = { ...(await texteEnVigueur(deps)), objet: "Un nouvel objet" };
    const revision = await enregistrerBrouillon.execute(deps, agent, {
      code,
      revision: 0,
      contenu,
    });
    expect(await emettre(deps)).toBe("Votre orientation dans le cadre du RSA");
    expect((await essayerSurExemple.execute(deps, agent, { code, brouillon: true })).objet).toBe(
      "Un nouvel objet",
    );
    expect(await adopterModele.execute(deps, agent, { code, revision })).toBe(1);
    expect(await emettre(deps)).toBe("Un nouvel objet");
    const lu = await lireModele.execute(deps, agent, { code });
    expect(lu).toMatchObject({ enVigueur: { version: 1 }, brouillon: null });
  },
);

testAvecBase(
  "un brouillon où un champ n’existe pas est refusé, avec l’endroit",
  async ({ deps }) => {
    const lu = await texteEnVigueur(deps);
    const contenu = { ...lu, objet: "Pour {{personne.age}}" };
    await expect(
      enregistrerBrouillon.execute(deps, agent, { code, revision: 0, contenu }),
    ).rejects.toMatchObject({
      code: "courrier.champ-inconnu",
      message: expect.stringContaining("Dans l’objet, le champ « personne.age » n’existe pas"),
    });
  },
);

testAvecBase(
  "de deux agents sur le même brouillon, le second est prévenu et rien ne se perd",
  async ({ deps }) => {
    const contenu = await texteEnVigueur(deps);
    const revision = await enregistrerBrouillon.execute(deps, agent, {
      code,
      revision: 0,
      contenu,
    });
    await enregistrerBrouillon.execute(deps, agent, {
      code,
      revision,
      contenu: { ...contenu, objet: "Premier" },
    });
    await expect(
      enregistrerBrouillon.execute(deps, agent, {
        code,
        revision,
        contenu: { ...contenu, objet: "Second" },
      }),
    ).rejects.toMatchObject({ code: "courrier.conflit" });
    await expect(adopterModele.execute(deps, agent, { code, revision })).rejects.toMatchObject({
      code: "courrier.conflit",
    });
    expect((await texteEnVigueur(deps)).objet).toBe("Premier");
  },
);

testAvecBase("un brouillon abandonné laisse le texte en vigueur", async ({ deps }) => {
  const contenu = { ...(await texteEnVigueur(deps)), objet: "Perdu" };
  await enregistrerBrouillon.execute(deps, agent, { code, revision: 0, contenu });
  await abandonnerBrouillon.execute(deps, agent, { code });
  expect(await lireModele.execute(deps, agent, { code })).toMatchObject({
    enVigueur: { version: 0 },
    brouillon: null,
  });
});
