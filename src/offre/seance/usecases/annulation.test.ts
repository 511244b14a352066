import { expect } from "vitest";
import { lireCoordonnees, modifierContact } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { foyersDe, ouvrir } from "../../../app/testing/orientation.ts";
import { creerSeances } from "./creer-seances.ts";
import { inscrirePersonnes } from "./inscrire.ts";
import { annulerSeance } from "./tenir-seance.ts";

const agent = unAgent();

async function joindre(deps: Deps, personneId: number, accordCourriel: "A" | "R") {
  const { versionTelephone, versionCourriel } = await lireCoordonnees.execute(deps, agent, {
    personneId,
  });
  await modifierContact.execute(deps, agent, {
    ...{ personneId, versionTelephone, versionCourriel, accordCourriel },
    telephone: "0322000000",
    courriel: `personne-${personneId}@essai.fr`,
  });
}

/** Two registered, one of whom refuses to be written to, and a third who waits for a place. */
async function uneSeance(deps: Deps) {
  await declarer(deps, "2026-10-31", foyersDe(["ALICE", "BRUNO", "CHLOE"]));
  const [alice, bruno, chloe] = [
    await idDe(deps, "ALICE"),
    await idDe(deps, "BRUNO"),
    await idDe(deps, "CHLOE"),
  ];
  await joindre(deps, alice, "A");
  await joindre(deps, bruno, "R");
  await joindre(deps, chloe, "A");
  const { id: structureId } = await ouvrir(deps, { nom: "Élan" });
  const { ids } = await creerSeances.execute(deps, agent, {
    ...{ nature: "atelier", titre: "Écrire son CV", lieu: "Salle 2", structureId },
    ...{ jour: "2026-11-24", debut: "09:30", fin: "11:30", capacite: 2 },
  });
  const seanceId = ids[0] ?? 0;
  await inscrirePersonnes.execute(deps, agent, {
    ...{ seanceId, personnes: [alice, bruno, chloe], attente: true },
  });
  return { seanceId, structureId, alice };
}

const messages = (deps: Deps) =>
  lignes<{ personne: number; usage: string; objet: string; id: number; canal: string }>(
    deps,
    "select personne_id as personne, usage, objet, objet_id as id, canal from message order by id",
  );

testAvecBase(
  "une séance annulée le dit à qui est inscrit et peut être joint, et nomme qui reste à prévenir",
  async ({ deps }) => {
    const { seanceId, structureId, alice } = await uneSeance(deps);
    const site = await entrer(deps, "chef-de-projet", { structures: [structureId] });
    const reponse = await site.envoyer(`/seances/${seanceId}/annuler`, {
      version: "1",
      motif: "Animatrice absente",
    });
    expect(reponse.status).toBe(303);
    expect(await messages(deps)).toEqual([
      {
        ...{ personne: alice, usage: "annulation-rendez-vous", canal: "courriel" },
        ...{ objet: "seance", id: seanceId },
      },
    ]);
    const page = await site.lire(`/seances/${seanceId}`);
    expect(page).toContain("1 personne à prévenir");
    const carte = page.slice(page.indexOf("1 personne à prévenir"), page.indexOf('id="inscrits"'));
    expect(carte).toContain("Bruno");
    expect(carte).toMatch(/03\s22\s00\s00\s00/u);
    expect(carte).not.toMatch(/Alice|Chloe/u);
  },
);

testAvecBase("le message part avec l’annulation ou pas du tout", async ({ deps }) => {
  const { seanceId } = await uneSeance(deps);
  const manquee = deps.base.transaction(async (tx) => {
    const context = contextOf(deps, tx, agent);
    const dites = await annulerSeance.within(context, context.journal, {
      ...{ seanceId, version: 1, motif: "Animatrice absente" },
    });
    expect(dites).toEqual({ prevenues: 1, aPrevenir: 1 });
    throw new Error("panne");
  });
  await expect(manquee).rejects.toThrow("panne");
  expect(await messages(deps)).toEqual([]);
});

testAvecBase("une séance passée s’annule sans rien écrire à personne", async ({ deps }) => {
  const { seanceId } = await uneSeance(deps);
  const plusTard = { ...deps, now: () => new Date("2026-11-26T09:00:00Z") };
  const dites = await annulerSeance.execute(plusTard, agent, {
    ...{ seanceId, version: 1, motif: "Personne n’est venu" },
  });
  expect(dites).toEqual({ prevenues: 0, aPrevenir: 0 });
  expect(await messages(deps)).toEqual([]);
});

testAvecBase(
  "une séance du jour, une fois finie, s’annule sans rien écrire ni rien promettre",
  async ({ deps }) => {
    const { seanceId, structureId } = await uneSeance(deps);
    const site = await entrer(deps, "chef-de-projet", { structures: [structureId] });
    const page = async (fin: string) => {
      await lignes(deps, "update seance set jour = '2026-11-22', debut = '08:00', fin = $1", [fin]);
      return site.lire(`/seances/${seanceId}`);
    };
    const promesse = "un message part vers qui peut être joint";
    expect(await page("10:01")).toContain(promesse);
    const finie = await page("10:00");
    expect(finie).toContain("La séance n’aura pas lieu");
    expect(finie).not.toContain(promesse);
    const dites = await annulerSeance.execute(deps, agent, {
      ...{ seanceId, version: 1, motif: "Personne n’est venu" },
    });
    expect(dites).toEqual({ prevenues: 0, aPrevenir: 0 });
    expect(await messages(deps)).toEqual([]);
    expect(await site.lire(`/seances/${seanceId}`)).not.toContain("à prévenir");
  },
);
