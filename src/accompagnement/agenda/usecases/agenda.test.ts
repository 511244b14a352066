import { expect } from "vitest";
import { declarerAbsence } from "#commun/structure";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le } from "../../../app/testing/orientation.ts";
import { uneEquipe } from "../../../app/testing/une-equipe.ts";
import { lireProchains } from "../db/venues.ts";
import { lireDerniersContacts } from "../index.ts";
import { affecterCreneaux, lireLotRendezVous, preparerLot } from "./affecter-creneaux.ts";
import { annulerRendezVous } from "./annuler-rendez-vous.ts";
import { consulterRendezVous } from "./consulter-rendez-vous.ts";
import { definirHoraires, definirSalle } from "./definir-lieu.ts";
import { definirPermanence } from "./definir-permanence.ts";
import { deplacerRendezVous } from "./deplacer-rendez-vous.ts";
import { lireAgenda } from "./lire-agenda.ts";
import { noterArrivee } from "./noter-arrivee.ts";
import { noterIssue } from "./noter-issue.ts";
import { prendreRendezVous } from "./prendre-rendez-vous.ts";
import { tenirLaJournee } from "./tenir-la-journee.ts";

const agent = unAgent();
const MARDI = "2026-11-24";

async function prendre(
  deps: Deps,
  structureId: number,
  champs: Partial<Parameters<typeof prendreRendezVous.execute>[2]>,
) {
  const { rendezVousId } = await prendreRendezVous.execute(deps, agent, {
    structureId,
    motif: "entretien-suivi",
    modalite: "individuel",
    jour: MARDI,
    heure: "09:00",
    ...champs,
  });
  return rendezVousId;
}

const premiere = <Une>(liste: readonly Une[]): Une => {
  const [une] = liste;
  if (une === undefined) throw new Error("empty");
  return une;
};

testAvecBase(
  "un rendez-vous se prend, se lit dans la semaine et retire son créneau",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const demande = { structureId, jour: MARDI };
    const avant = await lireAgenda.execute(deps, agent, demande);
    expect(avant.libres).toHaveLength(6);
    await prendre(deps, structureId, { referentId, personnes: [id], duree: 60 });
    const apres = await lireAgenda.execute(deps, agent, demande);
    expect(apres.libres).toHaveLength(5);
    expect(apres.rendezVous).toMatchObject([{ referentId, venues: [{ personneId: id }] }]);
    expect(apres.personnes.get(id)?.prenom).toBeDefined();
  },
);

testAvecBase(
  "une salle ne reçoit pas plus de personnes que de places, ni d’un coup, ni par un lot",
  async ({ deps }) => {
    const { structureId, lieuId, personnes } = await uneEquipe(deps);
    const trois = personnes.slice(0, 3).map(({ id }) => id);
    const { id: salleId } = await definirSalle.execute(deps, agent, {
      ...{ lieuId, nom: "Bureau 2", places: 2 },
    });
    const reunion = {
      ...{ motif: "information-collective", modalite: "collectif" as const, salleId },
    };
    await expect(
      prendre(deps, structureId, { ...reunion, personnes: trois }),
    ).rejects.toMatchObject({ code: "salle.trop-petite", details: { places: 2, nombre: 3 } });
    await prendre(deps, structureId, { ...reunion, personnes: trois.slice(0, 2) });
    expect(await lignes(deps, "select capacite from rendez_vous")).toEqual([{ capacite: 2 }]);

    await definirPermanence.execute(deps, agent, {
      ...{ structureId, lieuId, salleId, jours: [4], de: "09:00", a: "12:00", duree: 90 },
      ...{ motifs: ["information-collective"], du: "2026-01-01" },
    });
    const un = await preparerLot.execute(deps, agent, {
      libelle: "Réunion",
      personnes: personnes.slice(2).map(({ id }) => id),
    });
    await affecterCreneaux.execute(deps, agent, {
      ...{ id: un, structureId, motif: "information-collective", chezSonReferent: false },
      ...{ du: "2026-11-26", au: "2026-11-26" },
    });
    expect(await lignes(deps, "select distinct capacite from rendez_vous")).toEqual([
      { capacite: 2 },
    ]);
  },
);

testAvecBase(
  "un rendez-vous ne se prend ni dans le passé, ni un jour férié, qui est dit",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const pour = { referentId, personnes: [id] };
    await expect(prendre(deps, structureId, { ...pour, jour: "2026-11-20" })).rejects.toMatchObject(
      {
        code: "rendez-vous.passe",
      },
    );
    await expect(prendre(deps, structureId, { ...pour, jour: "2026-12-25" })).rejects.toMatchObject(
      {
        code: "rendez-vous.ferie",
        message: expect.stringContaining("Noël"),
      },
    );
  },
);

testAvecBase(
  "hors des heures d’ouverture, il faut confirmer que l’on reçoit quand même",
  async ({ deps }) => {
    const { structureId, lieuId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    await definirHoraires.execute(deps, agent, {
      lieuId,
      depuis: "2026-01-01",
      heures: [{ jour: 2, de: "10:00", a: "12:00" }],
    });
    const pour = { referentId, personnes: [id] };
    await expect(prendre(deps, structureId, pour)).rejects.toMatchObject({
      code: "rendez-vous.hors-horaires",
      message: expect.stringContaining("de 10 h à 12 h"),
    });
    await expect(prendre(deps, structureId, { ...pour, jour: "2026-11-25" })).rejects.toThrow(
      /fermé/u,
    );
    expect(await prendre(deps, structureId, { ...pour, horsHoraires: true })).toBeGreaterThan(0);
    expect(
      (await lireAgenda.execute(deps, agent, { structureId, jour: MARDI })).libres,
    ).toHaveLength(4);
  },
);

testAvecBase(
  "un agent absent ne reçoit pas, et ses créneaux ne s’offrent pas",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    await declarerAbsence.execute(deps, agent, {
      referentId,
      motif: "conges",
      du: "2026-11-23",
      au: "2026-11-27",
    });
    await expect(prendre(deps, structureId, { referentId, personnes: [id] })).rejects.toMatchObject(
      { code: "rendez-vous.referent-absent" },
    );
    const { libres } = await lireAgenda.execute(deps, agent, { structureId, jour: MARDI });
    expect(libres.some((libre) => libre.referentId === referentId)).toBe(false);
  },
);

testAvecBase(
  "ni un agent, ni une personne n’est en deux endroits à la fois : l’heure prise est dite",
  async ({ deps }) => {
    const { structureId, referents, personnes } = await uneEquipe(deps);
    const [une, autre] = personnes;
    if (!une || !autre) throw new Error("two persons are needed");
    const [premier, second] = referents;
    await prendre(deps, structureId, { referentId: premier ?? 0, personnes: [une.id] });
    await expect(
      prendre(deps, structureId, {
        referentId: premier ?? 0,
        personnes: [autre.id],
        heure: "09:30",
      }),
    ).rejects.toMatchObject({
      code: "rendez-vous.referent-pris",
      message: expect.stringContaining("mardi 24 novembre 2026 de 9 h à 9 h 45"),
    });
    await expect(
      prendre(deps, structureId, { referentId: second ?? 0, personnes: [une.id], heure: "09:15" }),
    ).rejects.toMatchObject({ code: "rendez-vous.personne-prise" });
  },
);

testAvecBase(
  "une personne hors du périmètre n’est pas reçue, et son nom ne se lit pas",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    await prendre(deps, structureId, { referentId, personnes: [id] });
    await lignes(deps, "update situation_personne set structure_id = null");
    const accueil = unAgent({
      portee: { territoires: [], structures: [structureId], referentId: null },
    });
    const lu = await lireAgenda.execute(deps, accueil, { structureId, jour: MARDI });
    expect(lu.rendezVous).toHaveLength(1);
    expect(lu.personnes.size).toBe(0);
    await expect(
      prendreRendezVous.execute(deps, accueil, {
        ...{ structureId, referentId, personnes: [id], jour: MARDI, heure: "11:00" },
        motif: "entretien-suivi",
        modalite: "individuel",
      }),
    ).rejects.toMatchObject({ code: "personne.introuvable" });
    await expect(
      lireAgenda.execute(
        deps,
        { ...accueil, portee: { ...accueil.portee, structures: [] } },
        { structureId },
      ),
    ).rejects.toMatchObject({ code: "structure.introuvable" });
  },
);

testAvecBase(
  "un premier rendez-vous pris à l’agenda est celui de la désignation, jusqu’à son issue",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const rendezVousId = await prendre(deps, structureId, {
      motif: "premier-rendez-vous",
      referentId,
      personnes: [id],
    });
    const deLOrientation = () =>
      lignes(
        deps,
        `select prevu_le, heure, issue, issue_le from premier_rendez_vous where personne_id = ${id} order by id`,
      );
    expect(await deLOrientation()).toEqual([
      { prevu_le: MARDI, heure: "09:00", issue: null, issue_le: null },
    ]);
    await deplacerRendezVous.execute(deps, agent, {
      ...{ id: rendezVousId, version: 1, jour: MARDI, heure: "10:00" },
    });
    const lendemain = le(deps, "2026-11-25");
    await noterIssue.execute(lendemain, agent, {
      issues: [{ rendezVousId, personneId: id, statut: "absent-non-excuse" }],
    });
    expect(await deLOrientation()).toMatchObject([{ heure: "10:00", issue: "absence" }]);
    await noterIssue.execute(lendemain, agent, {
      issues: [{ rendezVousId, personneId: id, statut: "honore" }],
    });
    expect(await deLOrientation()).toMatchObject([{ issue: "tenu", issue_le: MARDI }]);
  },
);

testAvecBase(
  "déplacer ce qu’un autre a déplacé entre-temps est refusé, avec ce qu’il en est",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const rendezVousId = await prendre(deps, structureId, { referentId, personnes: [id] });
    const vers = { id: rendezVousId, version: 1, jour: MARDI };
    await deplacerRendezVous.execute(deps, agent, { ...vers, heure: "11:00" });
    await expect(
      deplacerRendezVous.execute(deps, agent, { ...vers, heure: "10:00" }),
    ).rejects.toMatchObject({
      code: "rendez-vous.conflit",
      message: expect.stringContaining("à 11 h"),
    });
  },
);

testAvecBase("annuler dit par qui et pourquoi, et rend l’heure", async ({ deps }) => {
  const { structureId, personnes } = await uneEquipe(deps);
  const { id, referentId } = premiere(personnes);
  const rendezVousId = await prendre(deps, structureId, { referentId, personnes: [id] });
  await annulerRendezVous.execute(deps, agent, {
    ...{ id: rendezVousId, version: 1, par: "personne", motif: "enfant malade" },
  });
  const lu = await consulterRendezVous.execute(deps, agent, { id: rendezVousId });
  expect(lu.rendezVous).toMatchObject({ statut: "annule", venues: [{ statut: "annule" }] });
  expect(lu.faits.map(({ fait, detail }) => [fait, detail])).toEqual([
    ["annule", "par la personne : enfant malade"],
    ["pris", "mardi 24 novembre 2026 à 9 h"],
  ]);
  expect(await prendre(deps, structureId, { referentId, personnes: [id] })).toBeGreaterThan(0);
});

testAvecBase("une arrivée se note le jour même, et se reprend", async ({ deps }) => {
  const { structureId, personnes } = await uneEquipe(deps);
  const { id, referentId } = premiere(personnes);
  const rendezVousId = await prendre(deps, structureId, { referentId, personnes: [id] });
  const venue = { id: rendezVousId, personneId: id };
  await expect(noterArrivee.execute(deps, agent, venue)).rejects.toMatchObject({
    code: "rendez-vous.pas-aujourdhui",
  });
  const ceJour = { ...deps, now: () => new Date(`${MARDI}T07:55:00Z`) };
  await noterArrivee.execute(ceJour, agent, venue);
  expect(await lignes(deps, "select arrivee is not null as la from rendez_vous_personne")).toEqual([
    { la: true },
  ]);
  await noterArrivee.execute(ceJour, agent, { ...venue, arrivee: false });
  expect(await lignes(deps, "select arrivee is not null as la from rendez_vous_personne")).toEqual([
    { la: false },
  ]);
});

testAvecBase(
  "une issue ne se note pas avant l’heure ; ensuite, elle dit ses suites et ferme le rendez-vous",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const rendezVousId = await prendre(deps, structureId, { referentId, personnes: [id] });
    const absence = { rendezVousId, personneId: id, statut: "absent-non-excuse" as const };
    await expect(noterIssue.execute(deps, agent, { issues: [absence] })).rejects.toMatchObject({
      code: "rendez-vous.pas-commence",
    });
    const apres = le(deps, "2026-11-25");
    const { issues } = await noterIssue.execute(apres, agent, { issues: [absence] });
    expect(issues).toMatchObject([{ le: MARDI, suites: ["relancer", "reconvoquer"] }]);
    const second = await prendre(apres, structureId, {
      ...{ referentId, personnes: [id], jour: "2026-12-01" },
    });
    const bilan = await noterIssue.execute(le(deps, "2026-12-02"), agent, {
      issues: [{ ...absence, rendezVousId: second }],
    });
    expect(premiere(bilan.issues).suites).toContain("proposer-manquement");
  },
);

testAvecBase(
  "ce qu’un rendez-vous laisse à faire devient une échéance, et cesse une fois fait",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const rendezVousId = await prendre(deps, structureId, { referentId, personnes: [id] });
    const ouvertes = () =>
      lignes<{ code: string }>(
        deps,
        `select code from echeance where objet = 'rendez-vous' and accomplie_le is null and eteinte_le is null`,
      );
    expect(await ouvertes()).toEqual([]);
    const demain = le(deps, "2026-11-25");
    await tenirLaJournee.execute(demain, agent, {});
    expect(await ouvertes()).toEqual([{ code: "noter-issue" }]);
    await noterIssue.execute(demain, agent, {
      issues: [{ rendezVousId, personneId: id, statut: "absent-excuse" }],
    });
    expect(await ouvertes()).toEqual([{ code: "reconvoquer" }]);
    await prendre(demain, structureId, { referentId, personnes: [id], jour: "2026-12-01" });
    expect(await ouvertes()).toEqual([]);
  },
);

testAvecBase(
  "un lot montre qui aurait quel créneau, puis les prend tous d’un coup",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps, [
      "Anne",
      "Ben",
      "Cleo",
      "Dora",
      "Eli",
    ]);
    const ids = personnes.map(({ id }) => id);
    const id = await preparerLot.execute(deps, agent, { libelle: "5 personnes", personnes: ids });
    const reglages = { id, structureId, motif: "premier-rendez-vous", du: MARDI, au: MARDI };
    const apercu = await lireLotRendezVous.execute(deps, agent, reglages);
    const attendues = apercu.repartition?.affectees.length ?? 0;
    expect(attendues + (apercu.repartition?.sans.length ?? 0)).toBe(5);
    expect(await lignes(deps, "select from rendez_vous")).toEqual([]);
    const pris = await affecterCreneaux.execute(deps, agent, reglages);
    expect(pris.servies).toBe(attendues);
    expect(await lignes(deps, "select from premier_rendez_vous where issue is null")).toHaveLength(
      attendues,
    );
    await expect(affecterCreneaux.execute(deps, agent, reglages)).rejects.toMatchObject({
      code: "lot.deja-affecte",
    });
  },
);

testAvecBase(
  "le prochain rendez-vous et le dernier contact de chacun se lisent pour tout un portefeuille",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const { id, referentId } = premiere(personnes);
    const rendezVousId = await prendre(deps, structureId, { referentId, personnes: [id] });
    const suite = await prendre(deps, structureId, {
      ...{ referentId, personnes: [id], jour: "2026-12-08" },
    });
    const apres = le(deps, "2026-11-25");
    await noterIssue.execute(apres, agent, {
      issues: [{ rendezVousId, personneId: id, statut: "honore" }],
    });
    await deps.base.transaction(async (tx) => {
      const prochains = await lireProchains(tx, [id], apres.now());
      expect(prochains.get(id)?.rendezVousId).toBe(suite);
      expect((await lireDerniersContacts(tx, [id])).get(id)).toBe(MARDI);
    });
  },
);

testAvecInstance(
  "deux sessions qui prennent la même heure au même moment : une seule l’obtient, l’autre sait pourquoi",
  async ({ deps }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const [une, autre] = personnes;
    if (!une || !autre) throw new Error("two persons are needed");
    const demande = { referentId: une.referentId };
    const issues = await Promise.allSettled([
      prendre(deps, structureId, { ...demande, personnes: [une.id] }),
      prendre(deps, structureId, { ...demande, personnes: [autre.id], heure: "09:15" }),
    ]);
    expect(issues.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refus = issues.find(({ status }) => status === "rejected");
    expect(refus).toMatchObject({ reason: { code: "rendez-vous.referent-pris" } });
  },
);

testAvecInstance(
  "deux sessions qui déplacent vers la même heure : la contrainte répond par un refus clair",
  async ({ deps, base }) => {
    const { structureId, personnes } = await uneEquipe(deps);
    const [une, autre] = personnes;
    if (!une || !autre) throw new Error("two persons are needed");
    const { referentId } = une;
    const a = await prendre(deps, structureId, { referentId, personnes: [une.id] });
    const b = await prendre(deps, structureId, {
      referentId,
      personnes: [autre.id],
      heure: "10:00",
    });
    let verifie: () => void = () => undefined;
    const attend = new Promise<void>((resolve) => {
      verifie = resolve;
    });
    const premiereSession = base.transaction(async (tx) => {
      await tx.query(
        "update rendez_vous set creneau = '[2026-11-24 10:00Z,2026-11-24 10:45Z)' where id = $1",
        [a],
      );
      verifie();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await attend;
    await expect(
      deplacerRendezVous.execute(deps, agent, { id: b, version: 1, jour: MARDI, heure: "11:15" }),
    ).rejects.toMatchObject({
      code: "rendez-vous.referent-pris",
      message: expect.stringContaining("de 11 h à 11 h 45"),
    });
    await premiereSession;
  },
);
