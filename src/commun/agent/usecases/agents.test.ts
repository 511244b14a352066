import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { creerAgent } from "./creer-agent.ts";
import { donnerHabilitation } from "./donner-habilitation.ts";
import { fermerCompte } from "./fermer-compte.ts";
import { lireAgent } from "./lire-agent.ts";
import { listerAgents } from "./lister-agents.ts";
import { modifierAgent } from "./modifier-agent.ts";
import { reinitialiserMotDePasse } from "./reinitialiser-mot-de-passe.ts";
import { retirerHabilitation } from "./retirer-habilitation.ts";
import { retrouverSession } from "./retrouver-session.ts";
import { seConnecter } from "./se-connecter.ts";

const MOT_DE_PASSE = "velours brique tempête";
const installateur = unAgent();

async function un(
  deps: Deps,
  identifiant: string,
  role?: string,
  motDePasse: string | undefined = MOT_DE_PASSE,
) {
  const { id } = await creerAgent.execute(deps, installateur, {
    identifiant,
    nom: "Zola",
    prenom: identifiant,
    motDePasse,
  });
  if (role) await donnerHabilitation.execute(deps, installateur, { agentId: id, role });
  return unAgent({ id, nom: identifiant });
}

async function sessionDe(deps: Deps, identifiant: string) {
  const connexion = await seConnecter.execute(deps, installateur, {
    identifiant,
    motDePasse: MOT_DE_PASSE,
    adresse: "::1",
    navigateur: "",
  });
  if (connexion.etat === "refusee") throw new Error("Refusée");
  return connexion.jeton;
}

testAvecBase(
  "sans mot de passe choisi, un provisoire est donné, à changer à la première connexion",
  async ({ deps }) => {
    const { id, motDePasseProvisoire } = await creerAgent.execute(deps, installateur, {
      identifiant: "Lea.Martin",
      nom: "Martin",
      prenom: "Léa",
    });
    expect(motDePasseProvisoire).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    const connexion = await seConnecter.execute(deps, installateur, {
      identifiant: "lea.martin",
      motDePasse: motDePasseProvisoire ?? "",
      adresse: "::1",
      navigateur: "",
    });
    if (connexion.etat !== "ouverte") throw new Error("Refusée");
    expect(await retrouverSession(deps, connexion.jeton)).toMatchObject({
      id,
      motDePasseProvisoire: true,
    });
  },
);

testAvecBase("deux agents n’ont pas le même identifiant", async ({ deps }) => {
  await un(deps, "lea.martin");
  await expect(un(deps, "LEA.MARTIN")).rejects.toMatchObject({
    details: { champs: { identifiant: expect.stringContaining("déjà pris") } },
  });
  await expect(un(deps, "léa martin")).rejects.toMatchObject({
    details: { champs: { identifiant: expect.any(String) } },
  });
});

testAvecBase(
  "un droit donné vaut tout de suite, un droit retiré s’arrête à la page suivante",
  async ({ deps }) => {
    const lea = await un(deps, "lea");
    const jeton = await sessionDe(deps, "lea");
    expect((await retrouverSession(deps, jeton))?.droits.size).toBe(0);
    const habilitationId = await donnerHabilitation.execute(deps, installateur, {
      agentId: Number(lea.id),
      role: "responsable",
      territoires: [3],
    });
    const connecte = await retrouverSession(deps, jeton);
    expect(connecte?.droits.has("personne:lire")).toBe(true);
    expect(connecte?.pour("personne:lire").portee).toEqual({
      territoires: [3],
      structures: [],
      referentId: null,
    });
    await retirerHabilitation.execute(deps, installateur, {
      agentId: Number(lea.id),
      habilitationId,
    });
    expect((await retrouverSession(deps, jeton))?.droits.size).toBe(0);
    const { habilitations } = await lireAgent.execute(deps, installateur, { id: Number(lea.id) });
    expect(habilitations).toMatchObject([
      { role: "responsable", enVigueur: false, retireeLe: deps.now() },
    ]);
    await expect(
      retirerHabilitation.execute(deps, installateur, { agentId: Number(lea.id), habilitationId }),
    ).rejects.toMatchObject({ code: "habilitation.introuvable" });
  },
);

testAvecBase(
  "un droit daté ne vaut que pendant sa période, dernier jour compris",
  async ({ deps }) => {
    const lea = await un(deps, "lea");
    await donnerHabilitation.execute(deps, installateur, {
      agentId: Number(lea.id),
      role: "pilotage",
      du: "2026-11-23",
      au: "2026-11-24",
    });
    const le = (jour: string): Deps => ({ ...deps, now: () => new Date(`${jour}T12:00:00Z`) });
    for (const [jour, droits] of [
      ["2026-11-22", false],
      ["2026-11-23", true],
      ["2026-11-24", true],
      ["2026-11-25", false],
    ] as const) {
      const jeton = await sessionDe(le(jour), "lea");
      expect([jour, (await retrouverSession(le(jour), jeton))?.droits.has("requete:lire")]).toEqual(
        [jour, droits],
      );
    }
    await expect(
      donnerHabilitation.execute(deps, installateur, {
        agentId: Number(lea.id),
        role: "pilotage",
        du: "2026-11-24",
        au: "2026-11-23",
      }),
    ).rejects.toMatchObject({ details: { champs: { au: expect.any(String) } } });
  },
);

testAvecBase("on ne se donne pas de droits à soi-même", async ({ deps }) => {
  const lea = await un(deps, "lea", "administrateur");
  await expect(
    donnerHabilitation.execute(deps, lea, { agentId: Number(lea.id), role: "gestionnaire" }),
  ).rejects.toMatchObject({ code: "habilitation.soi-meme" });
});

testAvecBase(
  "le dernier administrateur ne perd pas son rôle et son compte ne se ferme pas",
  async ({ deps }) => {
    const lea = await un(deps, "lea", "administrateur");
    const id = Number(lea.id);
    const [habilitation] = (await lireAgent.execute(deps, installateur, { id })).habilitations;
    const retirer = () =>
      retirerHabilitation.execute(deps, lea, {
        agentId: id,
        habilitationId: habilitation?.id ?? 0,
      });
    await expect(retirer()).rejects.toMatchObject({ code: "agent.dernier-administrateur" });
    await expect(fermerCompte.execute(deps, lea, { id })).rejects.toMatchObject({
      code: "agent.dernier-administrateur",
    });
    expect((await lireAgent.execute(deps, installateur, { id })).habilitations[0]?.enVigueur).toBe(
      true,
    );
    await un(deps, "ali", "administrateur");
    await retirer();
  },
);

testAvecBase(
  "un compte fermé perd ses sessions, ses droits et n’en reçoit plus",
  async ({ deps }) => {
    const lea = await un(deps, "lea", "gestionnaire");
    const jeton = await sessionDe(deps, "lea");
    await fermerCompte.execute(deps, installateur, { id: Number(lea.id) });
    expect(await retrouverSession(deps, jeton)).toBeNull();
    const { fiche, habilitations } = await lireAgent.execute(deps, installateur, {
      id: Number(lea.id),
    });
    expect([fiche.fermeLe, habilitations.some(({ enVigueur }) => enVigueur)]).toEqual([
      deps.now(),
      false,
    ]);
    await expect(
      donnerHabilitation.execute(deps, installateur, {
        agentId: Number(lea.id),
        role: "gestionnaire",
      }),
    ).rejects.toMatchObject({ code: "agent.ferme" });
  },
);

testAvecBase("qui enregistre après un autre voit le conflit et n’écrase rien", async ({ deps }) => {
  const { id } = await un(deps, "lea");
  const { fiche } = await lireAgent.execute(deps, installateur, { id: Number(id) });
  const ecrire = (nom: string) =>
    modifierAgent.execute(deps, installateur, {
      id: Number(id),
      version: fiche.version,
      nom,
      prenom: "Léa",
      courriel: "",
    });
  await ecrire("Martin");
  await expect(ecrire("Dupont")).rejects.toMatchObject({
    code: "agent.conflit",
    details: { actuelle: { nom: "Martin" } },
  });
  expect((await lireAgent.execute(deps, installateur, { id: Number(id) })).fiche.nom).toBe(
    "Martin",
  );
});

testAvecBase(
  "un nouveau mot de passe ferme les sessions et l’ancien ne sert plus",
  async ({ deps }) => {
    const { id } = await un(deps, "lea");
    const jeton = await sessionDe(deps, "lea");
    const provisoire = await reinitialiserMotDePasse.execute(deps, installateur, {
      id: Number(id),
    });
    expect(await retrouverSession(deps, jeton)).toBeNull();
    await expect(sessionDe(deps, "lea")).rejects.toThrow("Refusée");
    const { fiche } = await lireAgent.execute(deps, installateur, { id: Number(id) });
    expect([provisoire.length, fiche.motDePasseProvisoire]).toEqual([19, true]);
  },
);

testAvecBase(
  "la liste cherche, sépare les comptes fermés et se parcourt sans perte ni doublon",
  async ({ deps }) => {
    await deps.base.transaction((tx) =>
      tx.query(`INSERT INTO agent (identifiant, nom, prenom, mot_de_passe, mot_de_passe_provisoire, mot_de_passe_change_le, cree_le)
              SELECT 'agent-' || n, 'Nom ' || (n % 7), 'Prénom', 'x', false, now(), now() FROM generate_series(1, 120) n`),
    );
    const vus: number[] = [];
    let apres: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof listerAgents.execute>> = await listerAgents.execute(
        deps,
        installateur,
        { apres },
      );
      vus.push(...page.agents.map(({ id }) => id));
      apres = page.suite;
    } while (apres !== null);
    expect([vus.length, new Set(vus).size]).toEqual([120, 120]);
    expect(
      (await listerAgents.execute(deps, installateur, { recherche: "AGENT-77" })).agents,
    ).toHaveLength(1);
    expect((await listerAgents.execute(deps, installateur, { fermes: true })).agents).toEqual([]);
  },
);

testAvecBase("sans le droit de gérer, rien ne se fait", async ({ deps }) => {
  const simple = unAgent({ id: 5, droits: new Set(["agent:lire"]) });
  await expect(
    creerAgent.execute(deps, simple, { identifiant: "lea", nom: "M", prenom: "L" }),
  ).rejects.toMatchObject({ code: "habilitation.refusee" });
  await expect(
    donnerHabilitation.execute(deps, simple, { agentId: 1, role: "gestionnaire" }),
  ).rejects.toMatchObject({ code: "habilitation.refusee" });
});
