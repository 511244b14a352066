import { expect, test } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, unOperateur } from "../../../app/testing/offre.ts";
import {
  prescriptionLue,
  uneActionPour,
  unePersonneAPlacer,
  unePrescription,
} from "../../../app/testing/prescription.ts";
import { tachesPrescriptions } from "./apport.tsx";

async function unePrescrite(deps: Deps) {
  const personneId = await unePersonneAPlacer(deps);
  const actionId = await uneActionPour(deps, personneId, { nom: "Pause parents" });
  const prescriptionId = await unePrescription(deps, { personneId, actionId });
  return { personneId, actionId, prescriptionId };
}

/** The person is hers: the référent who follows her is this account. */
async function confier(deps: Deps, agentId: number): Promise<void> {
  await lignes(deps, "update referent set agent_id = $1", [agentId]);
}

testAvecBase(
  "un référent voit pourquoi une action convient, la prescrit, et la retrouve chez la personne",
  async ({ deps }) => {
    const personneId = await unePersonneAPlacer(deps);
    const actionId = await uneActionPour(deps, personneId, { nom: "Pause parents" });
    const agent = await entrer(deps, "referent");
    await confier(deps, agent.id);
    const ici = `/personnes/${personneId}/actions`;
    const avant = await agent.lire(ici);
    expect(avant).toContain("Pause parents");
    expect(avant).toContain("10 places libres sur 10");
    const refus = await agent.envoyer(`${ici}/prescrire/${actionId}`, { preuve: "contrat" });
    expect(refus.status).toBe(422);
    expect(await refus.text()).toContain("Dites en une phrase ce que l’action doit apporter.");
    const fait = await agent.envoyer(`${ici}/prescrire/${actionId}`, {
      preuve: "contrat",
      objectif: "Sortir de l’isolement",
    });
    expect(fait.status).toBe(303);
    const apres = await agent.lire(ici);
    expect(apres).toContain("Attend une réponse");
    expect(apres).toContain("Déjà prescrite, et pas encore close");
  },
);

testAvecBase(
  "un opérateur répond depuis sa boîte, sans voir le dossier de la personne",
  async ({ deps }) => {
    const { personneId, actionId, prescriptionId } = await unePrescrite(deps);
    const structure = await unOperateur(auNord(deps));
    const agent = await entrer(deps, "chef-de-projet", { structures: [structure] });
    expect(await agent.lire("/prescriptions")).toContain("1 prescription attend votre réponse");
    expect(await agent.lire(`/prescriptions/${prescriptionId}`)).toContain("Votre réponse");
    expect(await agent.statut(`/personnes/${personneId}/actions`)).toBe(404);
    const refus = await agent.envoyer("/prescriptions/lot", {
      prescription: `${prescriptionId}:1`,
      reponse: "refuser",
    });
    expect(refus.status).toBe(422);
    expect(await refus.text()).toContain("Dites pourquoi l’opérateur refuse");
    await agent.envoyer("/prescriptions/lot", {
      prescription: `${prescriptionId}:1`,
      reponse: "mettre-en-attente",
    });
    expect(await prescriptionLue(deps, prescriptionId)).toMatchObject({ etat: "liste-attente" });
    expect(await agent.lire(`/offre/actions/${actionId}/prescriptions`)).toContain(
      "Liste d’attente, dans l’ordre",
    );
    const conflit = await agent.envoyer(`/prescriptions/${prescriptionId}/repondre`, {
      version: "1",
      reponse: "accepter",
    });
    expect(conflit.status).toBe(409);
    expect(await conflit.text()).toContain("Ce qui est enregistré");
    expect(await agent.lire("/prescriptions/liste")).toContain("En liste d’attente");
    expect(await agent.statut(`/prescriptions/${prescriptionId}/fiche`)).toBe(200);
  },
);

testAvecBase(
  "ce qui est dit de la personne vaut pour une femme et pour un homme",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const structure = await unOperateur(auNord(deps));
    const agent = await entrer(deps, "chef-de-projet", { structures: [structure] });
    const ici = `/prescriptions/${prescriptionId}`;
    await agent.envoyer(`${ici}/repondre`, { version: "1", reponse: "accepter" });
    for (const [issue, dit] of [
      ["absente", "Absence au premier accueil"],
      ["recue", "Premier accueil fait"],
    ] as const) {
      const { version = 0 } = (await prescriptionLue(deps, prescriptionId)) ?? {};
      const accueil = { version: String(version), issue, le: "22/11/2026" };
      await agent.envoyer(`${ici}/premier-accueil`, accueil);
      const page = await agent.lire(ici);
      expect(page).toContain(dit);
      expect(page).not.toMatch(/>Absente|>Reçue|Elle présentera/u);
      expect(await agent.lire("/prescriptions")).not.toMatch(/>Absente|>Reçue/u);
    }
  },
);

testAvecBase(
  "la liste dit ce qui est tu des prescriptions closes à l’opérateur, et à lui seul",
  async ({ deps }) => {
    const { prescriptionId } = await unePrescrite(deps);
    const structure = await unOperateur(auNord(deps));
    const operateur = await entrer(deps, "chef-de-projet", { structures: [structure] });
    const referente = await entrer(deps, "referent");
    await confier(deps, referente.id);
    const ligne = `/prescriptions/${prescriptionId}"`;
    const note = "ses coordonnées ne lui sont plus données";
    const lueParLui = await operateur.lire("/prescriptions/liste");
    expect(lueParLui).toContain(ligne);
    expect(lueParLui).toContain(note);
    const lueParElle = await referente.lire("/prescriptions/liste");
    expect(lueParElle).toContain(ligne);
    expect(lueParElle).not.toContain(note);
  },
);

testAvecBase("la commune d’une personne se lit dans sa casse", async ({ deps }) => {
  const personneId = await unePersonneAPlacer(deps);
  const actionId = await uneActionPour(deps, personneId);
  await lignes(deps, "insert into desserte_action (action_id, code_commune) values ($1, '80001')", [
    actionId,
  ]);
  const agent = await entrer(deps, "referent");
  await confier(deps, agent.id);
  expect(await agent.lire(`/personnes/${personneId}/actions`)).toContain(
    "L’action ne sert pas sa commune, Amiens",
  );
});

test("dans une tâche, une prescription se dit en lettres, plusieurs en chiffres", () => {
  const taches = (nombre: number) =>
    tachesPrescriptions(
      {
        ...{ aRepondre: nombre, aRepondreEnRetard: 0, aRecevoir: nombre, aEntrer: 0 },
        ...{ sansSuite: nombre, enAttente: 0, sansReponse: 0 },
      },
      (chemin) => chemin,
      new Set(["prescription:repondre", "prescription:faire"]),
    ).map(({ label }) => label);
  expect(taches(1)).toEqual([
    "Répondre à une prescription",
    "Recevoir une personne acceptée",
    "Donner suite à une prescription",
  ]);
  expect(taches(2)[0]).toBe("Répondre à 2 prescriptions");
});

testAvecBase("un autre opérateur ne trouve ni la prescription ni la personne", async ({ deps }) => {
  const { personneId, prescriptionId } = await unePrescrite(deps);
  const autre = await unOperateur(auNord(deps), "Autre opérateur");
  const agent = await entrer(deps, "chef-de-projet", { structures: [autre] });
  for (const chemin of [
    `/prescriptions/${prescriptionId}`,
    `/prescriptions/${prescriptionId}/fiche`,
    `/personnes/${personneId}/actions`,
  ]) {
    expect(await agent.statut(chemin)).toBe(404);
  }
  expect(await agent.lire("/prescriptions/liste")).not.toContain("Pause parents</");
  const reponse = await agent.envoyer(`/prescriptions/${prescriptionId}/repondre`, {
    version: "1",
    reponse: "accepter",
  });
  expect(reponse.status).toBe(404);
});

testAvecBase(
  "le référent lit la réponse, et dit qu’il en a pris connaissance",
  async ({ deps }) => {
    const { personneId, prescriptionId } = await unePrescrite(deps);
    const structure = await unOperateur(auNord(deps));
    const operateur = await entrer(deps, "chef-de-projet", { structures: [structure] });
    await operateur.envoyer(`/prescriptions/${prescriptionId}/repondre`, {
      version: "1",
      reponse: "refuser",
      motif: "public",
    });
    const referent = await entrer(deps, "referent");
    await confier(deps, referent.id);
    expect(await referent.lire(`/personnes/${personneId}`)).toContain("prescription refusée");
    expect(await referent.lire("/prescriptions")).toContain("Pause parents");
    await referent.envoyer(`/prescriptions/${prescriptionId}/vue`);
    expect(await referent.lire(`/personnes/${personneId}`)).not.toContain("prescription refusée");
    expect(await referent.lire("/prescriptions")).toContain("Aucune nouvelle à lire");
  },
);

testAvecBase(
  "un opérateur lit les coordonnées tant que la personne est attendue, plus une fois la prescription close",
  async ({ deps }) => {
    const { personneId, prescriptionId } = await unePrescrite(deps);
    await lignes(
      deps,
      "update situation_personne set telephone = '0322000001', courriel = 'alice@essai.fr' where personne_id = $1",
      [personneId],
    );
    const structure = await unOperateur(auNord(deps));
    const operateur = await entrer(deps, "chef-de-projet", { structures: [structure] });
    const pages = [
      `/prescriptions/${prescriptionId}`,
      `/prescriptions/${prescriptionId}/fiche`,
      "/prescriptions/liste?colonnes=nom,telephone,courriel,commune",
    ];
    const montre = async (lecteur: typeof operateur) =>
      (await Promise.all(pages.map(lecteur.lire))).map(
        (page) => /03\s22\s00\s00\s01/.test(page) && page.includes("Amiens"),
      );
    const filtree = "/prescriptions/liste?commune=Amiens";
    expect(await montre(operateur)).toEqual([true, true, true]);
    const ligne = `data-href="/essai/prescriptions/${prescriptionId}"`;
    expect(await operateur.lire(filtree)).toContain(ligne);
    await operateur.envoyer(`/prescriptions/${prescriptionId}/repondre`, {
      version: "1",
      reponse: "refuser",
      motif: "public",
    });
    expect(await montre(operateur)).toEqual([false, false, false]);
    for (const page of pages) {
      const lue = await operateur.lire(page);
      expect(lue).not.toMatch(/03\s22\s00\s00\s01|alice@essai\.fr|>Amiens<\/dd/);
      expect(lue).not.toContain("Pourquoi cette action");
      expect(lue).not.toContain("Retrouver un rythme");
      expect(lue).toContain("ses coordonnées ne lui sont plus données");
      expect(lue).toContain("Exemple");
    }
    expect(await operateur.lire("/prescriptions/liste")).toContain(ligne);
    expect(await operateur.lire(filtree)).not.toContain(ligne);
    const referent = await entrer(deps, "referent");
    await confier(deps, referent.id);
    expect(await montre(referent)).toEqual([true, true, true]);
  },
);

testAvecBase(
  "l’onglet d’une action compte toutes ses prescriptions, et chaque chiffre ouvre sa liste",
  async ({ deps }) => {
    const { actionId } = await unePrescrite(deps);
    await lignes(
      deps,
      `insert into prescription (personne_id, action_id, prescrite_le, prescripteur, objectif, preuve, raisons,
         reponse_attendue_le, expire_le, etat, etat_le, motif)
       select p.personne_id, p.action_id, '2026-01-01'::date + n % 300, 'Rémi Un', 'Reprendre confiance', 'aucune', '[]',
         '2026-11-10', '2026-11-30', case when n <= 230 then 'annulee' else 'refusee' end, '2026-11-01', 'public'
       from prescription p cross join generate_series(1, 240) n`,
    );
    const structure = await unOperateur(auNord(deps));
    const operateur = await entrer(deps, "chef-de-projet", { structures: [structure] });
    const referent = await entrer(deps, "referent");
    await confier(deps, referent.id);
    for (const agent of [operateur, referent]) {
      const page = await agent.lire(`/offre/actions/${actionId}/prescriptions`);
      for (const [etat, nombre] of [
        ["prescrite", 1],
        ["annulee", 230],
        ["refusee", 10],
      ] as const) {
        const liste = `/prescriptions/liste?action=${actionId}&amp;etat-prescription=${etat}`;
        expect(page).toMatch(
          new RegExp(`href="/essai${liste.replace("?", "\\?")}"[^>]*>(<[^>]+>)*${nombre}<`),
        );
        const lue = await agent.lire(liste.replace("&amp;", "&"));
        expect(lue).toContain(`${nombre} prescription`);
        expect(lue).not.toContain("n’a pas été compris");
      }
      expect(page).toContain("Voir les 241 prescriptions");
    }
  },
);
