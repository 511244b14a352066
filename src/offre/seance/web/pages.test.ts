import { describe, expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { uneAction } from "../../../app/testing/offre.ts";
import { foyersDe, ouvrir } from "../../../app/testing/orientation.ts";
import { consulterSeance } from "../usecases/lire-seances.ts";
import { noterPresences } from "../usecases/noter-presences.ts";

vi.setConfig({ testTimeout: 120_000 });

const atelier = {
  nature: "atelier",
  titre: "Écrire son CV",
  lieu: "Salle 2",
  jour: "22/11/2026",
  debut: "9h30",
  fin: "11:30",
  capacite: "2",
  cout: "120,50",
  animateurs: "Anne, Basile",
};

async function sonNumero(deps: Deps): Promise<number> {
  const [seance] = await lignes<{ id: number }>(deps, "select id from seance order by id limit 1");
  return seance?.id ?? 0;
}

describe("les séances à l’écran", () => {
  testAvecBase(
    "un responsable crée une séance d’une action de son territoire et la retrouve partout",
    async ({ deps }) => {
      const actionId = await uneAction(deps);
      const site = await entrer(deps, "responsable", { territoires: [await territoireDe(deps)] });
      const refuse = await site.envoyer("/seances/nouvelle", { ...atelier, fin: "8h" });
      expect(refuse.status).toBe(422);
      const creee = await site.envoyer("/seances/nouvelle", {
        ...atelier,
        actionId: String(actionId),
      });
      expect(creee.status).toBe(303);
      const id = await sonNumero(deps);
      expect(await site.lire("/seances?jour=22/11/2026")).toContain("Écrire son CV");
      expect(await site.lire(`/offre/actions/${actionId}/seances`)).toContain("Écrire son CV");
      expect(await site.lire("/seances/liste")).toContain("Écrire son CV");
      expect(await site.lire(`/seances/${id}`)).toContain("120,50");
    },
  );

  testAvecBase(
    "l’équipe d’un opérateur tient la feuille, au téléphone et sur papier",
    async ({ deps }) => {
      const { id: structureId } = await ouvrir(deps, { nom: "Élan" });
      await declarer(deps, "2026-10-31", foyersDe(["ALICE", "BRUNO"]));
      await lignes(deps, "update situation_personne set structure_id = $1", [structureId]);
      const site = await entrer(deps, "chef-de-projet", { structures: [structureId] });
      await site.envoyer("/seances/nouvelle", { ...atelier, structureId: String(structureId) });
      const id = await sonNumero(deps);
      const [alice, bruno] = [await idDe(deps, "ALICE"), await idDe(deps, "BRUNO")];
      const inscrire = await site.envoyer("/seances/inscrire", {
        personnes: `${alice},${bruno}`,
        seanceId: String(id),
      });
      expect(inscrire.status).toBe(303);
      const trouvee = await site.lire(`/seances/${id}?q=alice`);
      expect(trouvee).toContain("inscription déjà faite");
      const sienne = await site.lire(`/personnes/${alice}/seances`);
      expect(sienne).toContain("Écrire son CV");
      expect(trouvee).not.toMatch(/>Inscrite<|née le/u);
      expect(sienne).not.toContain(">Inscrite<");
      expect(await site.lire(`/personnes/${alice}`)).toContain("Séances collectives");
      expect(await site.lire(`/seances/${id}/feuille`)).toContain("Signature");
      expect(await site.lire(`/seances/${id}/presence`)).toContain("Absence excusée");
      const [un, deux] = await lignes<{ id: number }>(
        deps,
        "select id from inscription_seance order by id",
      );
      const feuille = await site.lire(`/seances/${id}/presence`);
      const lue = /name="version" value="(\d+)"/u.exec(feuille)?.[1] ?? "";
      const notees = await site.envoyer(`/seances/${id}/presence`, {
        version: lue,
        [`presence-${un?.id}`]: "present",
        [`motif-${un?.id}`]: "",
        [`presence-${deux?.id}`]: "absent-excuse",
        [`motif-${deux?.id}`]: "Enfant malade",
        autres: "",
      });
      expect(notees.status).toBe(303);
      const seconde = await site.envoyer(`/seances/${id}/presence`, {
        version: lue,
        [`presence-${un?.id}`]: "absent",
        [`motif-${un?.id}`]: "",
        autres: "",
      });
      expect(seconde.status).toBe(409);
      expect(await seconde.text()).toMatch(/Enregistré entre-temps : Exemple Alice : présence/u);
      const page = await site.lire(`/seances/${id}`);
      expect(page).toContain("Enfant malade");
      expect(page).toContain("Clore la séance");
      const pdf = await site.demander(`/seances/${id}/attestations`);
      expect(pdf.headers.get("content-type")).toBe("application/pdf");
      expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      const version = /name="version" value="(\d+)"/u.exec(page)?.[1] ?? "";
      expect((await site.envoyer(`/seances/${id}/clore`, { version })).status).toBe(303);
      expect(await site.lire(`/seances/${id}`)).toContain("Rouvrir pour corriger");
    },
  );

  testAvecBase(
    "une autre structure voit la séance et ses places, sans les noms ni les gestes",
    async ({ deps }) => {
      const { id: structureId } = await ouvrir(deps, { nom: "Élan" });
      const { id: autre } = await ouvrir(deps, { nom: "Autre" });
      await declarer(deps, "2026-10-31", foyersDe(["ALICE"]));
      await lignes(deps, "update situation_personne set structure_id = $1", [structureId]);
      const site = await entrer(deps, "chef-de-projet", { structures: [structureId] });
      await site.envoyer("/seances/nouvelle", { ...atelier, structureId: String(structureId) });
      const id = await sonNumero(deps);
      await site.envoyer("/seances/inscrire", {
        personnes: String(await idDe(deps, "ALICE")),
        seanceId: String(id),
      });
      const voisin = await entrer(deps, "intervenant", { structures: [autre] });
      const page = await voisin.lire(`/seances/${id}`);
      expect(page).toContain("leurs noms sont réservés");
      expect(page).not.toContain("Alice");
      expect(page).not.toContain("Noter les présences");
      const refus = await voisin.envoyer(`/seances/${id}/presence`, { version: "1", autres: "3" });
      expect(refus.status).toBe(422);
    },
  );
});

async function territoireDe(deps: Deps): Promise<number> {
  const [action] = await lignes<{ id: number }>(
    deps,
    "select territoire_id as id from action limit 1",
  );
  return action?.id ?? 0;
}

describe("le job dating du Bas-Rhin", () => {
  async function avecPresents(deps: Deps, rsa: number) {
    const departement = { ...deps.base.departement, referentiel: "bas-rhin-2015" };
    const alsace = { ...deps, base: { ...deps.base, departement } };
    const { id: structureId } = await ouvrir(deps, { nom: "Élan" });
    const prenoms = Array.from({ length: rsa }, (_, rang) => `P${rang}`);
    await declarer(deps, "2026-10-31", foyersDe(prenoms));
    const [seance] = await lignes<{ id: number }>(
      deps,
      `insert into seance (structure_id, nature, titre, lieu, jour, debut, fin, capacite, mixte, creee_le)
       values ($1, 'job-dating', 'Forum', 'Halle', '2026-11-20', '09:00', '12:00', 20, true, '2026-11-01') returning id`,
      [structureId],
    );
    const seanceId = seance?.id ?? 0;
    await lignes(
      deps,
      `insert into inscription_seance (seance_id, personne_id, etat, inscrite_le, inscrite_par_nom)
       select $1, id, 'inscrite', '2026-11-01', 'Essai' from personne`,
      [seanceId],
    );
    const inscriptions = await lignes<{ id: number }>(deps, "select id from inscription_seance");
    await noterPresences.execute(alsace, unAgent(), {
      seanceId,
      version: 1,
      presences: inscriptions.map(({ id }) => ({
        inscriptionId: id,
        presence: "present" as const,
      })),
      autres: 27 - rsa,
    });
    return consulterSeance.execute(alsace, unAgent(), { seanceId });
  }
  testAvecBase("14 présents au RSA sur 27 : compté ; 13 sur 27 : non compté", async ({ deps }) => {
    const { part } = await avecPresents(deps, 14);
    expect(part).toMatchObject({ rsa: 14, presents: 27 });
    expect(part.comptee).toBe(true);
  });
  testAvecBase("13 sur 27 : la séance n’est pas comptée", async ({ deps }) => {
    const { part } = await avecPresents(deps, 13);
    expect(part).toMatchObject({ rsa: 13, presents: 27 });
    expect(part.raison).toBe("sous-la-part");
  });
});
