import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { uneEquipe } from "../../../app/testing/une-equipe.ts";
import { appOf, get, instanceOf } from "../../../app/testing/visite.ts";
import { lireCalendrier } from "../usecases/abonnements.ts";
import { definirPermanence } from "../usecases/definir-permanence.ts";
import { ecrireCalendrier } from "./routes-calendriers.tsx";

/** The front desk of the structure, or whoever else keeps its agenda. */
async function auGuichet(deps: Deps, prenoms?: readonly string[]) {
  const equipe = await uneEquipe(deps, prenoms);
  const agent = await entrer(deps, "gestionnaire");
  const [premiere] = equipe.personnes;
  if (!premiere) throw new Error("a person is needed");
  return { ...equipe, agent, premiere };
}

/** The address of a new calendar of this structure. */
async function abonner(agent: Awaited<ReturnType<typeof entrer>>, structureId: number) {
  const cree = await agent.envoyer("/agenda/calendriers", {
    ...{ libelle: "Bureau", structure: String(structureId) },
  });
  const adresse = /http:\/\/jalon\.local(\/essai\/agenda\/calendrier\/[\w-]+)/u;
  return adresse.exec(await cree.text())?.[1] ?? "";
}

testAvecBase(
  "l’agenda se lit par jour, par semaine et par mois, pour l’équipe ou pour un agent",
  async ({ deps }) => {
    const { agent, structureId, premiere } = await auGuichet(deps);
    const semaine = await agent.lire(`/agenda?structure=${structureId}&jour=2026-11-24`);
    expect(semaine).toContain("Semaine du 23/11/2026 au 27/11/2026");
    expect(semaine).toContain("Maison des solidarités");
    expect(semaine).toContain("09:00");
    for (const vue of ["jour", "mois"]) {
      expect(
        await agent.statut(`/agenda?structure=${structureId}&vue=${vue}&jour=2026-11-24`),
      ).toBe(200);
    }
    const seul = await agent.lire(
      `/agenda?structure=${structureId}&referent=${premiere.referentId}&jour=24/11/2026`,
    );
    expect(seul).toContain("agenda-grille");
  },
);

testAvecBase(
  "on cherche la personne, on choisit un créneau, et le rendez-vous se lit, se déplace, s’annule",
  async ({ deps }) => {
    const { agent, structureId, premiere } = await auGuichet(deps);
    const recherche = await agent.lire(`/agenda/prendre?structure=${structureId}&q=ann`);
    expect(recherche).toContain(`personne=${premiere.id}`);
    const champs = {
      structure: String(structureId),
      personne: String(premiere.id),
      motif: "premier-rendez-vous",
      modalite: "individuel",
      jour: "24/11/2026",
      heure: "9h",
      referentId: String(premiere.referentId),
    };
    const refus = await agent.envoyer("/agenda/prendre", { ...champs, jour: "25/12/2026" });
    expect(refus.status).toBe(422);
    expect(await refus.text()).toContain("Noël");
    const pris = await agent.envoyer("/agenda/prendre", champs);
    expect(pris.status).toBe(303);
    const chemin = (pris.headers.get("location") ?? "").replace("/essai", "");
    expect(await agent.lire(chemin)).toContain("mardi 24 novembre 2026 à 9 h");
    const deplace = await agent.envoyer(`${chemin}/deplacer`, {
      ...{ version: "1", jour: "24/11/2026", heure: "10:00" },
      referentId: String(premiere.referentId),
    });
    expect(deplace.status).toBe(303);
    const annule = await agent.envoyer(`${chemin}/annuler`, {
      ...{ version: "2", par: "personne", motif: "" },
    });
    expect(annule.status).toBe(422);
    const dossier = await agent.lire(`/personnes/${premiere.id}/rendez-vous`);
    expect(dossier).toContain("mardi 24 novembre 2026 à 10 h");
    expect(await agent.lire(`/personnes/${premiere.id}`)).toContain("Prochain rendez-vous");
    expect(await agent.lire(`/personnes/${premiere.id}/orientation`)).toContain(chemin);
  },
);

testAvecBase(
  "la feuille du jour et la salle d’attente disent qui est attendu, et qui est là",
  async ({ deps }) => {
    const { agent, structureId, premiere } = await auGuichet(deps);
    await lignes(
      deps,
      `with r as (insert into rendez_vous (structure_id, motif, modalite, creneau, referent_id, pris_le)
       values (${structureId}, 'entretien-suivi', 'individuel', '[2026-11-22 10:00Z,2026-11-22 11:00Z)', ${premiere.referentId}, now())
       returning id, creneau)
     insert into rendez_vous_personne (rendez_vous_id, personne_id, creneau) select id, ${premiere.id}, creneau from r`,
    );
    expect(await agent.lire(`/agenda/jour?structure=${structureId}`)).toContain("11:00");
    const [un] = await lignes<{ id: number }>(deps, "select id from rendez_vous");
    const arrivee = await agent.envoyer(`/agenda/rendez-vous/${un?.id}/arrivee`, {
      personne: String(premiere.id),
      structure: String(structureId),
    });
    expect(arrivee.status).toBe(303);
    expect(await agent.lire(`/agenda/accueil?structure=${structureId}`)).toContain(
      "arrivée à 10:00",
    );
  },
);

testAvecBase(
  "un rendez-vous passé sans issue est dit à renseigner partout où il se lit, celui à venir prévu",
  async ({ deps }) => {
    const { agent, structureId, premiere } = await auGuichet(deps);
    const { referentId } = premiere;
    const prendre = (jour: string) =>
      lignes<{ id: number }>(
        deps,
        `with r as (insert into rendez_vous (structure_id, motif, modalite, creneau, referent_id, pris_le)
           values (${structureId}, 'entretien-suivi', 'individuel', '[${jour} 10:00Z,${jour} 11:00Z)', ${referentId}, now())
           returning id, creneau)
         insert into rendez_vous_personne (rendez_vous_id, personne_id, creneau)
         select id, ${premiere.id}, creneau from r returning rendez_vous_id as id`,
      );
    const [passe] = await prendre("2026-11-20");
    const [avenir] = await prendre("2026-11-24");
    expect(await agent.lire(`/agenda/rendez-vous/${passe?.id}`)).toContain("À renseigner");
    expect(await agent.lire(`/agenda/rendez-vous/${avenir?.id}`)).not.toContain("À renseigner");
    const dossier = await agent.lire(`/personnes/${premiere.id}/rendez-vous`);
    expect(dossier.match(/À renseigner/gu)).toHaveLength(1);
    expect(dossier.match(/Prévu</gu)).toHaveLength(1);
    expect(await agent.lire(`/personnes/${premiere.id}`)).toContain(
      "vendredi 20 novembre 2026 à 11 h : à renseigner",
    );
    const semaine = (jour: string) => agent.lire(`/agenda?structure=${structureId}&jour=${jour}`);
    expect(await semaine("2026-11-20")).toContain(", à renseigner");
    expect(await semaine("2026-11-24")).not.toContain("à renseigner");
    const feuille = (jour: string) =>
      agent.lire(`/agenda/jour?structure=${structureId}&jour=${jour}`);
    expect(await feuille("2026-11-20")).toContain("À renseigner");
    expect(await feuille("2026-11-24")).not.toContain("À renseigner");
  },
);

testAvecBase("un groupe se convoque en trois pas, et chacun est prévenu", async ({ deps }) => {
  const { agent, structureId } = await auGuichet(deps, ["Anne", "Ben", "Cleo", "Dora"]);
  const lot = await agent.envoyer("/agenda/lot", {
    structure: String(structureId),
    sansRendezVous: "oui",
  });
  const chemin = (lot.headers.get("location") ?? "").replace("/essai", "").split("?")[0] ?? "";
  const reglages = {
    structure: String(structureId),
    motif: "premier-rendez-vous",
    du: "24/11/2026",
    au: "01/12/2026",
  };
  const apercu = await agent.lire(`${chemin}?${new URLSearchParams(reglages)}`);
  expect(apercu).toContain("4 personnes auront un rendez-vous");
  const pris = await agent.envoyer(chemin, { ...reglages, chez: "referent", convoquer: "oui" });
  expect(pris.status).toBe(303);
  expect(await lignes(deps, "select from rendez_vous_personne")).toHaveLength(4);
  expect(
    await lignes(deps, "select from rendez_vous_envoi where usage = 'convocation-rendez-vous'"),
  ).toHaveLength(4);
});

testAvecBase(
  "lieux, horaires et permanences se règlent sans rien écrire d’autre que leurs formulaires",
  async ({ deps }) => {
    const { structureId, lieuId } = await uneEquipe(deps);
    const agent = await entrer(deps, "accueil", { structures: [structureId] });
    const page = await agent.lire(`/agenda/reglages?structure=${structureId}`);
    expect(page).toContain("Ajouter une permanence");
    const horaires = await agent.envoyer("/agenda/reglages/horaires", {
      ...{ structure: String(structureId), lieu: String(lieuId), depuis: "24/11/2026" },
      ...{ "1-de": "09:00", "1-a": "12:00" },
    });
    expect(horaires.status).toBe(303);
    expect(await agent.lire(`/agenda/reglages?structure=${structureId}`)).toContain("Horaires de");
  },
);

testAvecBase(
  "les jours d’une même permanence se lisent ensemble, l’un se suspend ou se ferme sans les autres",
  async ({ deps }) => {
    const { structureId, lieuId, referents } = await uneEquipe(deps);
    const { ids } = await definirPermanence.execute(deps, unAgent(), {
      ...{ structureId, lieuId, referentId: referents[0], jours: [1, 2, 3, 4, 5] },
      ...{ de: "14:00", a: "16:00", duree: 60, motifs: ["entretien-suivi"], du: "2026-01-01" },
    });
    const [lundi] = ids.toSorted((a, b) => a - b);
    const agent = await entrer(deps, "accueil", { structures: [structureId] });
    const chemin = `/agenda/reglages?structure=${structureId}`;
    expect(await agent.lire(chemin)).toContain("Du lundi au vendredi, 14:00 à 16:00");
    const commun = { structure: String(structureId), groupe: String(lundi) };
    const suspendre = (jour: string) =>
      agent.envoyer("/agenda/permanences/suspendre", {
        ...{ ...commun, jour, permanences: ids.join(",") },
      });
    expect((await suspendre("28/11/2026")).status).toBe(422);
    expect(await lignes(deps, "select from permanence_exception")).toHaveLength(0);
    expect((await suspendre("25/11/2026")).status).toBe(303);
    expect(await agent.lire(chemin)).toContain("ne se tient pas le 25/11/2026");
    const fermer = (permanences: string) =>
      agent.envoyer("/agenda/permanences/fermer", {
        ...{ ...commun, permanences, dernierJour: "30/11/2026" },
      });
    expect((await fermer("")).status).toBe(422);
    expect((await fermer(`${lundi}-1`)).status).toBe(303);
    expect(await agent.lire(chemin)).toContain("Du mardi au vendredi, 14:00 à 16:00");
    expect((await fermer(`${lundi}-1`)).status).toBe(409);
  },
);

testAvecBase(
  "une adresse de calendrier se lit sans session, sans nom, et plus du tout une fois coupée",
  async ({ deps }) => {
    const { agent, structureId, premiere } = await auGuichet(deps);
    await agent.envoyer("/agenda/prendre", {
      ...{
        structure: String(structureId),
        personne: String(premiere.id),
        motif: "premier-rendez-vous",
      },
      ...{ modalite: "individuel", jour: "24/11/2026", heure: "9h" },
      referentId: String(premiere.referentId),
    });
    const adresse = await abonner(agent, structureId);
    const app = await appOf(instanceOf(deps.base));
    const calendrier = await (await get(app, adresse)).text();
    expect(calendrier).toContain("DTSTART:20261124T080000Z");
    expect(calendrier).toContain("SUMMARY:Intégration : premier rendez-vous");
    expect(calendrier.toLowerCase()).not.toContain("anne");
    expect(
      await lignes(deps, "select from abonnement_agenda where lu_le is not null"),
    ).toHaveLength(1);
    const [un] = await lignes<{ id: number }>(deps, "select id from abonnement_agenda");
    await agent.envoyer(`/agenda/calendriers/${un?.id}/couper`);
    expect((await get(app, adresse)).status).toBe(404);
  },
);

testAvecBase(
  "une adresse de calendrier ne se lit plus quand le compte est fermé, ou le droit retiré",
  async ({ deps }) => {
    const { agent, structureId } = await auGuichet(deps);
    const adresse = await abonner(agent, structureId);
    const app = await appOf(instanceOf(deps.base));
    const lire = async () => (await get(app, adresse)).status;
    const ecrire = (commande: string) => lignes(deps, commande);
    expect(await lire()).toBe(200);
    await ecrire(`update agent set ferme_le = now() where id = ${agent.id}`);
    expect(await lire()).toBe(404);
    await ecrire(`update agent set ferme_le = null where id = ${agent.id}`);
    expect(await lire()).toBe(200);
    await ecrire(
      `update habilitation set periode = daterange('2026-01-01', '2026-11-22') where agent_id = ${agent.id}`,
    );
    expect(await lire()).toBe(404);
  },
);

testAvecBase(
  "une structure qui n’est plus dans le périmètre ne se lit plus par l’adresse gardée",
  async ({ deps }) => {
    const { structureId } = await uneEquipe(deps);
    const agent = await entrer(deps, "accueil", { structures: [structureId] });
    const adresse = await abonner(agent, structureId);
    const app = await appOf(instanceOf(deps.base));
    expect((await get(app, adresse)).status).toBe(200);
    await lignes(
      deps,
      `update habilitation set structures = array[${structureId + 1000}] where agent_id = ${agent.id}`,
    );
    expect((await get(app, adresse)).status).toBe(404);
  },
);

testAvecBase(
  "ce qu’une personne hors du périmètre a dit de son absence ne se lit pas",
  async ({ deps }) => {
    const { agent, structureId, premiere } = await auGuichet(deps);
    const pris = await agent.envoyer("/agenda/prendre", {
      ...{ structure: String(structureId), personne: String(premiere.id) },
      ...{ motif: "premier-rendez-vous", modalite: "individuel", jour: "24/11/2026", heure: "9h" },
      referentId: String(premiere.referentId),
    });
    const chemin = (pris.headers.get("location") ?? "").replace("/essai", "");
    await agent.envoyer(`${chemin}/annuler`, {
      ...{ version: "1", par: "personne", motif: "Hospitalisée" },
    });
    expect(await agent.lire(chemin)).toContain("Hospitalisée");
    await lignes(deps, `update situation_personne set structure_id = null, referent_id = null`);
    const accueil = await entrer(deps, "accueil", { structures: [structureId] });
    const page = await accueil.lire(chemin);
    expect(page).toContain("Réservé");
    expect(page).not.toContain("Hospitalisée");
  },
);

testAvecBase(
  "qui essaie des adresses de calendrier au hasard doit bientôt attendre, et ne reste pas dans la base",
  async ({ deps }) => {
    await lignes(
      deps,
      "insert into abonnement_echec (adresse, nombre, dernier_le) values ('192.0.2.9', 3, now() - interval '9 days')",
    );
    const essayer = (rang: number) =>
      lireCalendrier(deps, { jeton: `faux-${rang}`, adresse: "192.0.2.1" }).catch(
        (refus: { code: string }) => refus.code,
      );
    const codes: unknown[] = [];
    for (let rang = 0; rang < 33; rang += 1) codes.push(await essayer(rang));
    expect(codes[0]).toBe("page.introuvable");
    expect(codes.at(-1)).toBe("connexion.attendre");
    const retenues = await lignes<{ adresse: string }>(
      deps,
      "select adresse from abonnement_echec",
    );
    expect(retenues).toEqual([{ adresse: "192.0.2.1" }]);
  },
);

testAvecBase(
  "un rendez-vous déplacé puis annulé garde son identifiant dans les calendriers",
  async () => {
    const evenement = {
      ...{ id: 12, titre: "Entretien", lieu: "Accueil" },
      debut: new Date("2026-11-24T08:00:00Z"),
      fin: new Date("2026-11-24T09:00:00Z"),
    };
    const ecrit = ecrireCalendrier(
      { nom: "Bureau", evenements: [{ ...evenement, sequence: 2, annule: true }] },
      new Date("2026-11-22T09:00:00Z"),
      "jalon.local",
    );
    for (const ligne of ["UID:rendez-vous-12@jalon.local", "SEQUENCE:2", "STATUS:CANCELLED"]) {
      expect(ecrit).toContain(ligne);
    }
    await Promise.resolve();
  },
);
