import { expect } from "vitest";
import { affecterCreneaux, preparerLot } from "#accompagnement/agenda";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { unePopulation } from "../../../app/testing/orientation.ts";
import { uneEquipe } from "../../../app/testing/une-equipe.ts";
import { lireDerniersEntretiens } from "../db/entretiens.ts";
import { inscrireDemandeurEmploi } from "./acquis.ts";
import { ecrireEntretien } from "./ecrire-entretien.ts";
import { abandonnerEntretien, consulterEntretiens, donnerSuite } from "./entretiens.ts";
import { entretienPublie } from "./faits.ts";
import { ouvrirFrein } from "./freins.ts";

const rose = unAgent({ id: 4, nom: "Rose Parcours" });
const collegue = unAgent({ id: 5, nom: "Karim Ailleurs" });

async function alice(deps: Deps): Promise<number> {
  await unePopulation(deps, ["ALICE", "BRUNO"]);
  return idDe(deps, "ALICE");
}

/** Somebody expected at a meeting, and somebody who is not. */
async function unRendezVous(deps: Deps) {
  const { structureId, personnes } = await uneEquipe(deps);
  const [premiere, seconde] = personnes.map(({ id }) => id);
  const id = await preparerLot.execute(deps, rose, {
    libelle: "Suivi",
    personnes: [premiere ?? 0],
  });
  const { rendezVous } = await affecterCreneaux.execute(deps, rose, {
    ...{ id, structureId, motif: "entretien-suivi", du: "2026-11-24", au: "2026-11-24" },
    chezSonReferent: true,
  });
  return { personneId: premiere ?? 0, autre: seconde ?? 0, rendezVousId: rendezVous[0] ?? 0 };
}

type Saisie = Partial<Parameters<typeof ecrireEntretien.execute>[2]>;

const note = (deps: Deps, personneId: number, champs: Saisie = {}, agent = rose) =>
  ecrireEntretien.execute(deps, agent, {
    ...{ personneId, entretienId: null, version: 0, publier: true, le: "2026-11-20" },
    ...{ modalite: "sur-place", dureeMinutes: 45, texte: "Elle reprend espoir.", decide: "" },
    ...{ suite: "", suiteLe: null },
    ...champs,
  });

const lus = async (deps: Deps, personneId: number, agent = rose) =>
  (await consulterEntretiens.execute(deps, agent, { personneId })).entretiens;

testAvecBase(
  "un brouillon n’est lu que de son auteur, jusqu’à sa publication",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const { entretienId } = await note(deps, personneId, { publier: false, texte: "À vérifier" });
    expect((await lus(deps, personneId)).map(({ id }) => id)).toEqual([entretienId]);
    expect(await lus(deps, personneId, collegue)).toEqual([]);
    const introuvable = { code: "entretien.introuvable" };
    const sien = { entretienId, version: 1 };
    await expect(note(deps, personneId, sien, collegue)).rejects.toMatchObject(introuvable);
    await expect(
      abandonnerEntretien.execute(deps, collegue, { personneId, entretienId }),
    ).rejects.toMatchObject(introuvable);
    await expect(
      note(deps, personneId, { corrigeId: entretienId }, collegue),
    ).rejects.toMatchObject(introuvable);
    const derniers = () => deps.base.transaction((tx) => lireDerniersEntretiens(tx, [personneId]));
    expect(await derniers()).toEqual(new Map());
    await note(deps, personneId, sien);
    expect(await lus(deps, personneId, collegue)).toHaveLength(1);
    expect(await derniers()).toEqual(new Map([[personneId, "2026-11-20"]]));
  },
);

testAvecBase("personne ne garde un brouillon sans compte", async ({ deps }) => {
  const personneId = await alice(deps);
  await expect(note(deps, personneId, { publier: false }, unAgent())).rejects.toMatchObject({
    code: "entretien.sans-auteur",
  });
});

testAvecBase(
  "publié, un entretien ne change plus : une correction le remplace",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const { entretienId } = await note(deps, personneId, {
      suite: "Appeler",
      suiteLe: "2026-11-30",
    });
    await expect(note(deps, personneId, { entretienId, version: 1 })).rejects.toMatchObject({
      code: "entretien.publie",
    });
    await expect(
      abandonnerEntretien.execute(deps, rose, { personneId, entretienId }),
    ).rejects.toMatchObject({ code: "entretien.introuvable" });
    await expect(
      deps.base.transaction((tx) => tx.query("update entretien set texte = 'Autre chose'")),
    ).rejects.toThrow("ne change pas");
    await note(deps, personneId, { corrigeId: entretienId, texte: "Elle reprend confiance." });
    await expect(
      note(deps, personneId, { corrigeId: entretienId, texte: "Encore" }),
    ).rejects.toMatchObject({ code: "entretien.deja-corrige" });
    const [correction, corrige] = await lus(deps, personneId);
    expect([correction?.corrigeId, corrige?.corrigePar]).toEqual([entretienId, correction?.id]);
    expect(
      await lignes(deps, "select from echeance where objet = 'entretien' and eteinte_le is null"),
    ).toEqual([]);
  },
);

testAvecBase(
  "deux fenêtres sur un même brouillon : la seconde voit ce que la première a gardé",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const { entretienId } = await note(deps, personneId, { publier: false });
    await note(deps, personneId, { entretienId, version: 1, publier: false, texte: "Première" });
    await expect(
      note(deps, personneId, { entretienId, version: 1, texte: "Seconde" }),
    ).rejects.toMatchObject({
      code: "entretien.conflit",
      details: { version: 2, enregistre: { texte: "Première" } },
    });
  },
);

testAvecBase(
  "la suite d’un entretien attend son jour, et le suivant peut la donner",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const ouvertes = () =>
      lignes(
        deps,
        `select code, limite from echeance where objet = 'entretien' and accomplie_le is null and eteinte_le is null`,
      );
    const un = await note(deps, personneId, {
      ...{ le: "2026-11-02", suite: "Faire le point sur le permis", suiteLe: "2026-11-16" },
    });
    expect(await ouvertes()).toEqual([{ code: "donner-suite-entretien", limite: "2026-11-16" }]);
    await note(deps, personneId, { donneSuite: [un.entretienId] });
    expect(await ouvertes()).toEqual([]);
    await expect(
      donnerSuite.execute(deps, rose, { personneId, entretienId: un.entretienId }),
    ).rejects.toMatchObject({ code: "entretien.introuvable" });
  },
);

testAvecBase(
  "un entretien de demain, vide, ou dont la suite le précède est refusé",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const champs = async (saisie: Saisie) => {
      const refus = await note(deps, personneId, saisie).catch((error: unknown) => error);
      return Object.keys((refus as { details: { champs: object } }).details.champs);
    };
    expect(await champs({ le: "2026-11-23" })).toEqual(["le"]);
    expect(await champs({ texte: "", decide: " " })).toEqual(["texte"]);
    expect(await champs({ suite: "Rappeler", suiteLe: "2026-11-19" })).toEqual(["suiteLe"]);
    expect(await champs({ suiteLe: "2026-11-30" })).toEqual(["suite"]);
    expect(await champs({ dureeMinutes: "0" })).toEqual(["dureeMinutes"]);
  },
);

testAvecBase("un entretien ne raconte que le rendez-vous de la personne", async ({ deps }) => {
  const { personneId, rendezVousId, autre } = await unRendezVous(deps);
  const inconnu = { code: "entretien.rendez-vous-inconnu" };
  await expect(note(deps, autre, { rendezVousId })).rejects.toMatchObject(inconnu);
  await expect(note(deps, personneId, { rendezVousId: 999_999 })).rejects.toMatchObject(inconnu);
  await note(deps, personneId, { rendezVousId });
});

testAvecBase("publier un entretien le dit à qui compte les rencontres", async ({ deps }) => {
  const { personneId, rendezVousId } = await unRendezVous(deps);
  const entendus: unknown[] = [];
  const ecoute = {
    ...deps,
    reactions: [
      {
        fact: entretienPublie.name,
        run: (_: unknown, fait: unknown) => Promise.resolve(void entendus.push(fait)),
      },
    ],
  };
  await note(ecoute, personneId, { publier: false });
  const { entretienId } = await note(ecoute, personneId, { rendezVousId });
  expect(entendus).toEqual([
    { entretiens: [{ personneId, entretienId, le: "2026-11-20", rendezVousId }] },
  ]);
});

testAvecBase(
  "une fusion réunit ce qui est écrit des deux fiches, et son annulation le rend",
  async ({ deps }) => {
    const a = await alice(deps);
    const b = await idDe(deps, "BRUNO");
    for (const personneId of [a, b]) {
      await note(deps, personneId, { suite: "Rappeler", suiteLe: "2026-11-30" });
      await ouvrirFrein.execute(deps, rose, {
        ...{ personneId, nature: "langue", libelle: "Lit peu", poids: "leger", le: "2026-10-01" },
      });
      await inscrireDemandeurEmploi.execute(deps, rose, {
        ...{ personneId, numero: "1234567A", categorie: "A", du: "2026-10-01" },
      });
    }
    const tous = async () => [
      await lignes(deps, "select id, personne_id from entretien order by id"),
      await lignes(deps, "select id, personne_id from frein order by id"),
      await lignes(deps, "select id, personne_id from inscription_emploi order by id"),
      await lignes(
        deps,
        "select personne_id, objet_id from echeance where objet = 'entretien' and eteinte_le is null order by 1",
      ),
    ];
    const avant = await tous();
    const dire = (fait: typeof personnesFusionnees) =>
      deps.base.transaction((tx) =>
        contextOf(deps, tx, rose).tell(fait, { fusionId: 1, gardeeId: a, absorbeeId: b }),
      );
    await dire(personnesFusionnees);
    expect(await lus(deps, a)).toHaveLength(2);
    // Registered twice on the same days: hers stands, the other stays where it was.
    expect(
      await lignes(deps, "select from inscription_emploi where personne_id = $1", [a]),
    ).toHaveLength(1);
    await dire(fusionAnnulee);
    expect(await tous()).toEqual(avant);
  },
);
