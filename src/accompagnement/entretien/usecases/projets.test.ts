import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, unePopulation } from "../../../app/testing/orientation.ts";
import { lireSyntheseEntretiens } from "../db/synthese.ts";
import {
  cesserInscription,
  consulterAcquis,
  inscrireDemandeurEmploi,
  noterAcquis,
  retirerAcquis,
  verifierInscription,
} from "./acquis.ts";
import { chargerMetiers, chercherMetiers, listerMetiers } from "./metiers.ts";
import { avancerProjet, consulterProjet } from "./projets.ts";

const agent = unAgent({ id: 4, nom: "Rose Parcours" });

async function alice(deps: Deps): Promise<number> {
  await unePopulation(deps, ["ALICE"]);
  return idDe(deps, "ALICE");
}

const contenu = {
  ...{ intitule: "", metiers: ["K1304"], rayonKm: "15", transports: ["commun" as const] },
  ...{ heures: 24, commentaire: "" },
  refus: { metiers: "Ménage la nuit", distance: "Une heure au plus", salaire: "", autre: "" },
};

type Saisie = Partial<Parameters<typeof avancerProjet.execute>[2]>;

const avancer = (deps: Deps, personneId: number, champs: Saisie = {}) =>
  avancerProjet.execute(deps, agent, {
    ...{ personneId, etat: "emergence", precedentId: 0, contenu, reevaluerLe: null },
    ...champs,
  });

testAvecBase(
  "un projet émerge, se valide, se réévalue et s’abandonne, chaque étape datée",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const { acteId: un } = await avancer(le(deps, "2026-06-01"), personneId);
    const { acteId: deux } = await avancer(le(deps, "2026-07-01"), personneId, {
      ...{ etat: "validation", precedentId: un, reevaluerLe: "2026-10-01" },
    });
    const { acteId: trois } = await avancer(le(deps, "2026-10-05"), personneId, {
      ...{ etat: "reevaluation", precedentId: deux, reevaluerLe: "2026-12-01" },
    });
    const synthese = () => deps.base.transaction((tx) => lireSyntheseEntretiens(tx, personneId));
    expect((await synthese()).projet).toMatchObject({
      ...{ etat: "reevaluation", depuis: "2026-10-05", rayonKm: 15, heures: 24 },
      metiers: [{ code: "K1304", libelle: "Ménage et aide à domicile" }],
      refus: { metiers: "Ménage la nuit" },
    });
    expect(
      await lignes(
        deps,
        "select limite, accomplie_le as fait, eteinte_le as eteinte from echeance where objet = 'projet' order by limite",
      ),
    ).toEqual([
      { limite: "2026-10-01", fait: "2026-10-05", eteinte: null },
      { limite: "2026-12-01", fait: null, eteinte: null },
    ]);
    await avancer(le(deps, "2026-12-02"), personneId, { etat: "abandon", precedentId: trois });
    const { actes } = await consulterProjet.execute(deps, agent, { personneId });
    expect(actes.map(({ etat }) => etat)).toEqual([
      "abandon",
      "reevaluation",
      "validation",
      "emergence",
    ]);
    const { acteId } = await avancer(le(deps, "2026-12-03"), personneId, {
      precedentId: actes[0]?.id ?? 0,
    });
    const repris = await consulterProjet.execute(deps, agent, { personneId });
    expect(new Set(repris.actes.map(({ projetId }) => projetId)).size).toBe(2);
    expect(acteId).toBe(repris.actes[0]?.id);
    await expect(
      deps.base.transaction((tx) => tx.query("update projet_acte set etat = 'validation'")),
    ).rejects.toThrow("ne change pas");
  },
);

testAvecBase(
  "un projet écrit sur une version dépassée, ou qui ne vise rien, est refusé",
  async ({ deps }) => {
    const personneId = await alice(deps);
    await avancer(deps, personneId);
    await expect(avancer(deps, personneId)).rejects.toMatchObject({
      code: "projet.conflit",
      details: { enregistre: { heures: 24 } },
    });
    const { acteId: precedentId = 0 } = {
      acteId: (await consulterProjet.execute(deps, agent, { personneId })).actes[0]?.id,
    };
    const refus = async (champs: Saisie) => {
      const erreur = await avancer(deps, personneId, { precedentId, ...champs }).catch(
        (e: unknown) => e,
      );
      return (erreur as { code: string }).code;
    };
    expect(await refus({ etat: "validation", contenu: { ...contenu, metiers: [] } })).toBe(
      "projet.sans-metier",
    );
    expect(await refus({ etat: "reevaluation" })).toBe("projet.passage");
    expect(await refus({ contenu: { ...contenu, metiers: ["K9999"] } })).toBe("saisie.invalide");
    expect(await refus({ contenu: { ...contenu, heures: "60" } })).toBe("saisie.invalide");
    expect(await refus({ reevaluerLe: "2026-11-22" })).toBe("saisie.invalide");
  },
);

testAvecBase(
  "le répertoire chargé complète les métiers fréquents, et un fichier double est refusé",
  async ({ deps }) => {
    const chercher = async (texte: string) =>
      (await chercherMetiers.execute(deps, agent, { texte })).map(({ code }) => code);
    expect(await chercher("ébénisterie")).toEqual([]);
    const ebeniste = { code: "H2207", libelle: "Réalisation de meubles en bois" };
    expect(await chargerMetiers.execute(deps, agent, { metiers: [ebeniste] })).toBe(1);
    expect(await chercher("meubles bois")).toEqual(["H2207"]);
    expect(await chercher("h22")).toContain("H2207");
    expect((await listerMetiers.execute(deps, agent, {})).at(-1)).toEqual(ebeniste);
    await expect(
      chargerMetiers.execute(deps, agent, { metiers: [ebeniste, ebeniste] }),
    ).rejects.toMatchObject({ code: "metiers.doublons" });
    expect(await chercher("meubles bois")).toEqual(["H2207"]);
  },
);

testAvecBase("une compétence retirée reste écrite, avec la raison", async ({ deps }) => {
  const personneId = await alice(deps);
  const cap = {
    nature: "certificat",
    libelle: "CAP cuisine",
    niveau: "CAP",
    le: "2019-06-28",
  } as const;
  const { objetId } = await noterAcquis.execute(deps, agent, {
    ...{ personneId, ...cap, preuve: "Diplôme vu", document: "" },
  });
  const retirer = () =>
    retirerAcquis.execute(deps, agent, { personneId, acquisId: objetId, motif: "Saisi deux fois" });
  await retirer();
  await expect(retirer()).rejects.toMatchObject({ code: "acquis.introuvable" });
  const { acquis } = await consulterAcquis.execute(deps, agent, { personneId });
  expect(acquis).toMatchObject([{ libelle: "CAP cuisine", motifRetrait: "Saisi deux fois" }]);
  await expect(
    noterAcquis.execute(deps, agent, {
      ...{ personneId, ...cap, le: "2026-12-01", preuve: "", document: "" },
    }),
  ).rejects.toMatchObject({ code: "saisie.invalide" });
});

testAvecBase(
  "une inscription de demandeur d’emploi se vérifie, change de catégorie et cesse",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const { objetId: inscriptionId } = await inscrireDemandeurEmploi.execute(deps, agent, {
      ...{ personneId, numero: "1234567A", categorie: "G", du: "2026-09-01" },
    });
    const cible = { personneId, inscriptionId, version: 1 };
    await verifierInscription.execute(deps, agent, { ...cible, categorie: "A" });
    await expect(
      verifierInscription.execute(deps, agent, { ...cible, categorie: "A" }),
    ).rejects.toMatchObject({ code: "inscription.introuvable" });
    const { inscriptions } = await consulterAcquis.execute(deps, agent, { personneId });
    expect(
      inscriptions.map(({ categorie, du, au, verifieeLe }) => [categorie, du, au, verifieeLe]),
    ).toEqual([
      ["A", "2026-11-22", null, "2026-11-22"],
      ["G", "2026-09-01", "2026-11-22", "2026-11-22"],
    ]);
    const courante = inscriptions[0];
    // It began today: another category is refused, not forgotten.
    await expect(
      verifierInscription.execute(deps, agent, {
        ...{ personneId, inscriptionId: courante?.id ?? 0, version: courante?.version ?? 0 },
        categorie: "B",
      }),
    ).rejects.toMatchObject({ code: "saisie.invalide" });
    await cesserInscription.execute(le(deps, "2026-12-10"), agent, {
      ...{ personneId, inscriptionId: courante?.id ?? 0, version: courante?.version ?? 0 },
      ...{ le: "2026-12-09", motif: "Emploi" },
    });
    await expect(
      inscrireDemandeurEmploi.execute(deps, agent, {
        ...{ personneId, numero: "1234567A", categorie: "A", du: "2026-10-01" },
      }),
    ).rejects.toMatchObject({ code: "saisie.invalide" });
  },
);
