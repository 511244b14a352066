import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { ouvrir, unePopulation } from "../../../app/testing/orientation.ts";

type Visite = Awaited<ReturnType<typeof entrer>>;

/** Alice, entrusted to the référente who signs in. */
async function aliceEtSaReferente(deps: Deps): Promise<{ id: number; referente: Visite }> {
  await unePopulation(deps, ["ALICE"]);
  const id = await idDe(deps, "ALICE");
  const referente = await entrer(deps, "referent");
  const { referents } = await ouvrir(deps, { nom: "Ici" });
  await lignes(deps, "update referent set agent_id = $1 where id = $2", [
    referente.id,
    referents[0],
  ]);
  await lignes(deps, "update situation_personne set referent_id = $1 where personne_id = $2", [
    referents[0],
    id,
  ]);
  return { id, referente };
}

const note = {
  ...{ le: "20/11/2026", modalite: "sur-place", dureeMinutes: "30", decide: "Une immersion" },
  ...{ texte: "Une piste à vérifier", suite: "", suiteLe: "", version: "0" },
};

testAvecBase(
  "un brouillon ne se montre à personne d’autre, quels que soient son rôle et la page",
  async ({ deps }) => {
    const { id, referente } = await aliceEtSaReferente(deps);
    const ici = `/personnes/${id}/entretiens`;
    expect((await referente.envoyer(ici, { ...note, geste: "garder" })).status).toBe(303);
    expect(await referente.lire(ici)).toContain("Une piste à vérifier");
    const [brouillon] = await lignes<{ id: number }>(deps, "select id from entretien");
    const pages = [
      ici,
      `${ici}/ecrire?brouillon=${brouillon?.id}`,
      `/personnes/${id}`,
      `/personnes/${id}/situation`,
    ];
    const connus = await lignes<{ id: number }>(deps, "select id from territoire");
    const territoires = connus.map((territoire) => territoire.id);
    for (const role of ["gestionnaire", "responsable", "pilotage", "administrateur"]) {
      const autre = await entrer(deps, role, role === "responsable" ? { territoires } : {});
      for (const page of pages) {
        expect(await autre.lire(page), `${role} ${page}`).not.toContain("Une piste à vérifier");
      }
    }
    for (const page of [`/personnes/${id}`]) {
      expect(await referente.lire(page), page).not.toContain("Une piste à vérifier");
    }
    await referente.envoyer(ici, {
      ...{ ...note, geste: "publier", entretienId: String(brouillon?.id), version: "1" },
    });
    const gestionnaire = await entrerEncore(deps, "gestionnaire");
    expect(await gestionnaire.lire(ici)).toContain("Une piste à vérifier");
  },
);

/** The same role under another name: the first one is signed in already. */
function entrerEncore(deps: Deps, role: string): Promise<Visite> {
  return lignes(
    deps,
    "update agent set identifiant = identifiant || '.bis' where identifiant = $1",
    [`${role}.essai`],
  ).then(() => entrer(deps, role));
}

testAvecBase(
  "la situation se signe, le frein s’ouvre, s’outille et se lève, de page en page",
  async ({ deps }) => {
    const { id, referente } = await aliceEtSaReferente(deps);
    const ici = `/personnes/${id}`;
    expect(await referente.lire(`${ici}/situation/sante`)).toContain(
      "Les conséquences, jamais les causes",
    );
    const signe = { precedentId: "0", situations: "sans-permis", texte: "Prend le bus" };
    await referente.envoyer(`${ici}/situation/mobilite`, signe);
    const conflit = await referente.envoyer(`${ici}/situation/mobilite`, {
      ...signe,
      texte: "À pied",
    });
    expect(conflit.status).toBe(409);
    expect(await conflit.text()).toContain("Quelqu’un a signé avant vous");
    expect(await referente.lire(`${ici}/freins/nouveau?theme=mobilite`)).toContain(
      "Ouvrir un frein",
    );
    const frein = {
      nature: "mobilite",
      libelle: "Pas de permis",
      poids: "bloquant",
      le: "02/11/2026",
    };
    const refuse = await referente.envoyer(`${ici}/freins`, { ...frein, libelle: "" });
    expect([refuse.status, await refuse.text()]).toEqual([
      422,
      expect.stringContaining("Dites en quelques mots ce qui fait obstacle."),
    ]);
    const ouvert = await referente.envoyer(`${ici}/freins`, { ...frein, theme: "mobilite" });
    const page = (ouvert.headers.get("location") ?? "").replace("/essai", "");
    await referente.envoyer(`${page}/etapes`, {
      ...{ version: "1", quoi: "S’inscrire au code", qui: "personne", pourLe: "01/12/2026" },
    });
    expect(await referente.lire(page)).toContain("S’inscrire au code");
    expect(await referente.lire("/freins")).toContain("Pas de permis");
    await referente.envoyer(`${page}/lever`, {
      ...{ version: "2", le: "20/11/2026", preuve: "Permis obtenu", document: "" },
    });
    expect(await referente.lire(page)).toContain("Permis obtenu");
    expect(await referente.lire(`${ici}/situation`)).toContain("1 frein levé");
    expect(await referente.lire(ici)).toContain("1 frein levé, aucun ouvert.");
    const taux = await referente.lire("/freins/levee?du=01/11/2026&au=22/11/2026");
    expect(taux).toContain("100 %");
    const liste = /href="\/essai(\/freins\?[^"]*leve=[^"]*)"/u.exec(taux)?.[1] ?? "";
    expect(await referente.lire(liste.replaceAll("&amp;", "&"))).toContain("Pas de permis");
  },
);

testAvecBase("le projet s’écrit avec des métiers cherchés par leur nom", async ({ deps }) => {
  const { id, referente } = await aliceEtSaReferente(deps);
  const ici = `/personnes/${id}/projet`;
  expect(await referente.lire(`${ici}/ecrire`)).toContain("K1304");
  const projet = { etat: "emergence", precedentId: "0", heures: "24", rayonKm: "10" };
  const flou = await referente.envoyer(ici, { ...projet, metier1: "vente" });
  expect([flou.status, await flou.text()]).toEqual([
    422,
    expect.stringContaining("Plusieurs métiers répondent"),
  ]);
  await referente.envoyer(ici, { ...projet, metier1: "maconnerie" });
  expect(await referente.lire(ici)).toContain("Maçonnerie (F1703)");
  await referente.envoyer(`/personnes/${id}/acquis`, {
    ...{ nature: "certificat", libelle: "CAP maçon", niveau: "CAP", le: "30/06/2015" },
  });
  await referente.envoyer(`/personnes/${id}/inscription-emploi`, {
    ...{ numero: "1234567A", categorie: "A", du: "01/09/2026" },
  });
  const page = await referente.lire(ici);
  expect(page).toContain("CAP maçon");
  expect(page).toContain("1234567A");
  const faux = await referente.envoyer(`/personnes/${id}/inscription-emploi`, { numero: "12" });
  expect([faux.status, await faux.text()]).toEqual([422, expect.stringContaining("huit à onze")]);
});

testAvecBase(
  "le catalogue se change dans un brouillon, et le fichier des métiers se charge",
  async ({ deps }) => {
    const admin = await entrer(deps, "administrateur");
    expect(await admin.lire("/themes")).toContain("Mobilité");
    const theme = {
      revision: "0",
      libelle: "Se déplacer",
      situations: "Va à pied\nVa à vélo",
      pose: "oui",
    };
    expect((await admin.envoyer("/themes/mobilite", theme)).status).toBe(303);
    expect((await admin.envoyer("/themes/mobilite", theme)).status).toBe(409);
    expect(await admin.lire("/themes/mobilite")).toContain("Ce que ce brouillon change");
    await admin.envoyer("/themes/mobilite/adopter", { revision: "1" });
    expect(await admin.lire("/themes")).toContain("Version 1");
    await admin.envoyer("/themes/nouveau", { ...theme, libelle: "Animaux de compagnie" });
    expect(await admin.lire("/themes")).toContain("Jamais adopté");
    expect((await admin.envoyer("/themes/nouveau", { ...theme, libelle: "Budget" })).status).toBe(
      422,
    );
    expect((await admin.envoyer("/themes/metiers")).status).toBe(422);
    expect(await admin.lire("/themes/metiers")).toContain("métiers fréquents");
  },
);
