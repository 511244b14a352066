import { expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { entrer as seConnecter } from "../../../app/testing/agent-entre.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { entrer, unAccueil, uneSortie } from "../../../app/testing/sejours.ts";
import { sortirDAction } from "../usecases/sortir-d-action.ts";

vi.setConfig({ testTimeout: 60_000 });

testAvecBase(
  "un chef de projet fait entrer, suit et fait sortir, chaque refus à sa place",
  async ({ deps }) => {
    const accueil = await unAccueil(deps, { ficheCode: "iii-1", places: 2 });
    const [action] = await lignes<{ structure: number }>(
      deps,
      "select structure_id as structure from action where id = $1",
      [accueil.actionId],
    );
    const cheffe = await seConnecter(accueil.deps, "chef-de-projet", {
      structures: [action?.structure ?? 0],
    });
    const ici = `/offre/actions/${accueil.actionId}/participants`;
    expect(await cheffe.lire(ici)).toContain("Personne dans l’action");
    expect(await cheffe.lire(`${ici}/entrer`)).toContain("Numéro d’allocataire");
    const refuse = await cheffe.envoyer(`${ici}/entrer`, {
      ...{ numero: "1234567 0001", dateNaissance: "12/04/1985", le: "01/01/2020" },
    });
    expect(refuse.status).toBe(422);
    expect(await refuse.text()).toContain("L’action ouvre le");
    const entree = await cheffe.envoyer(`${ici}/entrer`, {
      ...{ numero: "1234567 0001", dateNaissance: "12/04/1985", le: "02/11/2026" },
    });
    expect(entree.status).toBe(303);
    const sejour = entree.headers.get("location") ?? "";
    expect(await (await cheffe.suivre(sejour)).text()).toContain("Dans l’action");
    expect(await cheffe.lire(ici)).toContain("Mme Exemple Alice");

    const chemin = sejour.replace("/essai", "");
    const rencontre = await cheffe.envoyer(`${chemin}/realisation`, {
      ...{ nature: "rencontre", le: "10/11/2026" },
    });
    expect(rencontre.status).toBe(303);
    const demain = await cheffe.envoyer(`${chemin}/realisation`, {
      ...{ nature: "rencontre", le: "23/11/2026" },
    });
    expect(demain.status).toBe(422);
    expect(await demain.text()).toContain("Ce jour est à venir");

    expect(await cheffe.lire(`${chemin}/sortir`)).toContain("Vers quoi");
    const sans = await cheffe.envoyer(`${chemin}/sortir`, { le: "20/11/2026" });
    expect(sans.status).toBe(422);
    const sortie = await cheffe.envoyer(`${chemin}/sortir`, {
      ...{ le: "20/11/2026", nature: "cdd", debut: "23/11/2026", fin: "22/05/2027" },
    });
    expect(sortie.status).toBe(303);
    const page = await cheffe.lire(chemin);
    expect(page).toContain("À arbitrer");
    expect(page).toContain("six mois exactement");
    expect(page).not.toContain("Arbitrer la classe");
    expect(page).not.toContain("Fiche de la personne");
    expect(await cheffe.lire("/offre/sejours?classe=a-arbitrer")).toContain("1 séjour");
    expect(await cheffe.lire("/offre/sejours?present=2026-11-10")).toContain("1 séjour");
    expect(await cheffe.statut("/offre/sejours/a-arbitrer")).toBe(403);
    await lignes(deps, "update situation_personne set structure_id = $1", [action?.structure ?? 0]);
    const [, dossier] =
      /href="\/essai(\/personnes\/\d+)"[^>]*>Fiche/u.exec(await cheffe.lire(chemin)) ?? [];
    expect(await cheffe.statut(dossier ?? "")).toBe(200);
  },
);

testAvecBase("la responsable arbitre, et son motif se lit sur le séjour", async ({ deps }) => {
  const accueil = await unAccueil(deps);
  const id = await entrer(accueil, accueil.personnes[0], "2026-10-01");
  await sortirDAction.execute(
    accueil.deps,
    unAgent(),
    uneSortie(id, "2026-11-10", { nature: "cdd", debut: "2026-11-12", fin: "2027-05-11" }),
  );
  const [action] = await lignes<{ territoire: number }>(
    deps,
    "select territoire_id as territoire from action where id = $1",
    [accueil.actionId],
  );
  const responsable = await seConnecter(accueil.deps, "responsable", {
    territoires: [action?.territoire ?? 0],
  });
  expect(await responsable.lire("/offre/sejours/a-arbitrer")).toContain("n’est ni");
  const fixee = await responsable.envoyer(`/offre/sejours/${id}/arbitrer`, {
    ...{ classe: "durable", motif: "Renouvellement annoncé par l’employeur" },
  });
  expect(fixee.status).toBe(303);
  const page = await responsable.lire(`/offre/sejours/${id}`);
  expect(page).toContain("Renouvellement annoncé");
  expect(page).toContain("Ce qui était noté avant");
  expect(await responsable.lire("/offre/sejours/a-arbitrer")).toContain("Rien à arbitrer");
});

testAvecBase("chaque filtre de la liste des séjours se lit sans erreur", async ({ deps }) => {
  const accueil = await unAccueil(deps);
  await entrer(accueil, accueil.personnes[0], "2026-10-01");
  const qui = await seConnecter(accueil.deps, "pilotage");
  for (const filtre of [
    "present=2026-10-31",
    "accompagnes=2026-10-01..2026-10-31",
    "entree=2026-10-01..2026-10-31",
    "etat=en-cours,sans-rencontre",
    `action=${accueil.actionId}`,
    "axe=iii&fiche=iii-1&sexe=2&age=40..45",
    "personne=exemple",
  ]) {
    expect(await qui.lire(`/offre/sejours?${filtre}`), filtre).toContain("1 séjour");
  }
  for (const filtre of [
    "etat=suspendus,plafond-proche,plafond-depasse,droit-perdu,sortis",
    "suite=attendue,retard,faite",
    "realisation=formation&nature=cdi&preuve=contrat&fixee=oui",
    "prescripteur=association&niveau=1207",
    "sortie=2026-10-01..",
  ]) {
    expect(await qui.lire(`/offre/sejours?${filtre}`), filtre).toContain("Aucun séjour");
  }
});
