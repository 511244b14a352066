import { describe, expect } from "vitest";
import { demanderReorientation, transmettrePortefeuille } from "#accompagnement/orientation";
import { noterContrats } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, orienter, ouvrir, selon, unePopulation } from "../../../app/testing/orientation.ts";
import { changerCadre, conclureAccompagnement } from "./changer-cadre.ts";
import { consulterParcours } from "./consulter-parcours.ts";
import {
  direLaSuite,
  ecarterAbsence,
  recevoirManquement,
  recueillirExplication,
  signalerManquement,
} from "./manquements.ts";
import { derogerAccompagnement, renouvelerAccompagnement } from "./prolonger.ts";
import { mobiliserSoutien, noterSoutien } from "./soutiens.ts";
import { suivre } from "./suivre.ts";
import { reprendreAccompagnement, suspendreAccompagnement } from "./suspendre.ts";

const agent = unAgent();

interface Ligne {
  readonly id: number;
  readonly regle: string;
  readonly du: string;
  readonly au: string | null;
  readonly compte_du: string | null;
  readonly terme: string | null;
  readonly referent_id: number | null;
  readonly motif_fin: string | null;
  readonly version: number;
}

const periodes = (deps: Deps) =>
  lignes<Ligne>(
    deps,
    `select id, regle, lower(periode) as du, upper(periode) as au, compte_du, terme, referent_id, motif_fin, version
     from accompagnement where not annule order by id`,
  );

/** One person of the Bas-Rhin or of the Nord, oriented there and accompanied under this rule. */
async function uneAccompagnee(somme: Deps, referentiel: string, type: string) {
  const deps = selon(somme, referentiel);
  await ouvrir(somme, {
    nom: "Maison de l’emploi",
    types: [type],
    referents: [
      { nom: "Un", places: 60 },
      { nom: "Deux", places: 60 },
    ],
  });
  await unePopulation(somme, ["ALICE"]);
  const personneId = await idDe(somme, "ALICE");
  await lignes(
    somme,
    `with o as (insert into orientation (personne_id, dossier_id, type, dominante, origine, regime, decidee_le, decideur, periode)
       values ($1, (select dossier_id from situation_personne where personne_id = $1), $2, 'emploi', 'initiale', 'plein-emploi',
         '2026-01-31', 'Essai', '[2026-01-31,)') returning id)
     insert into designation (personne_id, orientation_id, type, structure_id, referent_id, le, periode)
     select $1, o.id, $2, (select max(id) from structure), (select min(id) from referent), '2026-01-31', '[2026-01-31,)' from o`,
    [personneId, type],
  );
  await somme.base.transaction((tx) => suivre(contextOf(deps, tx, agent), [personneId]));
  return { deps, personneId };
}

const version = async (deps: Deps) => (await periodes(deps)).at(-1)?.version ?? 0;
const ouvertes = (deps: Deps, objet: string) =>
  lignes<{ code: string; depart: string; limite: string }>(
    deps,
    `select code, depart, limite from echeance where objet = '${objet}' and accomplie_le is null and eteinte_le is null
     order by code`,
  );

describe("les périodes", () => {
  testAvecBase(
    "décider tout un département ouvre chaque période, comme une à une",
    async ({ deps }) => {
      await ouvrir(deps, { nom: "Maison de l’emploi" });
      await unePopulation(deps, ["ALICE", "BRUNO", "CHLOÉ"]);
      await orienter(deps);
      const ensemble = await periodes(deps);
      expect(ensemble).toHaveLength(3);
      const personnes = await lignes<{ id: number }>(
        deps,
        "select distinct personne_id as id from accompagnement",
      );
      await lignes(deps, "delete from echeance where objet = 'accompagnement'");
      await lignes(deps, "delete from accompagnement");
      await deps.base.transaction(async (tx) => {
        const context = contextOf(deps, tx, agent);
        for (const { id } of personnes) await suivre(context, [id]);
      });
      const sansId = (toutes: readonly Ligne[]) => toutes.map(({ id: _, ...reste }) => reste);
      expect(sansId(await periodes(deps))).toEqual(sansId(ensemble));
      await deps.base.transaction((tx) =>
        suivre(
          contextOf(deps, tx, agent),
          personnes.map(({ id }) => id),
        ),
      );
      expect(sansId(await periodes(deps))).toEqual(sansId(ensemble));
    },
  );

  testAvecBase(
    "dans le Bas-Rhin, le compteur attend le contrat, puis court six mois",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(
        somme,
        "bas-rhin-2015",
        "referent-professionnel",
      );
      expect(await periodes(deps)).toMatchObject([{ compte_du: null, terme: null }]);
      await expect(
        renouvelerAccompagnement.execute(deps, agent, { personneId, version: 1, motif: "Essai" }),
      ).rejects.toMatchObject({ code: "accompagnement.attend-le-contrat" });
      await somme.base.transaction(async (tx) => {
        await noterContrats(tx, [
          {
            personneId,
            contratId: 1,
            nature: "contrat-engagement",
            etat: "en-cours",
            signeLe: "2026-08-31",
            jusqua: null,
            bilanLe: null,
          },
        ]);
        await suivre(contextOf(deps, tx, agent), [personneId]);
      });
      expect(await periodes(deps)).toMatchObject([
        { compte_du: "2026-08-31", terme: "2027-02-28" },
      ]);
    },
  );

  testAvecBase("un portefeuille transmis garde le compteur de chacun", async ({ deps }) => {
    const { referents } = await ouvrir(deps, {
      nom: "Maison de l’emploi",
      referents: [
        { nom: "Un", places: 60 },
        { nom: "Deux", places: 60 },
      ],
    });
    await unePopulation(deps, ["ALICE"]);
    await orienter(deps);
    const [avant] = await periodes(deps);
    const autre = referents.find((id) => id !== avant?.referent_id) ?? 0;
    await transmettrePortefeuille.execute(le(deps, "2026-12-01"), agent, {
      deReferentId: avant?.referent_id ?? 0,
      choix: [{ personneId: await idDe(deps, "ALICE"), referentId: autre }],
      motif: "Départ",
    });
    const apres = await periodes(deps);
    expect(apres).toMatchObject([
      { id: avant?.id, du: avant?.du, terme: avant?.terme, referent_id: autre },
    ]);
  });

  testAvecBase(
    "changer d’action ouvre son propre compteur sous la même orientation",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(somme, "nord-2019", "emploi-direct");
      expect(await periodes(deps)).toMatchObject([{ regle: "iod", terme: "2027-01-31" }]);
      const saisie = { personneId, version: 1, motif: "Offre proche" };
      await expect(
        changerCadre.execute(deps, agent, { ...saisie, regle: "orientation-sociale" }),
      ).rejects.toMatchObject({ details: { champs: { regle: expect.any(String) } } });
      await changerCadre.execute(deps, agent, { ...saisie, regle: "coaching" });
      expect(await periodes(deps)).toMatchObject([
        { regle: "iod", au: "2026-11-22", motif_fin: "changement-de-cadre" },
        { regle: "coaching", du: "2026-11-22", terme: "2027-02-22", au: null },
      ]);
      expect(await ouvertes(deps, "accompagnement")).toEqual([
        { code: "conclure-accompagnement", depart: "2027-02-22", limite: "2027-02-22" },
        { code: "rencontrer-chaque-semaine", depart: "2026-11-22", limite: "2026-11-30" },
      ]);
    },
  );

  testAvecBase(
    "un ACI ne se conclut pas sans suite avant quatre mois ; conclu, il ne recommence pas",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(somme, "nord-2019", "projet-professionnel");
      await changerCadre.execute(le(deps, "2026-10-01"), agent, {
        personneId,
        version: 1,
        regle: "aci",
        motif: "Chantier",
      });
      const conclure = (conclusion: "sans-suite" | "emploi") =>
        conclureAccompagnement.execute(deps, agent, {
          personneId,
          version: 1,
          conclusion,
          motif: "Fin",
        });
      await expect(conclure("sans-suite")).rejects.toMatchObject({
        code: "accompagnement.minimum",
      });
      await conclure("emploi");
      await somme.base.transaction((tx) => suivre(contextOf(deps, tx, agent), [personneId]));
      expect((await periodes(deps)).map(({ au }) => au)).toEqual(["2026-10-01", "2026-11-22"]);
      expect(await ouvertes(deps, "accompagnement")).toEqual([]);
    },
  );
});

describe("les suspensions et les prolongations", () => {
  testAvecBase(
    "une formation arrête le compteur, la reprise recule le terme d’autant",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(
        somme,
        "seine-saint-denis-2018",
        "projet-de-ville",
      );
      expect(await periodes(deps)).toMatchObject([{ terme: "2027-01-31" }]);
      const motif = "formation";
      await suspendreAccompagnement.execute(deps, agent, {
        personneId,
        version: 1,
        motif,
        du: "2026-11-02",
      });
      expect(await periodes(deps)).toMatchObject([{ terme: null }]);
      expect(await ouvertes(deps, "accompagnement")).toEqual([]);
      await expect(
        suspendreAccompagnement.execute(deps, agent, {
          personneId,
          version: 2,
          motif,
          du: "2026-11-10",
        }),
      ).rejects.toMatchObject({ code: "suspension.chevauchement" });
      await expect(
        suspendreAccompagnement.execute(deps, agent, {
          personneId,
          version: 2,
          motif,
          du: "2026-01-01",
          au: "2026-01-10",
        }),
      ).rejects.toMatchObject({ code: "suspension.hors-periode" });
      await reprendreAccompagnement.execute(deps, agent, {
        personneId,
        version: 2,
        le: "2026-11-20",
      });
      expect(await periodes(deps)).toMatchObject([{ terme: "2027-02-18" }]);
      await expect(
        reprendreAccompagnement.execute(deps, agent, { personneId, version: 3, le: "2026-11-21" }),
      ).rejects.toMatchObject({ code: "suspension.aucune" });
    },
  );

  testAvecBase(
    "au-delà de la limite, la dérogation demande son droit, son motif et garde son auteur",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(somme, "nord-2019", "projet-professionnel");
      await changerCadre.execute(le(deps, "2026-02-01"), agent, {
        personneId,
        version: 1,
        regle: "aci",
        motif: "Chantier",
      });
      const saisie = async () => ({
        personneId,
        version: await version(deps),
        motif: "Chantier utile",
      });
      await renouvelerAccompagnement.execute(deps, agent, { ...(await saisie()), mois: 20 });
      expect((await periodes(deps)).at(-1)).toMatchObject({ terme: "2028-02-01" });
      await expect(
        renouvelerAccompagnement.execute(deps, agent, { ...(await saisie()), mois: 1 }),
      ).rejects.toMatchObject({ code: "renouvellement.limite" });
      const rqth = { ...(await saisie()), fondement: "travailleur-handicape", mois: 6 };
      await expect(derogerAccompagnement.execute(deps, agent, rqth)).rejects.toMatchObject({
        code: "derogation.preuve",
      });
      const sansDroit = unAgent({ droits: new Set(["parcours:tenir"]) });
      await expect(derogerAccompagnement.execute(deps, sansDroit, rqth)).rejects.toMatchObject({
        code: "habilitation.refusee",
      });
      await derogerAccompagnement.execute(deps, agent, {
        ...rqth,
        preuve: "Décision du 12/03/2026",
      });
      expect((await periodes(deps)).at(-1)).toMatchObject({ terme: "2028-08-01" });
      expect(
        await lignes(
          deps,
          "select nature, mois, fondement, auteur from prolongation_accompagnement order by id",
        ),
      ).toEqual([
        { nature: "renouvellement", mois: 20, fondement: null, auteur: "Essai" },
        { nature: "derogation", mois: 6, fondement: "travailleur-handicape", auteur: "Essai" },
      ]);
      await expect(
        lignes(deps, "update prolongation_accompagnement set mois = 99"),
      ).rejects.toThrow("ne change pas");
    },
  );

  testAvecBase(
    "deux agents à la fois : le second voit ce qui a été écrit",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(
        somme,
        "seine-saint-denis-2018",
        "projet-de-ville",
      );
      await renouvelerAccompagnement.execute(deps, agent, {
        personneId,
        version: 1,
        motif: "Suite",
      });
      await expect(
        renouvelerAccompagnement.execute(deps, agent, { personneId, version: 1, motif: "Suite" }),
      ).rejects.toMatchObject({
        code: "accompagnement.conflit",
        details: { enregistree: { moisAccordes: 24 } },
      });
    },
  );
});

describe("les manquements", () => {
  const signale = (personneId: number) => ({
    personneId,
    engagement: "rendez-vous",
    survenuLe: "2026-11-18",
    faits: "Absence au rendez-vous de 9 h, sans nouvelle depuis.",
    preuves: "Convocation 2026-000123",
  });

  testAvecBase(
    "signalé, reçu, à présenter : chacun son tour, jamais effacé",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(
        somme,
        "bas-rhin-2015",
        "referent-professionnel",
      );
      await expect(
        signalerManquement.execute(deps, agent, {
          ...signale(personneId),
          survenuLe: "2026-11-23",
        }),
      ).rejects.toMatchObject({ details: { champs: { survenuLe: expect.any(String) } } });
      const manquementId = await signalerManquement.execute(deps, agent, signale(personneId));
      expect(await ouvertes(deps, "manquement")).toMatchObject([
        { code: "recevoir-manquement", limite: "2026-11-27" },
      ]);
      await expect(
        direLaSuite.execute(deps, agent, {
          manquementId,
          version: 1,
          suite: "classe",
          motif: "Essai",
        }),
      ).rejects.toMatchObject({ code: "manquement.passage" });
      await recueillirExplication.execute(deps, agent, {
        manquementId,
        le: "2026-11-20",
        explication: "Enfant malade",
      });
      await recevoirManquement.execute(deps, agent, { manquementId, version: 1 });
      await expect(
        recevoirManquement.execute(deps, agent, { manquementId, version: 1 }),
      ).rejects.toMatchObject({ code: "manquement.conflit" });
      await direLaSuite.execute(deps, agent, {
        manquementId,
        version: 2,
        suite: "a-presenter",
        motif: "Deuxième fois",
      });
      expect(await ouvertes(deps, "manquement")).toEqual([]);
      const { manquements } = await consulterParcours.execute(deps, agent, { personneId });
      expect(manquements).toMatchObject([
        { etat: "a-presenter", explications: [{ texte: "Enfant malade" }] },
      ]);
      await expect(lignes(deps, "update manquement set faits = 'autre'")).rejects.toThrow(
        "ne changent pas",
      );
    },
  );

  testAvecBase("un manquement ne se supprime pas", async ({ deps: somme }) => {
    const { deps, personneId } = await uneAccompagnee(
      somme,
      "bas-rhin-2015",
      "referent-professionnel",
    );
    await signalerManquement.execute(deps, agent, signale(personneId));
    await expect(lignes(deps, "delete from manquement")).rejects.toThrow("ne s’efface pas");
  });

  testAvecBase(
    "une absence proposée n’est un manquement que si le référent le dit",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(
        somme,
        "bas-rhin-2015",
        "referent-professionnel",
      );
      const proposer = async (rendezVous: number) =>
        (
          await lignes<{ id: number }>(
            deps,
            `insert into absence_a_examiner (personne_id, rendez_vous_id, motif, survenue_le, proposee_le)
           values ($1, $2, 'Entretien de suivi', '2026-11-18', '2026-11-18') returning id`,
            [personneId, rendezVous],
          )
        )[0]?.id ?? 0;
      await ecarterAbsence.execute(deps, agent, {
        absenceId: await proposer(1),
        motif: "Elle avait prévenu",
      });
      expect(await lignes(deps, "select 1 from manquement")).toEqual([]);
      const absenceId = await proposer(2);
      await signalerManquement.execute(deps, agent, { ...signale(personneId), absenceId });
      await expect(
        ecarterAbsence.execute(deps, agent, { absenceId, motif: "Trop tard" }),
      ).rejects.toMatchObject({ code: "absence.deja-examinee" });
    },
  );
});

describe("les appuis", () => {
  testAvecBase(
    "le besoin se note, puis ce qui est mobilisé, par qui et pour combien",
    async ({ deps: somme }) => {
      const { deps, personneId } = await uneAccompagnee(
        somme,
        "bas-rhin-2015",
        "referent-professionnel",
      );
      const besoin = {
        personneId,
        nature: "transport",
        autour: "formation" as const,
        besoin: "Car de Saverne à Strasbourg",
        du: "2026-11-02",
      };
      await expect(
        noterSoutien.execute(deps, agent, { ...besoin, cout: "12,5o" }),
      ).rejects.toMatchObject({
        details: { champs: { cout: expect.stringContaining("45,50") } },
      });
      await expect(
        noterSoutien.execute(deps, agent, { ...besoin, au: "2026-11-01" }),
      ).rejects.toMatchObject({
        details: { champs: { au: expect.any(String) } },
      });
      const soutienId = await noterSoutien.execute(deps, agent, besoin);
      await mobiliserSoutien.execute(deps, agent, {
        soutienId,
        version: 1,
        mobilise: "Abonnement mensuel",
        financePar: "Région",
        cout: "1 045,50 €",
      });
      const { soutiens } = await consulterParcours.execute(deps, agent, { personneId });
      expect(soutiens).toMatchObject([{ coutCentimes: 104_550, financePar: "Région" }]);
      await expect(
        mobiliserSoutien.execute(deps, agent, { soutienId, version: 1, mobilise: "Autre" }),
      ).rejects.toMatchObject({ code: "soutien.conflit" });
    },
  );
});

testAvecBase(
  "hors de son portefeuille, un référent ne lit ni n’écrit rien",
  async ({ deps: somme }) => {
    const { deps, personneId } = await uneAccompagnee(
      somme,
      "bas-rhin-2015",
      "referent-professionnel",
    );
    const ailleurs = unAgent({
      id: 99,
      portee: { territoires: [], structures: [], referentId: 99 },
    });
    for (const acte of [
      consulterParcours.execute(deps, ailleurs, { personneId }),
      renouvelerAccompagnement.execute(deps, ailleurs, { personneId, version: 1, motif: "Essai" }),
      signalerManquement.execute(deps, ailleurs, {
        personneId,
        engagement: "rendez-vous",
        survenuLe: "2026-11-18",
        faits: "Essai",
      }),
    ]) {
      await expect(acte).rejects.toMatchObject({ code: "personne.introuvable" });
    }
    await expect(
      demanderReorientation.execute(deps, ailleurs, {
        personneId,
        demandeur: "referent",
        motif: "Essai",
      }),
    ).rejects.toMatchObject({ code: "personne.introuvable" });
  },
);
