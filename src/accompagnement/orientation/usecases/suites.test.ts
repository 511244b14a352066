import { expect } from "vitest";
import { quitterReferent } from "#commun/structure";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unDroitDeclare, unePersonneDeclaree } from "../../../app/testing/foyers.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import {
  foyersDe,
  le,
  orienter,
  ouvrir,
  proposer,
  propositions,
  selon,
  types,
  unePopulation,
} from "../../../app/testing/orientation.ts";
import { changerReferent, transmettrePortefeuille } from "./changer-referent.ts";
import { confirmerDesignation, contesterDesignation } from "./confirmer-designation.ts";
import { constaterOrientationFranceTravail } from "./constater-france-travail.ts";
import { notifierOrientations } from "./notifier-orientations.ts";
import { fixerPremierRendezVous, tenirPremierRendezVous } from "./premier-rendez-vous.ts";
import {
  deciderReorientation,
  demanderReorientation,
  examinerReorientation,
} from "./reorientations.ts";

const agent = unAgent();

const enVigueur = (deps: Deps) =>
  lignes<{ prenom: string; type: string; origine: string }>(
    deps,
    `select n.prenom, o.type, o.origine from orientation o join personne n on n.id = o.personne_id
     where upper_inf(o.periode) and not o.annulee order by n.prenom`,
  );

async function uneOrientee(deps: Deps): Promise<number> {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, ["ALICE"]);
  await orienter(deps);
  return idDe(deps, "ALICE");
}

testAvecBase(
  "après six semaines, l’orientation de France Travail est constatée et la proposition écartée",
  async ({ deps }) => {
    const { id: structureId } = await ouvrir(deps, { nom: "Agence", types: [types[0] ?? ""] });
    await unePopulation(deps, ["ALICE"]);
    await lignes(deps, "update mouvement set connu_le = '2026-09-01'");
    await proposer(deps);
    const saisie = { personneId: await idDe(deps, "ALICE"), type: types[0] ?? "", structureId };
    await expect(
      constaterOrientationFranceTravail.execute(deps, agent, { ...saisie, le: "2026-10-10" }),
    ).rejects.toMatchObject({
      details: { champs: { le: expect.stringContaining("13/10/2026") } },
    });
    await constaterOrientationFranceTravail.execute(deps, agent, { ...saisie, le: "2026-10-20" });
    expect(await enVigueur(deps)).toEqual([
      { prenom: "ALICE", type: types[0], origine: "france-travail" },
    ]);
    expect((await propositions(deps)).map(({ etape }) => etape)).toEqual(["ecartee"]);
  },
);

testAvecBase(
  "avant 2025, France Travail n’oriente pas à la place du département",
  async ({ deps }) => {
    const { id: structureId } = await ouvrir(deps, { nom: "Agence" });
    await unePopulation(deps, ["ALICE"]);
    await expect(
      constaterOrientationFranceTravail.execute(deps, agent, {
        personneId: await idDe(deps, "ALICE"),
        type: types[0] ?? "",
        structureId,
        le: "2024-12-31",
      }),
    ).rejects.toMatchObject({ details: { champs: { le: expect.stringContaining("la loi") } } });
  },
);

testAvecBase("la décision se notifie une fois, avec son moyen et son jour", async ({ deps }) => {
  const personneId = await uneOrientee(deps);
  const saisie = { personnes: [personneId], moyen: "remise-en-main-propre" as const };
  expect(await notifierOrientations.execute(deps, agent, saisie)).toMatchObject({ notifiees: 1 });
  expect(await lignes(deps, "select usage, objet, moyen from courrier")).toEqual([
    { usage: "notification-orientation", objet: "orientation", moyen: "remise-en-main-propre" },
  ]);
  await expect(notifierOrientations.execute(deps, agent, saisie)).rejects.toMatchObject({
    code: "orientation.rien-a-notifier",
  });
});

testAvecBase(
  "un rendez-vous refixé remplace celui qui attendait, puis se tient",
  async ({ deps }) => {
    const personneId = await uneOrientee(deps);
    await fixerPremierRendezVous.execute(deps, agent, {
      personnes: [personneId],
      prevuLe: "2026-11-25",
    });
    await fixerPremierRendezVous.execute(deps, agent, {
      personnes: [personneId],
      prevuLe: "2026-11-26",
    });
    await tenirPremierRendezVous.execute(le(deps, "2026-11-26"), agent, {
      personnes: [personneId],
      issue: "tenu",
      le: "2026-11-26",
    });
    expect(
      await lignes(deps, "select prevu_le, issue from premier_rendez_vous order by id"),
    ).toEqual([
      { prevu_le: "2026-11-25", issue: "reporte" },
      { prevu_le: "2026-11-26", issue: "tenu" },
    ]);
  },
);

testAvecBase(
  "dans la Somme, le référent ne confirme pas : il demande une réorientation",
  async ({ deps }) => {
    const personneId = await uneOrientee(deps);
    await expect(
      contesterDesignation.execute(deps, agent, {
        personneId,
        motif: "Langue à apprendre d’abord",
      }),
    ).rejects.toMatchObject({ code: "designation.sans-confirmation" });
  },
);

testAvecBase(
  "dans le Bas-Rhin, contester sa désignation saisit la commission de réorientation",
  async ({ deps: somme }) => {
    const personneId = await uneOrientee(somme);
    const deps = selon(somme, "bas-rhin-2015");
    const { demandeId } = await contesterDesignation.execute(deps, agent, {
      personneId,
      motif: "Langue à apprendre d’abord",
    });
    expect(await lignes(deps, "select demandeur, etat from demande_reorientation")).toEqual([
      { demandeur: "referent", etat: "en-instance" },
    ]);
    await expect(
      confirmerDesignation.execute(deps, agent, { personnes: [personneId] }),
    ).rejects.toMatchObject({
      code: "designation.deja-dite",
    });
    await expect(
      deciderReorientation.execute(deps, agent, {
        demandeId,
        version: 1,
        decision: "maintenue",
        motif: "Le référent garde la personne",
      }),
    ).rejects.toMatchObject({ code: "reorientation.instance" });
  },
);

testAvecBase(
  "une réorientation décidée ouvre une orientation et clôt l’ancienne, sans la réécrire",
  async ({ deps }) => {
    const personneId = await uneOrientee(deps);
    const [avant] = await enVigueur(deps);
    const type = types.find((un) => un !== avant?.type) ?? "";
    const { id: structureId } = await ouvrir(deps, { nom: "Autre", types: [type] });
    const plusTard = le(deps, "2027-02-01");
    const demandeId = await demanderReorientation.execute(plusTard, agent, {
      personneId,
      demandeur: "personne",
      motif: "Un problème de santé est apparu",
    });
    await examinerTout(plusTard, demandeId);
    const [demande] = await lignes<{ version: number }>(
      deps,
      "select version from demande_reorientation",
    );
    await deciderReorientation.execute(plusTard, agent, {
      demandeId,
      version: demande?.version ?? 0,
      decision: "reorientee",
      type,
      structureId,
      motif: "La santé d’abord",
    });
    expect(
      await lignes(
        deps,
        "select type, origine, lower(periode) as du, upper(periode) as au from orientation order by id",
      ),
    ).toEqual([
      { type: avant?.type, origine: "initiale", du: "2026-11-22", au: "2027-02-01" },
      { type, origine: "reorientation", du: "2027-02-01", au: null },
    ]);
    expect(await lignes(deps, "select structure_id from situation_personne")).toEqual([
      { structure_id: structureId },
    ]);
  },
);

async function examinerTout(deps: Deps, demandeId: number): Promise<void> {
  for (let version = 1; version < 9; version += 1) {
    const { instance } = await prochaine(deps, demandeId);
    if (instance === null) return;
    await examinerReorientation.execute(deps, agent, {
      demandeId,
      version,
      instance,
      le: "2027-02-01",
      avis: "favorable",
    });
  }
}

async function prochaine(deps: Deps, demandeId: number) {
  const { instancesRestantes } = await import("./reorientations.ts");
  const { regleAu } = await import("./cadre.ts");
  const { chargerReferentiel } = await import("#commun/referentiel");
  const examens = await lignes<{ instance: string }>(
    deps,
    `select instance from examen_reorientation where demande_id = ${demandeId}`,
  );
  const regle = regleAu(chargerReferentiel(deps.base.departement.referentiel), "2027-02-01");
  const [reste] = instancesRestantes(regle, { examens: examens.map(({ instance }) => instance) });
  return { instance: reste?.code ?? null };
}

testAvecBase("une seule réorientation se demande à la fois", async ({ deps }) => {
  const personneId = await uneOrientee(deps);
  const saisie = { personneId, demandeur: "departement" as const, motif: "À revoir" };
  await demanderReorientation.execute(deps, agent, saisie);
  await expect(demanderReorientation.execute(deps, agent, saisie)).rejects.toMatchObject({
    code: "reorientation.deja-demandee",
  });
});

testAvecBase(
  "le référent change le jour même : la première désignation reste, dite annulée",
  async ({ deps }) => {
    const { referents } = await ouvrir(deps, {
      nom: "Maison de l’emploi",
      referents: [
        { nom: "Un", places: 60 },
        { nom: "Deux", places: 60 },
      ],
    });
    await unePopulation(deps, ["ALICE"]);
    await orienter(deps);
    const personneId = await idDe(deps, "ALICE");
    const [designee] = await lignes<{ r: number }>(
      deps,
      "select referent_id as r from designation",
    );
    const autre = referents.find((id) => id !== designee?.r) ?? null;
    await changerReferent.execute(deps, agent, {
      personneId,
      referentId: autre,
      motif: "Plus près de chez elle",
    });
    expect(
      await lignes(deps, "select referent_id as r, annulee from designation order by id"),
    ).toEqual([
      { r: designee?.r, annulee: true },
      { r: autre, annulee: false },
    ]);
  },
);

testAvecBase(
  "un référent ne part pas avec son portefeuille : il le transmet d’abord",
  async ({ deps }) => {
    const { referents } = await ouvrir(deps, {
      nom: "Maison de l’emploi",
      referents: [
        { nom: "Un", places: 4 },
        { nom: "Deux", places: 4 },
        { nom: "Trois", places: 4 },
      ],
    });
    await unePopulation(deps, ["ALICE", "BRUNO", "CHLOÉ", "DRISS", "EVA", "FANNY"]);
    await orienter(deps);
    const deReferentId = referents[0] ?? 0;
    const depart = { referentId: deReferentId, dernierJour: "2026-11-30" };
    await expect(quitterReferent.execute(deps, agent, depart)).rejects.toMatchObject({
      code: "referent.portefeuille-non-transmis",
      details: { confiees: 2 },
    });
    await expect(
      transmettrePortefeuille.execute(deps, agent, {
        deReferentId,
        versReferentId: deReferentId,
        motif: "Départ",
      }),
    ).rejects.toMatchObject({ code: "portefeuille.sans-place" });
    const bilan = await transmettrePortefeuille.execute(deps, agent, {
      deReferentId,
      motif: "Départ",
    });
    expect(bilan).toEqual({
      transmises: 2,
      horsPerimetre: 0,
      parReferent: [
        { referentId: referents[1], nombre: 1 },
        { referentId: referents[2], nombre: 1 },
      ],
    });
    await quitterReferent.execute(deps, agent, depart);
  },
);

testAvecBase(
  "le droit se clôt : l’orientation prend fin, chez le conjoint aussi",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, []);
    const [seule] = foyersDe(["ALICE"]);
    if (!seule) throw new Error("un foyer est attendu");
    const couple = {
      ...seule,
      personnes: [
        ...seule.personnes,
        unePersonneDeclaree({
          prenom: "BRUNO",
          role: "CJT",
          qualite: "M",
          sexe: "1",
          nir: "1850480021002",
          responsableDossier: false,
        }),
      ],
    };
    await declarer(deps, "2026-10-31", [couple]);
    await orienter(deps);
    expect((await enVigueur(deps)).map(({ prenom }) => prenom)).toEqual(["ALICE", "BRUNO"]);
    await demanderReorientation.execute(deps, agent, {
      personneId: await idDe(deps, "BRUNO"),
      demandeur: "personne",
      motif: "À revoir",
    });
    await declarer(le(deps, "2026-12-20"), "2026-11-30", [
      { ...couple, droit: unDroitDeclare({ etat: "5" }) },
    ]);
    expect(await enVigueur(deps)).toEqual([]);
    expect(await lignes(deps, "select distinct motif_fin from orientation")).toEqual([
      { motif_fin: "droit-clos" },
    ]);
    expect(await lignes(deps, "select etat from demande_reorientation")).toEqual([
      { etat: "sans-objet" },
    ]);
    expect(
      await lignes(
        deps,
        "select structure_id from situation_personne where structure_id is not null",
      ),
    ).toEqual([]);
  },
);

testAvecBase("un droit suspendu n’interrompt pas l’orientation", async ({ deps }) => {
  await uneOrientee(deps);
  await declarer(deps, "2026-11-15", [
    ...foyersDe(["ALICE"]).map((foyer) => ({ ...foyer, droit: unDroitDeclare({ etat: "3" }) })),
  ]);
  expect(await enVigueur(deps)).toHaveLength(1);
});

testAvecBase(
  "la base refuse deux orientations en vigueur d’une même personne",
  async ({ deps }) => {
    await uneOrientee(deps);
    await expect(
      lignes(
        deps,
        `insert into orientation (personne_id, dossier_id, type, dominante, origine, regime, decidee_le, decideur, periode)
       select personne_id, dossier_id, type, dominante, origine, regime, decidee_le, decideur, '[2027-01-01,)' from orientation`,
      ),
    ).rejects.toThrow(/une_orientation_en_vigueur/);
  },
);

testAvecBase(
  "un responsable transmet les personnes qu’il voit ; les autres restent à qui les voit, et il le lit",
  async ({ deps }) => {
    const { id: structureId, referents } = await ouvrir(deps, {
      nom: "Maison",
      referents: [
        { nom: "Un", places: 4 },
        { nom: "Deux", places: 4 },
      ],
    });
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    await orienter(deps);
    const [deReferentId = 0] = referents;
    await lignes(deps, `update designation set referent_id = ${deReferentId}`);
    await lignes(
      deps,
      `update situation_personne set structure_id = null where personne_id = ${await idDe(deps, "BRUNO")}`,
    );
    const quiVoit = (structures: readonly number[]) => ({
      ...agent,
      portee: { territoires: [], structures, referentId: null },
    });
    const demande = { deReferentId, motif: "Départ" };
    await expect(transmettrePortefeuille.execute(deps, quiVoit([]), demande)).rejects.toMatchObject(
      { code: "portefeuille.hors-perimetre" },
    );
    const bilan = await transmettrePortefeuille.execute(deps, quiVoit([structureId]), demande);
    expect(bilan).toMatchObject({ transmises: 1, horsPerimetre: 1 });
  },
);
