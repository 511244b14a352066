import { expect } from "vitest";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { commandesAgent } from "./cli.ts";
import { lireAgent } from "./usecases/lire-agent.ts";
import { seConnecter } from "./usecases/se-connecter.ts";

testAvecInstance(
  "« jalon administrateur creer » ouvre un compte qui se connecte, ou dit en une phrase ce qui ne va pas",
  async ({ deps, instance }) => {
    const [commande] = commandesAgent;
    const creer = async (identifiant: string) =>
      commande?.run({
        args: {},
        options: { departement: "essai", identifiant, prenom: "Léa", nom: "Martin" },
        signal: new AbortController().signal,
        instance: () => Promise.resolve(instance),
        deps: () => Promise.resolve(deps),
        agent: unAgent(),
        progress: () => undefined,
      });
    const cree = await creer("lea.martin");
    expect(cree && commande?.print(cree)).toMatch(/^Compte ouvert\. .* : \S+$/);
    const connexion = await seConnecter.execute(deps, unAgent(), {
      identifiant: "lea.martin",
      motDePasse: String(cree?.["motDePasseProvisoire"]),
      adresse: "::1",
      navigateur: "",
    });
    expect(connexion.etat).not.toBe("refusee");
    const fiche = await lireAgent.execute(deps, unAgent(), { id: Number(cree?.["agentId"]) });
    expect(JSON.stringify(fiche)).toContain('"role":"administrateur"');

    await expect(creer("lea.martin")).rejects.toMatchObject({ code: "saisie.invalide" });
    await expect(creer("é")).rejects.toThrow("Écrivez au moins trois lettres");
  },
);
