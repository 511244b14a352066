import { expect } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { territoireDesCommunes } from "../db/territoires.ts";
import { chargerCommunes } from "./charger-communes.ts";
import { creerTerritoire } from "./creer-territoire.ts";
import { installerTerritoires } from "./installer-territoires.ts";
import { listerTerritoires } from "./lister-territoires.ts";
import { modifierTerritoire } from "./modifier-territoire.ts";
import { rechercherCommune } from "./rechercher-commune.ts";

const AMIENS = "80021";
const ABBEVILLE = "80001";
const agent = unAgent();

async function sansTerritoires(tx: Tx): Promise<void> {
  await tx.query("DELETE FROM territoire_commune; DELETE FROM territoire");
}

async function sansCommunes(tx: Tx): Promise<void> {
  await tx.query("DELETE FROM jalon.decoupage; DELETE FROM jalon.commune");
}

async function installer(tx: Tx): Promise<void> {
  await chargerCommunes(tx);
  await installerTerritoires(tx, chargerReferentiel("somme-2025"));
}

testAvecBase("les communes se chargent une seule fois par version", async ({ base }) => {
  const { premiere, seconde, lignes } = await base.transaction(async (tx) => {
    await sansCommunes(tx);
    return {
      premiere: await chargerCommunes(tx),
      seconde: await chargerCommunes(tx),
      lignes: await tx.query<{ type: string; nombre: number }>(
        "SELECT type, count(*) AS nombre FROM commune GROUP BY type ORDER BY type",
      ),
    };
  });
  expect(premiere).toEqual({ version: "6.0.0", ecrites: 37_006 });
  expect(seconde.ecrites).toBe(0);
  expect(lignes.find(({ type }) => type === "actuelle")?.nombre).toBe(34_969);
});

testAvecBase(
  "une nouvelle version met à jour les communes sans perdre les anciennes",
  async ({ base }) => {
    const restees = await base.transaction(async (tx) => {
      await chargerCommunes(tx);
      await tx.query("UPDATE jalon.decoupage SET version = '5.0.0'");
      await tx.query("UPDATE jalon.commune SET nom = 'Samarobriva' WHERE code = $1", [AMIENS]);
      await tx.query(
        "UPDATE jalon.commune SET code = '80999', version = '5.0.0' WHERE code = '80002'",
      );
      await chargerCommunes(tx);
      return tx.query(
        "SELECT code, nom, version FROM commune WHERE code IN ('80021', '80999') ORDER BY code",
      );
    });
    expect(restees).toMatchObject([
      { code: AMIENS, nom: "Amiens", version: "6.0.0" },
      { code: "80999", version: "5.0.0" },
    ]);
  },
);

testAvecBase(
  "un nouveau département reçoit les territoires de son référentiel",
  async ({ base, deps }) => {
    const bilan = await base.transaction(async (tx) => {
      await sansTerritoires(tx);
      await chargerCommunes(tx);
      const premiere = await installerTerritoires(tx, chargerReferentiel("somme-2025"));
      return [premiere, await installerTerritoires(tx, chargerReferentiel("somme-2025"))];
    });
    expect(bilan).toEqual([
      { territoires: 5, communes: 771 },
      { territoires: 0, communes: 0 },
    ]);
    const { territoires, sansTerritoire } = await listerTerritoires.execute(deps, agent, {});
    expect(territoires.map(({ nom }) => nom)).toEqual([
      "Amiens",
      "Grand Amiénois",
      "Picardie maritime",
      "Santerre et Haute-Somme",
      "Avre et Trois-Rivières",
    ]);
    expect(territoires[0]?.communes).toHaveLength(39);
    expect(sansTerritoire).toEqual([]);
  },
);

testAvecBase(
  "un département qui emprunte un référentiel reçoit ses propres arrondissements",
  async ({ base }) => {
    const noms = await base.transaction(async (tx) => {
      await sansTerritoires(tx);
      await chargerCommunes(tx);
      await installerTerritoires(tx, chargerReferentiel("somme-2025"), "52");
      return tx.query<{ nom: string }>("SELECT nom FROM territoire ORDER BY nom");
    });
    expect(noms.map(({ nom }) => nom)).toEqual(["Chaumont", "Langres", "Saint-Dizier"]);
  },
);

testAvecBase(
  "une commune change de territoire à une date, et son passé reste lisible",
  async ({ base, deps }) => {
    await base.transaction(installer);
    const { territoires } = await listerTerritoires.execute(deps, agent, {});
    const maritime = territoires.find(({ nom }) => nom === "Picardie maritime")?.id ?? 0;
    const amiens = territoires[0]?.id ?? 0;

    const deplacement = await modifierTerritoire.execute(deps, agent, {
      territoireId: maritime,
      communes: [AMIENS, ABBEVILLE],
      depuis: "2026-03-01",
    });

    expect(deplacement).toEqual({ nom: "Picardie maritime", deplacees: 1 });
    await base.transaction(async (tx) => {
      expect((await territoireDesCommunes(tx, "2026-02-28")).get(AMIENS)).toBe(amiens);
      expect((await territoireDesCommunes(tx, "2026-03-01")).get(AMIENS)).toBe(maritime);
      expect((await territoireDesCommunes(tx)).get(AMIENS)).toBe(maritime);
      expect((await territoireDesCommunes(tx)).size).toBe(771);
    });
  },
);

testAvecBase(
  "un déplacement prévu plus tard est remplacé par un déplacement plus proche",
  async ({ base, deps }) => {
    await base.transaction(installer);
    const { id } = await creerTerritoire.execute(deps, agent, {
      nom: "Ponthieu",
      depuis: "2026-01-01",
    });
    const deplacer = (depuis: string) =>
      modifierTerritoire.execute(deps, agent, { territoireId: id, communes: [ABBEVILLE], depuis });
    await deplacer("2027-01-01");
    await deplacer("2026-06-01");
    const periodes = await base.transaction((tx) =>
      tx.query<{ periode: string }>(
        "SELECT periode::text FROM territoire_commune WHERE code_commune = $1 ORDER BY periode",
        [ABBEVILLE],
      ),
    );
    expect(periodes.map(({ periode }) => periode)).toEqual([
      "[2025-01-01,2026-06-01)",
      "[2026-06-01,)",
    ]);
  },
);

testAvecBase("un déplacement impossible est refusé, et rien ne change", async ({ base, deps }) => {
  await base.transaction(installer);
  const { territoires } = await listerTerritoires.execute(deps, agent, {});
  const territoireId = territoires[0]?.id ?? 0;
  const essai = { territoireId, communes: [ABBEVILLE], depuis: "2026-01-01" };
  const refus = (code: string, champs: object, qui = agent) =>
    expect(modifierTerritoire.execute(deps, qui, { ...essai, ...champs })).rejects.toMatchObject({
      code,
    });

  await refus("territoire.commune-hors-departement", { communes: [ABBEVILLE, "59350"] });
  await refus("territoire.trop-tot", { depuis: "2024-12-31" });
  await refus("territoire.introuvable", { territoireId: 999_999 });
  await refus("saisie.invalide", { communes: [] });
  await refus("habilitation.refusee", {}, unAgent({ droits: new Set() }));
  const apres = await listerTerritoires.execute(deps, agent, {});
  expect(apres.territoires).toEqual(territoires);
});

testAvecBase("deux territoires ne portent pas le même nom", async ({ base, deps }) => {
  await base.transaction(installer);
  await expect(
    creerTerritoire.execute(deps, agent, { nom: "Amiens", depuis: "2026-01-01" }),
  ).rejects.toMatchObject({ code: "territoire.existe-deja" });
});

testAvecBase(
  "une commune se cherche par son nom, sans accent ni article, par son code ou son code postal",
  async ({ base, deps }) => {
    await base.transaction(installer);
    const chercher = async (texte: string, partout = false) =>
      (await rechercherCommune.execute(deps, agent, { texte, partout })).map(({ nom }) => nom);
    expect((await chercher("amiens"))[0]).toBe("Amiens");
    expect((await chercher("st riquier"))[0]).toBe("Saint-Riquier");
    expect((await chercher("Abeville"))[0]).toBe("Abbeville");
    expect(await chercher("80021")).toEqual(["Amiens"]);
    expect(await chercher("80100")).toContain("Abbeville");
    expect(await chercher("lille")).not.toContain("Lille");
    expect((await chercher("lille", true))[0]).toBe("Lille");
  },
);

testAvecInstance("deux chargements en même temps n’en font qu’un", async ({ instance }) => {
  await instance.shared(sansCommunes);
  const bilans = await Promise.all([
    instance.shared(chargerCommunes),
    instance.shared(chargerCommunes),
  ]);
  expect(bilans.map(({ ecrites }) => ecrites).toSorted((a, b) => a - b)).toEqual([0, 37_006]);
});
