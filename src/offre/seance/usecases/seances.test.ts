import { describe, expect, vi } from "vitest";
import { fusionAnnulee, personnesFusionnees } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { uneAction } from "../../../app/testing/offre.ts";
import { foyersDe, ouvrir } from "../../../app/testing/orientation.ts";
import { creerSeances } from "./creer-seances.ts";
import { annulerInscription, inscrirePersonnes } from "./inscrire.ts";
import { noterPresences } from "./noter-presences.ts";
import { reprendreSeances } from "./reprendre-seances.ts";
import { annulerSeance, cloreSeance, modifierSeance, rouvrirSeance } from "./tenir-seance.ts";

vi.setConfig({ testTimeout: 60_000 });

const agent = unAgent();
const atelier = {
  nature: "atelier" as const,
  titre: "Écrire son CV",
  lieu: "Salle 2",
  jour: "2026-11-24",
  debut: "09:30",
  fin: "11:30",
  capacite: 2,
};

async function population(deps: Deps, prenoms: readonly string[]) {
  await declarer(deps, "2026-10-31", foyersDe(prenoms));
  return Promise.all(prenoms.map((prenom) => idDe(deps, prenom)));
}

async function uneSeance(
  deps: Deps,
  champs: Partial<Parameters<typeof creerSeances.execute>[2]> = {},
) {
  const { id: structureId } = await ouvrir(deps, { nom: "Maison de l’emploi" });
  const { ids } = await creerSeances.execute(deps, agent, { ...atelier, structureId, ...champs });
  return { structureId, seanceId: ids[0] ?? 0, ids };
}

const le = (deps: Deps, jour: string): Deps => ({
  ...deps,
  now: () => new Date(`${jour}T09:00:00Z`),
});

const etats = (deps: Deps) =>
  lignes<{ etat: string; presence: string | null; rsa: boolean | null }>(
    deps,
    "select etat, presence, rsa from inscription_seance order by id",
  );

const versionDe = async (deps: Deps, id: number) =>
  (await lignes<{ version: number }>(deps, "select version from seance where id = $1", [id]))[0]
    ?.version ?? 0;

describe("créer des séances", () => {
  testAvecBase(
    "tous les mardis pendant huit semaines, sauf les fériés, nommés",
    async ({ deps }) => {
      const { id: structureId } = await ouvrir(deps, { nom: "Maison de l’emploi" });
      const { ids, feries } = await creerSeances.execute(deps, agent, {
        ...atelier,
        structureId,
        jour: "2026-12-11",
        rythme: "semaine",
        nombre: 4,
      });
      expect(ids).toHaveLength(2);
      expect(feries.map(({ nom }) => nom)).toEqual(["Noël", "Jour de l’an"]);
    },
  );

  testAvecBase("une structure hors du périmètre est refusée", async ({ deps }) => {
    const { id } = await ouvrir(deps, { nom: "Autre" });
    const etranger = unAgent({
      portee: { territoires: [], structures: [id + 1], referentId: null },
    });
    await expect(
      creerSeances.execute(deps, etranger, { ...atelier, structureId: id }),
    ).rejects.toMatchObject({ code: "seance.hors-perimetre" });
  });

  testAvecBase(
    "une heure de fin avant le début, un montant faux : chaque champ le dit",
    async ({ deps }) => {
      const { id: structureId } = await ouvrir(deps, { nom: "Maison" });
      await expect(
        creerSeances.execute(deps, agent, {
          ...atelier,
          structureId,
          debut: "11h30",
          fin: "9 h 30",
        }),
      ).rejects.toMatchObject({ details: { champs: { fin: expect.stringContaining("avant") } } });
      await expect(
        creerSeances.execute(deps, agent, { ...atelier, structureId, cout: "douze" }),
      ).rejects.toMatchObject({ details: { champs: { cout: expect.any(String) } } });
    },
  );
});

describe("s’inscrire", () => {
  testAvecBase("deux places : la troisième personne est refusée, ou attend", async ({ deps }) => {
    const { seanceId } = await uneSeance(deps);
    const [un = 0, deux = 0, trois = 0] = await population(deps, ["UN", "DEUX", "TROIS"]);
    await inscrirePersonnes.execute(deps, agent, { seanceId, personnes: [un, deux] });
    const demande = { seanceId, personnes: [trois] };
    await expect(inscrirePersonnes.execute(deps, agent, demande)).rejects.toMatchObject({
      code: "seance.complete",
    });
    const fait = await inscrirePersonnes.execute(deps, agent, { ...demande, attente: true });
    expect(fait).toMatchObject({ inscrites: 0, attente: 1 });
    await expect(
      inscrirePersonnes.execute(deps, agent, { ...demande, attente: true }),
    ).rejects.toMatchObject({ code: "inscription.deja-faite" });
  });

  testAvecBase("une place se libère : la première en attente la prend", async ({ deps }) => {
    const { seanceId } = await uneSeance(deps, { capacite: 1 });
    const personnes = await population(deps, ["UN", "DEUX", "TROIS"]);
    await inscrirePersonnes.execute(deps, agent, { seanceId, personnes, attente: true });
    const [premiere] = await lignes<{ id: number }>(
      deps,
      "select id from inscription_seance order by id limit 1",
    );
    const { placees } = await annulerInscription.execute(deps, agent, {
      inscriptionId: premiere?.id ?? 0,
      motif: "Emploi retrouvé",
    });
    expect(placees).toEqual([personnes[1]]);
    expect((await etats(deps)).map(({ etat }) => etat)).toEqual(["annulee", "inscrite", "attente"]);
  });

  testAvecBase(
    "deux inscriptions pour la dernière place : une seule la prend",
    async ({ deps }) => {
      const { seanceId } = await uneSeance(deps, { capacite: 1 });
      const [un = 0, deux = 0] = await population(deps, ["UN", "DEUX"]);
      const rendus = await Promise.allSettled(
        [un, deux].map((id) =>
          inscrirePersonnes.execute(deps, agent, { seanceId, personnes: [id] }),
        ),
      );
      expect(rendus.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    },
  );

  testAvecBase("à toute la série à venir, d’un geste", async ({ deps }) => {
    const { seanceId } = await uneSeance(deps, { rythme: "semaine", nombre: 3 });
    const [un = 0] = await population(deps, ["UN"]);
    const fait = await inscrirePersonnes.execute(deps, agent, {
      seanceId,
      personnes: [un],
      serie: true,
    });
    expect(fait.inscrites).toBe(3);
  });

  testAvecBase("une personne hors du périmètre de qui inscrit est refusée", async ({ deps }) => {
    const { seanceId, structureId } = await uneSeance(deps);
    const [un = 0] = await population(deps, ["UN"]);
    const lointain = unAgent({
      portee: { territoires: [], structures: [structureId], referentId: null },
    });
    await expect(
      inscrirePersonnes.execute(deps, lointain, { seanceId, personnes: [un] }),
    ).rejects.toMatchObject({ code: "personne.introuvable" });
  });
});

describe("tenir une séance", () => {
  testAvecBase(
    "la capacité ne descend pas sous les inscrits, et sa hausse place qui attend",
    async ({ deps }) => {
      const { seanceId } = await uneSeance(deps);
      const personnes = await population(deps, ["UN", "DEUX", "TROIS"]);
      await inscrirePersonnes.execute(deps, agent, { seanceId, personnes, attente: true });
      const change = (capacite: number, version: number) =>
        modifierSeance.execute(deps, agent, { ...atelier, seanceId, capacite, version });
      await expect(change(1, 1)).rejects.toMatchObject({ code: "seance.capacite-insuffisante" });
      expect(await change(3, 1)).toEqual([personnes[2]]);
      await expect(change(4, 1)).rejects.toMatchObject({ code: "seance.conflit" });
    },
  );

  testAvecBase("les présences ne se notent pas avant le jour", async ({ deps }) => {
    const { seanceId } = await uneSeance(deps);
    await expect(
      noterPresences.execute(deps, agent, { seanceId, version: 1, presences: [], autres: 3 }),
    ).rejects.toMatchObject({ code: "seance.a-venir" });
  });

  testAvecBase(
    "on clôt quand chaque présence est notée ; close, rien ne change sans la rouvrir",
    async ({ deps }) => {
      const { seanceId } = await uneSeance(deps);
      const personnes = await population(deps, ["UN", "DEUX"]);
      await inscrirePersonnes.execute(deps, agent, { seanceId, personnes });
      const jour = le(deps, "2026-11-24");
      const clore = async () =>
        cloreSeance.execute(jour, agent, { seanceId, version: await versionDe(deps, seanceId) });
      await expect(clore()).rejects.toMatchObject({ code: "seance.presences-a-noter" });
      const ids = await lignes<{ id: number }>(
        deps,
        "select id from inscription_seance order by id",
      );
      const feuille = {
        seanceId,
        version: await versionDe(deps, seanceId),
        presences: ids.map(({ id: inscriptionId }, rang) => ({
          inscriptionId,
          presence: rang === 0 ? ("present" as const) : ("absent-excuse" as const),
          motif: rang === 0 ? null : "Enfant malade",
        })),
        autres: 0,
      };
      expect(await noterPresences.execute(jour, agent, feuille)).toEqual({
        presents: 1,
        absents: 1,
      });
      await noterPresences.execute(jour, agent, feuille);
      await clore();
      await expect(noterPresences.execute(jour, agent, feuille)).rejects.toMatchObject({
        code: "seance.close",
      });
      await expect(
        lignes(
          deps,
          "update inscription_seance set presence = 'absent', rsa = null where presence = 'present'",
        ),
      ).rejects.toThrow(/close/u);
      await rouvrirSeance.execute(jour, agent, { seanceId, motif: "Une signature oubliée" });
      await noterPresences.execute(jour, agent, feuille);
    },
  );

  testAvecBase(
    "une feuille remplie pendant qu’un autre la remplissait n’écrase pas la sienne",
    async ({ deps }) => {
      const { seanceId } = await uneSeance(deps);
      const personnes = await population(deps, ["UN"]);
      await inscrirePersonnes.execute(deps, agent, { seanceId, personnes });
      const jour = le(deps, "2026-11-24");
      const [inscription] = await lignes<{ id: number }>(deps, "select id from inscription_seance");
      const version = await versionDe(deps, seanceId);
      const noter = (presence: "absent" | "present", vue: number) =>
        noterPresences.execute(jour, agent, {
          ...{ seanceId, version: vue, autres: null },
          presences: [{ inscriptionId: inscription?.id ?? 0, presence }],
        });
      await noter("present", version);
      await expect(noter("absent", version)).rejects.toMatchObject({ code: "seance.conflit" });
      expect((await etats(deps)).map(({ presence }) => presence)).toEqual(["present"]);
      await noter("present", version);
      await noter("absent", await versionDe(deps, seanceId));
      expect((await etats(deps)).map(({ presence }) => presence)).toEqual(["absent"]);
    },
  );

  testAvecBase("une séance annulée ne prend plus d’inscription", async ({ deps }) => {
    const { seanceId } = await uneSeance(deps);
    const [un = 0] = await population(deps, ["UN"]);
    await annulerSeance.execute(deps, agent, { seanceId, version: 1, motif: "Animatrice absente" });
    await expect(
      inscrirePersonnes.execute(deps, agent, { seanceId, personnes: [un] }),
    ).rejects.toMatchObject({ code: "seance.annulee" });
  });
});

describe("deux dossiers d’une même personne", () => {
  testAvecBase(
    "réunis, elle n’est comptée qu’une fois ; séparés, chacun reprend la sienne",
    async ({ deps }) => {
      const { ids } = await uneSeance(deps, { rythme: "semaine", nombre: 2, capacite: 5 });
      const [gardeeId = 0, absorbeeId = 0] = await population(deps, ["UN", "DEUX"]);
      await inscrirePersonnes.execute(deps, agent, {
        seanceId: ids[0] ?? 0,
        personnes: [gardeeId, absorbeeId],
      });
      await inscrirePersonnes.execute(deps, agent, {
        seanceId: ids[1] ?? 0,
        personnes: [absorbeeId],
      });
      const dire = (fait: typeof personnesFusionnees) =>
        deps.base.transaction((tx) =>
          contextOf(deps, tx, agent).tell(fait, { fusionId: 1, gardeeId, absorbeeId }),
        );
      const comptees = () =>
        lignes(
          deps,
          `select seance_id, personne_id from inscription_seance where ecartee_par_fusion is null order by 1, 2`,
        );
      const avant = await comptees();
      await dire(personnesFusionnees);
      expect(await comptees()).toEqual(
        ids.map((seance_id) => ({ seance_id, personne_id: gardeeId })),
      );
      await dire(fusionAnnulee);
      expect(await comptees()).toEqual(avant);
    },
  );
});

describe("reprendre des séances passées", () => {
  const colonnes = `select s.titre, s.jour, s.capacite, s.cout_centimes, s.autres_presents, s.close_le, s.version, i.personne_id,
    i.etat, i.inscrite_le, i.inscrite_par_nom, i.presence, i.presence_notee_le, i.rsa
    from seance s join inscription_seance i on i.seance_id = s.id order by i.personne_id`;

  testAvecBase("d’un coup ou acte par acte, les mêmes lignes", async ({ deps }) => {
    const actionId = await uneAction(deps);
    const [un = 0, deux = 0] = await population(deps, ["UN", "DEUX"]);
    const jour = le(deps, "2026-11-20");
    const { ids } = await creerSeances.execute(jour, agent, {
      ...atelier,
      actionId,
      jour: "2026-11-20",
    });
    const seanceId = ids[0] ?? 0;
    await inscrirePersonnes.execute(jour, agent, { seanceId, personnes: [un, deux] });
    const inscriptions = await lignes<{ id: number }>(
      deps,
      "select id from inscription_seance order by id",
    );
    await noterPresences.execute(jour, agent, {
      seanceId,
      version: await versionDe(deps, seanceId),
      presences: inscriptions.map(({ id: inscriptionId }, rang) => ({
        inscriptionId,
        presence: rang === 0 ? ("present" as const) : ("absent" as const),
      })),
      autres: 4,
    });
    await cloreSeance.execute(jour, agent, { seanceId, version: await versionDe(deps, seanceId) });
    const parActes = await lignes(deps, colonnes);
    expect(parActes).toHaveLength(2);
    await lignes(deps, "delete from inscription_seance");
    await lignes(deps, "delete from seance");
    await reprendreSeances.execute(jour, agent, {
      seances: [
        {
          ...atelier,
          actionId,
          jour: "2026-11-20",
          autres: 4,
          inscriptions: [
            { personneId: un, presence: "present" },
            { personneId: deux, presence: "absent" },
          ],
        },
      ],
    });
    expect(await lignes(deps, colonnes)).toEqual(parActes);
  });
});
