import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { avecTerritoires } from "../../../app/testing/foyers-inscrits.ts";
import { uneAction, unIntervenant, unOperateur } from "../../../app/testing/offre.ts";
import { lireActions } from "../db/actions.ts";
import { lirePlaces } from "../db/places.ts";

testAvecBase(
  "l’offre montre ses axes, ses fiches et les places de chaque territoire",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    await uneAction(deps, { territoireId: territoire("Amiens"), places: 24 });
    const { lire } = await entrer(deps, "referent");
    const page = await lire("/offre");
    expect(page).toContain("Accompagnement rénové des allocataires du RSA");
    expect(page).toContain("Dominante sociale · Lever les difficultés sociales");
    expect(page).toContain("À confirmer");
    expect(page).toContain(
      `/essai/offre/actions?etat=ouverte&amp;territoire=${territoire("Amiens")}`,
    );
    expect(page).toContain("0 / 24");
    expect(await lire(`/offre?territoire=${territoire("Picardie maritime")}`)).not.toContain(
      "0 / 24",
    );
  },
);

testAvecBase(
  "une fiche se lit comme le texte, et celle qui n’existe pas est introuvable",
  async ({ deps }) => {
    const { lire, statut } = await entrer(deps, "chef-de-projet", {
      structures: [await unOperateur(deps)],
    });
    const page = await lire("/offre/fiches/renove-emploi");
    for (const titre of [
      "Objectifs",
      "Types d’actions attendues",
      "Contractualisation",
      "Modalités d’accompagnement",
      "Public cible",
      "Mode de fonctionnement",
      "Modalités de financement",
      "Résultats attendus",
    ]) {
      expect(page).toContain(`<h2>${titre}</h2>`);
    }
    expect(page).not.toContain("Ouvrir une action");
    expect(await statut("/offre/fiches/xii")).toBe(404);
  },
);

testAvecBase("la liste des actions se filtre et s’exporte", async ({ deps }) => {
  const territoire = await avecTerritoires(deps);
  const amiens = territoire("Amiens");
  await uneAction(deps, { nom: "Chantier des marais", territoireId: amiens });
  await uneAction(deps, {
    nom: "Permis pour l’emploi",
    territoireId: amiens,
    du: "2026-06-01",
    communes: [{ codeCommune: "80021" }],
  });
  const { lire, suivre } = await entrer(deps, "referent");
  expect(await lire("/offre/actions")).toContain("2 actions");
  expect(await lire("/offre/actions?commune=Longueau")).toContain("Chantier des marais");
  const camon = await lire("/offre/actions?commune=Longueau&etat=ouverte");
  expect(camon).not.toContain("Permis pour l’emploi");
  expect(await lire("/offre/actions?texte=permis")).toContain("dont le nom contient « permis »");
  expect(await lire(`/offre/actions?territoire=${amiens}&libres=non`)).toContain("Aucune action");
  const csv = await (await suivre("/essai/offre/actions/export.csv")).text();
  expect(csv).toContain("Permis pour l’emploi");
});

testAvecBase(
  "une action dit la fiche de son accord, ses places, son équipe et ses communes",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    const id = await uneAction(deps, {
      ficheCode: "iv",
      territoireId: territoire("Amiens"),
      du: "2026-06-01",
      horaires: "Du lundi au jeudi",
      communes: [
        { codeCommune: "80021" },
        { codeCommune: "80021", quartier: "Les Provinces", quartierCode: "QN08001" },
      ],
    });
    const { lire, statut } = await entrer(deps, "intervenant", {
      structures: [await unOperateur(deps)],
    });
    const page = await lire(`/offre/actions/${id}`);
    expect(page).toContain("De 4 à 24 mois");
    expect(page).toContain("Les Provinces (Amiens, QN08001)");
    expect(page).toContain("10 places à partir du 01/06/2026");
    expect(page).toContain("Personne n’est encore affecté");
    expect(page).not.toContain("Changer les places");
    expect(await statut("/offre/actions/999999")).toBe(404);
  },
);

testAvecBase(
  "un responsable ouvre une action, change ses places, affecte quelqu’un et la ferme",
  async ({ deps, base }) => {
    const territoire = await avecTerritoires(deps);
    const amiens = territoire("Amiens");
    const structureId = await unOperateur(deps);
    const odile = await unIntervenant(deps, structureId);
    const { envoyer, lire } = await entrer(deps, "responsable", { territoires: [amiens] });
    const champs = {
      ficheCode: "renove-emploi",
      ficheType: "",
      structureId: String(structureId),
      categorieJuridique: "association",
      territoireId: String(amiens),
      nom: "Vers l’emploi, Amiens",
      entree: "continue",
      places: "12",
      du: "01/06/2026",
      communes: "amiens : Les Provinces (QN08001)\nLongueau",
    };
    expect(await lire("/offre/actions/nouvelle")).toContain(
      "Accompagnement rénové, dominante emploi",
    );
    const refusee = await envoyer("/offre/actions/nouvelle", {
      ...champs,
      places: "",
      communes: "Trifouilly",
    });
    expect(refusee.status).toBe(422);
    expect(await refusee.text()).toContain("Trifouilly : aucune commune");
    const ailleurs = await envoyer("/offre/actions/nouvelle", { ...champs, communes: "Abbeville" });
    expect(await ailleurs.text()).toContain("cette commune n’est pas du territoire Amiens");
    const ouverte = await envoyer("/offre/actions/nouvelle", champs);
    expect(ouverte.status).toBe(303);
    const [action] = await base.transaction((tx) => lireActions(tx));
    const id = action?.id ?? 0;
    expect(action).toMatchObject({ nom: champs.nom, communes: ["80021", "80489"] });
    const ici = `/offre/actions/${id}`;
    const places = { places: "8", placesQuartiers: "3", du: "15/09/2026", texte: "Avenant n° 1" };
    expect((await envoyer(`${ici}/places`, places)).status).toBe(303);
    const affectation = {
      referentId: String(odile),
      mission: "Coordination",
      etp: "0,5",
      du: "01/07/2026",
    };
    expect((await envoyer(`${ici}/intervenants`, affectation)).status).toBe(303);
    expect((await envoyer(`${ici}/intervenants`, affectation)).status).toBe(422);
    const page = await lire(ici);
    expect(page).toContain("12 places à partir du 01/06/2026, 8 places à partir du 15/09/2026");
    expect(page).toContain("Odile Projet");
    const bouton = new RegExp(`${ici}/intervenants/\\d+/fin`, "u").exec(page)?.[0] ?? "";
    expect(await lire(bouton)).toContain("Terminer une intervention");
    expect((await envoyer(bouton, { le: "30/06/2026" })).status).toBe(422);
    expect((await envoyer(bouton, { le: "31/10/2026" })).status).toBe(303);
    const ensuite = await lire(ici);
    expect(ensuite).toContain("jusqu’au 31/10/2026");
    expect(ensuite).not.toContain(bouton);
    const modifiee = { ...champs, nom: "Vers l’emploi, centre", version: "2" };
    expect((await envoyer(`${ici}/modifier`, modifiee)).status).toBe(303);
    expect((await envoyer(`${ici}/modifier`, modifiee)).status).toBe(409);
    const fin = { dernierJour: "31/12/2026", motif: "Fin de la convention", version: "3" };
    expect((await envoyer(`${ici}/fermer`, fin)).status).toBe(303);
    expect(await lire(ici)).toContain("Fin de la convention");
    expect(await base.transaction((tx) => lirePlaces(tx, [id]))).toMatchObject([
      { places: 12, au: "2026-09-15" },
      { places: 8, placesQuartiers: 3, au: "2027-01-01" },
    ]);
  },
);
