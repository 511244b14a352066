import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { agentDe, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, unePopulation } from "../../../app/testing/orientation.ts";
import { lireSyntheseEntretiens } from "../db/synthese.ts";
import { consulterSituation, consulterTheme } from "./consulter-situation.ts";
import { ecrireBilan } from "./ecrire-bilan.ts";
import { abandonnerEtape, faireEtape, prevoirEtape } from "./etapes.ts";
import { leverFrein, ouvrirFrein, peserFrein, rouvrirFrein } from "./freins.ts";

const agent = unAgent({ id: 4, nom: "Rose Parcours" });

async function alice(deps: Deps): Promise<number> {
  await unePopulation(deps, ["ALICE"]);
  return idDe(deps, "ALICE");
}

const bilan = (deps: Deps, personneId: number, precedentId: number, situations: string[]) =>
  ecrireBilan.execute(deps, agent, {
    ...{ personneId, theme: "mobilite", precedentId, situations },
    objectifs: ["passer-permis"],
    texte: "Elle prend le bus.",
  });

const unFrein = async (deps: Deps, personneId: number, jour = "2026-09-01") =>
  (
    await ouvrirFrein.execute(deps, agent, {
      ...{ personneId, nature: "mobilite", libelle: "Pas de permis", poids: "bloquant" },
      ...{ le: jour, theme: "mobilite" },
    })
  ).freinId;

const echeances = (deps: Deps) =>
  lignes<{ code: string; limite: string; ouverte: boolean }>(
    deps,
    `select code, limite, accomplie_le is null and eteinte_le is null as ouverte from echeance
     where objet in ('frein', 'projet', 'entretien') order by id`,
  );

testAvecBase("une nouvelle version d’un thème n’efface pas l’ancienne", async ({ deps }) => {
  const personneId = await alice(deps);
  const un = await bilan(le(deps, "2026-09-01"), personneId, 0, ["sans-permis"]);
  await bilan(deps, personneId, un.bilanId, ["permis-en-cours"]);
  const { versions } = await consulterTheme.execute(deps, agent, { personneId, theme: "mobilite" });
  expect(
    versions.map(({ le: jour, par, contenu }) => [jour, par, contenu.situations[0]?.code]),
  ).toEqual([
    ["2026-11-22", "Rose Parcours", "permis-en-cours"],
    ["2026-09-01", "Rose Parcours", "sans-permis"],
  ]);
  await expect(
    deps.base.transaction((tx) => tx.query("update bilan_theme set par = 'Autre'")),
  ).rejects.toThrow("ne change pas");
  await expect(deps.base.transaction((tx) => tx.query("delete from bilan_theme"))).rejects.toThrow(
    "ne s’efface pas",
  );
});

testAvecBase("le second qui signe un thème apprend ce que le premier a signé", async ({ deps }) => {
  const personneId = await alice(deps);
  await bilan(deps, personneId, 0, ["sans-permis"]);
  await expect(bilan(deps, personneId, 0, ["isolee"])).rejects.toMatchObject({
    code: "bilan.conflit",
    details: { enregistre: { situations: [{ code: "sans-permis" }] } },
  });
});

testAvecBase("un thème vide, inchangé ou inconnu ne se signe pas", async ({ deps }) => {
  const personneId = await alice(deps);
  const ecrire = (champs: object) =>
    ecrireBilan.execute(deps, agent, {
      ...{ personneId, theme: "sante", precedentId: 0, situations: [], objectifs: [], texte: "" },
      ...champs,
    });
  await expect(ecrire({})).rejects.toMatchObject({ code: "bilan.vide" });
  await expect(ecrire({ situations: ["inconnue"] })).rejects.toMatchObject({
    code: "saisie.invalide",
  });
  await expect(ecrire({ theme: "astrologie" })).rejects.toMatchObject({
    code: "theme.introuvable",
  });
  const { bilanId } = await ecrire({ situations: ["rythme-adapte"] });
  await expect(
    ecrire({ precedentId: bilanId, situations: ["rythme-adapte"] }),
  ).rejects.toMatchObject({ code: "bilan.inchange" });
});

testAvecBase("hors de son périmètre, rien ne se lit ni ne s’écrit", async ({ deps }) => {
  const personneId = await alice(deps);
  const freinId = await unFrein(deps, personneId);
  const ailleurs = agentDe([999]);
  const refus = { code: "personne.introuvable" };
  await expect(consulterSituation.execute(deps, ailleurs, { personneId })).rejects.toMatchObject(
    refus,
  );
  await expect(
    leverFrein.execute(deps, ailleurs, {
      ...{ personneId, freinId, version: 1, le: "2026-11-20", preuve: "Permis obtenu" },
    }),
  ).rejects.toMatchObject(refus);
});

testAvecBase(
  "un frein se lève avec sa preuve, se rouvre, et garde ses deux histoires",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const freinId = await unFrein(deps, personneId);
    const frein = { personneId, freinId };
    await peserFrein.execute(deps, agent, {
      ...{ ...frein, version: 1, poids: "important", le: "2026-10-01", motif: "Le code est passé" },
    });
    await leverFrein.execute(deps, agent, {
      ...{ ...frein, version: 2, le: "2026-11-02", preuve: "Permis obtenu", document: "Permis B" },
    });
    await expect(
      leverFrein.execute(deps, agent, { ...frein, version: 3, le: "2026-11-03", preuve: "Encore" }),
    ).rejects.toMatchObject({ code: "frein.deja-leve" });
    await rouvrirFrein.execute(deps, agent, {
      ...{ ...frein, version: 3, le: "2026-11-20", poids: "leger", motif: "Voiture en panne" },
    });
    const { freins } = await consulterSituation.execute(deps, agent, { personneId });
    expect(
      freins[0]?.periodes.map(({ du, au, poids, fin, preuve }) => [du, au, poids, fin, preuve]),
    ).toEqual([
      ["2026-09-01", "2026-10-01", "bloquant", "repese", null],
      ["2026-10-01", "2026-11-02", "important", "leve", "Permis obtenu"],
      ["2026-11-20", null, "leger", null, null],
    ]);
    const synthese = await deps.base.transaction((tx) => lireSyntheseEntretiens(tx, personneId));
    expect(synthese.freins).toMatchObject([
      { id: freinId, poids: "leger", ouvertLe: "2026-11-20" },
    ]);
  },
);

testAvecBase(
  "un frein ne se lève ni avant d’être ouvert, ni demain, ni sans preuve",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const freinId = await unFrein(deps, personneId);
    const lever = (jour: string, preuve: string) =>
      leverFrein.execute(deps, agent, { personneId, freinId, version: 1, le: jour, preuve });
    await expect(lever("2026-08-31", "Permis")).rejects.toMatchObject({ code: "frein.date" });
    await expect(lever("2026-11-23", "Permis")).rejects.toMatchObject({ code: "frein.date" });
    await expect(lever("2026-11-20", " ")).rejects.toMatchObject({ code: "saisie.invalide" });
    await expect(
      leverFrein.execute(deps, agent, {
        ...{ personneId, freinId, version: 0, le: "2026-11-20", preuve: "Permis" },
      }),
    ).rejects.toMatchObject({ code: "frein.conflit" });
  },
);

testAvecBase("une étape attend son jour, et s’éteint quand le frein est levé", async ({ deps }) => {
  const personneId = await alice(deps);
  const freinId = await unFrein(deps, personneId);
  const etape = { personneId, freinId, qui: "personne" as const };
  const prevoir = (version: number, quoi: string, pourLe: string) =>
    prevoirEtape.execute(deps, agent, { ...etape, version, quoi, pourLe });
  await expect(prevoir(1, "S’inscrire", "2026-11-21")).rejects.toMatchObject({
    code: "saisie.invalide",
  });
  await prevoir(1, "S’inscrire au code", "2026-12-01");
  await prevoir(2, "Passer le code", "2027-01-15");
  await prevoir(3, "Passer la conduite", "2027-05-03");
  expect(await echeances(deps)).toEqual([
    { code: "faire-etape-frein", limite: "2026-12-01", ouverte: true },
    { code: "faire-etape-frein", limite: "2027-01-15", ouverte: true },
    { code: "faire-etape-frein", limite: "2027-05-03", ouverte: true },
  ]);
  const etapes = await lignes<{ id: number }>(deps, "select id from frein_etape order by id");
  const [premiere, seconde] = etapes.map(({ id }) => id);
  await faireEtape.execute(le(deps, "2026-12-02"), agent, {
    ...{ personneId, etapeId: premiere ?? 0, le: "2026-12-02" },
  });
  await abandonnerEtape.execute(le(deps, "2026-12-02"), agent, {
    ...{ personneId, etapeId: seconde ?? 0, le: "2026-12-02" },
  });
  expect((await echeances(deps)).map(({ ouverte }) => ouverte)).toEqual([false, false, true]);
  await leverFrein.execute(le(deps, "2026-12-03"), agent, {
    ...{ personneId, freinId, version: 6, le: "2026-12-03", preuve: "Permis obtenu" },
  });
  expect((await echeances(deps)).every(({ ouverte }) => !ouverte)).toBe(true);
  await expect(prevoir(7, "Acheter une voiture", "2026-12-20")).rejects.toMatchObject({
    code: "frein.deja-leve",
  });
});
