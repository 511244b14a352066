import { fork } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { envoyerMessages, lireMessagesDe } from "#commun/message";
import { lireJoignables } from "#droits/dossier";
import { enqueue } from "#platform/outbox/enqueue.ts";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { openMailbox } from "#platform/testing/mailbox.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { ouvrirFacteur, porterMessages } from "./messages.ts";
import { entrer } from "./testing/agent-entre.ts";
import { unFoyerDeclare } from "./testing/foyers.ts";
import { declarer, idDe } from "./testing/foyers-inscrits.ts";
import { startWorker } from "./worker.ts";

const dossier = () => mkdtempSync(join(tmpdir(), "jalon-messages-"));

const valeursRendezVous = {
  "rendez-vous.date": "mardi 1er décembre 2026",
  "rendez-vous.heure": "9 h 30",
  "rendez-vous.lieu": "4 place Gambetta, 80000 Amiens",
};

const telephone = { nature: "telephone", valeur: "0639981234", type: "M", accord: "A" } as const;
const courriel = { nature: "courriel", valeur: "alice@exemple.fr", accord: "A" } as const;

async function alice(deps: Deps): Promise<number> {
  await declarer(deps, "2026-09-30", [
    unFoyerDeclare({ contacts: [telephone, { ...courriel, type: null }] }),
  ]);
  return idDe(deps, "ALICE");
}

function convoquer(deps: Deps, personneId: number, prefere: "courriel" | "sms" = "courriel") {
  return deps.base.transaction(async (tx) => {
    const { envoyes } = await envoyerMessages(
      contextOf(deps, tx, unAgent({ nom: "Rose Parcours" })),
      lireJoignables,
      {
        usage: "convocation-rendez-vous",
        objet: "rendez-vous",
        objetId: 12,
        destinataires: [{ personneId, valeurs: valeursRendezVous, prefere }],
      },
    );
    return envoyes[0]?.messageId ?? 0;
  });
}

testAvecInstance(
  "un courriel écrit par n’importe quel acte part par le serveur réglé, et sa réponse est gardée",
  async ({ instance, url, deps }) => {
    const boite = await openMailbox();
    const dataFolder = dossier();
    const smtp = { url: boite.url, sender: "insertion@somme.exemple.fr" };
    const worker = await startWorker({
      url,
      instance,
      deps: () => Promise.resolve(deps),
      dataFolder,
      facteur: ouvrirFacteur({ smtp, sms: null, dataFolder }),
    });
    try {
      await convoquer(deps, await alice(deps));
      for (let i = 0; i < 400 && boite.received.length === 0; i += 1)
        await new Promise((go) => setTimeout(go, 50));
      expect(boite.received).toMatchObject([
        { to: ["alice@exemple.fr"], from: "insertion@somme.exemple.fr" },
      ]);
      expect(boite.received[0]?.raw).toContain("D=C3=A9partement de la Somme");
    } finally {
      await worker.stop();
      await boite.close();
    }
    const lus = await deps.base.transaction((tx) => lireMessagesDe(tx, "rendez-vous", [12]));
    expect(lus).toMatchObject([{ etat: "envoye", reponse: "250 taken as 1" }]);
  },
  60_000,
);

testAvecBase(
  "la liste, le message et la fiche disent ce qui part, ce qui est parti et ce qui a échoué",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const id = await convoquer(deps, personneId);
    const rose = await entrer(deps, "gestionnaire");
    expect(await rose.lire("/messages")).toContain("Sur le départ");
    const avant = await rose.lire(`/messages/${id}`);
    expect(avant).toContain("alice@exemple.fr");
    expect(avant).toContain("mardi 1er décembre 2026");
    expect(avant).toContain("Ne pas envoyer");
    await porterMessages(
      deps,
      unAgent(),
      ouvrirFacteur({ smtp: null, sms: null, dataFolder: dossier() }),
    );
    expect(await rose.lire(`/messages/${id}`)).toContain("n’a pas quitté Jalon");
    const fiche = await rose.lire(`/personnes/${personneId}/courriers`);
    expect(fiche).toContain("Courriels et SMS");
    expect(fiche).toContain("Pas envoyé : aucun serveur");
    expect(await rose.lire("/messages?depart=ecrit")).toContain(`/messages/${id}"`);
    expect(await rose.lire("/messages?depart=envoye")).not.toContain(`/messages/${id}"`);
  },
);

testAvecBase(
  "un message refusé se relance de sa page, un message qui attend se retire",
  async ({ deps }) => {
    const personneId = await alice(deps);
    const id = await convoquer(deps, personneId);
    const boite = await openMailbox({ refuse: () => 550 });
    const facteur = ouvrirFacteur({
      smtp: { url: boite.url, sender: "insertion@somme.exemple.fr" },
      sms: null,
      dataFolder: dossier(),
    });
    await porterMessages(deps, unAgent(), facteur);
    const rose = await entrer(deps, "gestionnaire");
    const refuse = await rose.lire(`/messages/${id}`);
    expect(refuse).toContain("Ce message n’est pas arrivé");
    expect(refuse).toContain("550");
    expect(await rose.lire("/messages?difficulte=oui")).toContain("Refusé le 22/11/2026");
    expect(await rose.lire("/messages?difficulte=non")).not.toContain("Refusé le 22/11/2026");
    expect((await rose.envoyer(`/messages/${id}/relancer`)).status).toBe(303);
    expect(await rose.lire(`/messages/${id}`)).toContain("Ne pas envoyer");
    expect((await rose.envoyer(`/messages/${id}/retirer`)).status).toBe(303);
    expect(await rose.lire(`/messages/${id}`)).toContain("Ce message n’est pas parti");
    await facteur.close();
    await boite.close();
  },
);

testAvecBase("un référent ne voit pas les messages des personnes d’un autre", async ({ deps }) => {
  const id = await convoquer(deps, await alice(deps));
  const autre = await entrer(deps, "referent");
  expect(await autre.statut(`/messages/${id}`)).toBe(404);
  expect(await autre.lire("/messages")).not.toContain("Sur le départ");
});

const processus = new URL("./testing/travailler-processus.ts", import.meta.url);

testAvecInstance(
  "un travailleur tué pendant ses envois n’en perd aucun : le suivant finit, sans rien refaire de noté",
  async ({ url, deps }) => {
    const dataFolder = dossier();
    const combien = 200;
    await deps.base.transaction((tx) =>
      enqueue(
        contextOf(deps, tx, unAgent()),
        Array.from({ length: combien }, (_, rang) => ({
          key: `essai:${rang}`,
          channel: "sms" as const,
          to: "+33639981234",
          subject: null,
          text: `Message ${rang}`,
          from: "ESSAI",
          replyTo: null,
        })),
      ),
    );
    const faits = async () => {
      const [compte] = await deps.base.transaction((tx) =>
        tx.query<{ ecrits: number; essais: number }>(
          "select count(*) filter (where etat = 'ecrit')::int as ecrits, sum(essais)::int as essais from boite_envoi",
        ),
      );
      return compte ?? { ecrits: 0, essais: 0 };
    };
    const attendre = async (assez: number) => {
      for (let i = 0; i < 1000 && (await faits()).ecrits < assez; i += 1)
        await new Promise((go) => setTimeout(go, 10));
    };
    const premier = fork(processus, [url, dataFolder], { stdio: "inherit" });
    await attendre(20);
    premier.kill("SIGKILL");
    await new Promise((go) => premier.once("exit", go));
    expect((await faits()).ecrits).toBeLessThan(combien);
    const second = fork(processus, [url, dataFolder], { stdio: "inherit" });
    await attendre(combien);
    second.kill("SIGTERM");
    await new Promise((go) => second.once("exit", go));
    expect(await faits()).toEqual({ ecrits: combien, essais: combien });
    expect(
      readdirSync(join(dataFolder, "messages")).filter((nom) => nom.endsWith(".txt")),
    ).toHaveLength(combien);
  },
  60_000,
);
