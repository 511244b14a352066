import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { unePopulation } from "../../../app/testing/orientation.ts";
import {
  corriger,
  envoyer,
  laRestitution,
  restitutionDe,
  sejourner,
  uneAction,
} from "../../../app/testing/restitutions.ts";

/** Alice and Basile in an action of the Somme, since September 2026. */
async function uneActionSuivie(deps: Deps) {
  const action = await uneAction(deps, { nom: "Retrouver un emploi", du: "2026-09-01" });
  await unePopulation(deps, ["ALICE", "BASILE"]);
  const alice = await idDe(deps, "ALICE");
  const basile = await idDe(deps, "BASILE");
  await sejourner(deps, action.id, { personneId: alice, entreLe: "2026-09-03" });
  await sejourner(deps, action.id, { personneId: basile, entreLe: "2026-09-10" });
  return { ...action, alice, basile };
}

const champs = (revision: number, autres: Readonly<Record<string, string>> = {}) => ({
  revision: String(revision),
  ...autres,
});

testAvecBase("un opérateur remplit, certifie et transmet en une page", async ({ deps }) => {
  const { id, structureId } = await uneActionSuivie(deps);
  await envoyer(deps, "2026-10-05", id, "2026-09");
  const operatrice = await entrer(deps, "chef-de-projet", { structures: [structureId] });
  const accueil = await operatrice.lire("");
  expect(accueil).toContain("1 restitution mensuelle en retard");
  const liste = await operatrice.lire("/restitutions");
  expect(liste).toContain("Octobre 2026");
  expect(liste).toContain("Retrouver un emploi");
  const { restitutionId, revision } = await restitutionDe(deps, id, "2026-10");
  const ici = `/restitutions/${restitutionId}`;
  const page = await operatrice.lire(ici);
  expect(page).toContain("2 présents pour 5 places le dernier jour, soit 40");
  expect(page).toContain("Certifier et transmettre");
  const personnes = await operatrice.lire(`${ici}/personnes?chiffre=fin`);
  expect(personnes).toContain("Alice");
  expect(personnes).toContain("Basile");
  const journal = await lignes<{ details: { personnes: number[] } }>(
    deps,
    "select details from journal where acte = 'restitution.personnes'",
  );
  expect(journal[0]?.details.personnes).toHaveLength(2);
  const depassee = await operatrice.envoyer(`${ici}/rendre`, champs(revision, { vus: "0.0.0" }));
  expect(depassee.status).toBe(422);
  expect(await depassee.text()).toContain("Des séjours de ce mois ont changé");
  const envoi = await operatrice.envoyer(
    `${ici}/rendre`,
    champs(revision, { commentaire: "Deux places libres" }),
  );
  expect(envoi.status).toBe(303);
  const apres = await operatrice.lire(ici);
  expect(apres).toContain("avec 12 jours de retard");
  expect(apres).toContain("Rectifier cette restitution");
  expect(await operatrice.lire("/restitutions")).toContain("Rien ne vous attend");
  const export_ = await operatrice.demander("/restitutions/export.csv?mois=2026-10");
  expect(await export_.text()).toContain("Deux places libres");
});

testAvecBase("le mois en cours ne se remplit pas, et un zéro se confirme", async ({ deps }) => {
  const { id, structureId } = await uneAction(deps, { du: "2026-10-01" });
  const operatrice = await entrer(deps, "chef-de-projet", { structures: [structureId] });
  const novembre = await restitutionDe(deps, id, "2026-11");
  expect(await operatrice.lire(`/restitutions/${novembre.restitutionId}`)).toContain(
    "Ce mois n’est pas fini",
  );
  const octobre = await restitutionDe(deps, id, "2026-10");
  const ici = `/restitutions/${octobre.restitutionId}`;
  expect(await operatrice.lire(ici)).toContain(
    "Je confirme que personne n’a été accompagné en octobre 2026",
  );
  const refus = await operatrice.envoyer(`${ici}/rendre`, champs(octobre.revision));
  expect(refus.status).toBe(422);
  expect(await refus.text()).toContain("Cochez la case pour confirmer");
  const confirmee = await operatrice.envoyer(
    `${ici}/rendre`,
    champs(octobre.revision, { neant: "oui" }),
  );
  expect(confirmee.status).toBe(303);
});

testAvecBase(
  "un intervenant vérifie, le chef de projet certifie : les deux noms restent",
  async ({ deps }) => {
    const { id, structureId } = await uneActionSuivie(deps);
    const septembre = await restitutionDe(deps, id, "2026-09");
    const ici = `/restitutions/${septembre.restitutionId}`;
    const intervenant = await entrer(deps, "intervenant", { structures: [structureId] });
    expect(await intervenant.lire(ici)).not.toContain("Certifier et transmettre");
    await intervenant.envoyer(`${ici}/verifier`, champs(septembre.revision, { commentaire: "Vu" }));
    const cheffe = await entrer(deps, "chef-de-projet", { structures: [structureId] });
    const { revision } = await restitutionDe(deps, id, "2026-09");
    await cheffe.envoyer(`${ici}/rendre`, champs(revision, { commentaire: "Vu" }));
    const [version] = await lignes(
      deps,
      "select numero, saisie_par, certifiee_par, transmise_par from restitution_version",
    );
    expect(version).toEqual({
      numero: 1,
      saisie_par: intervenant.id,
      certifiee_par: cheffe.id,
      transmise_par: cheffe.id,
    });
  },
);

testAvecBase("le département lit le mois, relance, renvoie et accepte", async ({ deps }) => {
  const { id } = await uneActionSuivie(deps);
  await envoyer(deps, "2026-10-05", id, "2026-09");
  const responsable = await entrer(deps, "pilotage");
  const tableau = await responsable.lire("/restitutions");
  expect(tableau).toContain("Octobre 2026");
  expect(tableau).toContain("Mois antérieurs");
  const octobre = await restitutionDe(deps, id, "2026-10");
  const relance = await responsable.envoyer("/restitutions/lot/relancer", {
    cle: String(octobre.restitutionId),
    retour: "/restitutions?etat=en-retard",
  });
  expect(relance.headers.get("location")).toContain("etat=en-retard");
  expect(await laRestitution(deps, id, "2026-10")).toMatchObject({ relancee_le: "2026-11-22" });
  const septembre = await restitutionDe(deps, id, "2026-09");
  const ici = `/restitutions/${septembre.restitutionId}`;
  const vide = await responsable.envoyer(
    `${ici}/renvoyer`,
    champs(septembre.revision, { motif: "" }),
  );
  expect(vide.status).toBe(422);
  await responsable.envoyer(
    `${ici}/renvoyer`,
    champs(septembre.revision, { motif: "Les sorties manquent" }),
  );
  expect(await responsable.lire(ici)).toContain("Les sorties manquent");
  await envoyer(deps, "2026-11-12", id, "2026-09");
  const lot = await responsable.envoyer("/restitutions/lot/accepter", {
    cle: String(septembre.restitutionId),
    retour: "https://ailleurs.example/",
  });
  expect(lot.headers.get("location")).toBe("/essai/restitutions");
  expect(await laRestitution(deps, id, "2026-09")).toMatchObject({ acceptee_le: "2026-11-22" });
  expect(await responsable.lire(`/offre/actions/${id}/restitutions`)).toContain(
    "1 mois transmis sur 2",
  );
});

testAvecBase(
  "des séjours corrigés après l’envoi se voient, avec la différence",
  async ({ deps }) => {
    const { id, structureId, basile } = await uneActionSuivie(deps);
    await envoyer(deps, "2026-10-05", id, "2026-09");
    await corriger(
      deps,
      id,
      `update sejour set sorti_le = '2026-09-28', classe = 'durable', sortie_nature = 'cdi' where personne_id = ${basile}`,
    );
    const operatrice = await entrer(deps, "chef-de-projet", { structures: [structureId] });
    const { restitutionId, revision } = await restitutionDe(deps, id, "2026-09");
    const ici = `/restitutions/${restitutionId}`;
    const page = await operatrice.lire(ici);
    expect(page).toContain("Les séjours ont changé depuis la transmission : à rectifier");
    expect(page).toContain("D’après les séjours");
    await operatrice.envoyer(
      `${ici}/rectifier`,
      champs(revision, { motif: "CDI appris en octobre" }),
    );
    const suite = await restitutionDe(deps, id, "2026-09");
    await operatrice.envoyer(`${ici}/rendre`, champs(suite.revision));
    const rectifiee = await operatrice.lire(ici);
    expect(rectifiee).toContain("Version 2 : ce qui a changé");
    expect(rectifiee).toContain("CDI appris en octobre");
  },
);

testAvecBase(
  "l’opérateur d’à côté ne trouve ni la restitution ni ses personnes",
  async ({ deps }) => {
    const { id, structureId } = await uneActionSuivie(deps);
    const { restitutionId } = await restitutionDe(deps, id, "2026-09");
    const voisin = await entrer(deps, "chef-de-projet", { structures: [structureId + 1] });
    const ici = `/restitutions/${restitutionId}`;
    for (const chemin of [
      ici,
      `${ici}/personnes?chiffre=fin`,
      `/offre/actions/${id}/restitutions`,
    ]) {
      expect(await voisin.statut(chemin), chemin).toBe(404);
    }
  },
);
