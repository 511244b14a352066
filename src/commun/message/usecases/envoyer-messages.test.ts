import { expect } from "vitest";
import { readContent } from "#platform/outbox/keep.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { lireDestinatairesDEssai, unDestinataire, valeursRendezVous } from "../testing/essai.ts";
import { type DemandeMessages, envoyerMessages } from "./envoyer-messages.ts";

const agent = unAgent({ id: 7, nom: "Rose Parcours" });

const inconnue = unDestinataire({
  courriels: [{ valeur: "lea@exemple.fr", accord: "I" }],
  telephones: [],
});

const lire = lireDestinatairesDEssai({
  1: unDestinataire(),
  2: unDestinataire({ courriels: [] }),
  3: inconnue,
  4: unDestinataire({
    courriels: [{ valeur: "a@exemple.fr", accord: "R" }],
    telephones: [{ valeur: "0639981234", accord: "R" }],
  }),
  5: unDestinataire({ courriels: [], telephones: [{ valeur: "0322000000", accord: "A" }] }),
});

function ecrire(deps: Deps, demande: Partial<DemandeMessages> = {}, port = lire) {
  return deps.base.transaction((tx) =>
    envoyerMessages(contextOf(deps, tx, agent), port, {
      usage: "convocation-rendez-vous",
      objet: "rendez-vous",
      objetId: 12,
      destinataires: [1].map((personneId) => ({ personneId, valeurs: valeursRendezVous })),
      ...demande,
    }),
  );
}

const vers = (...personnes: readonly number[]) =>
  personnes.map((personneId) => ({ personneId, valeurs: valeursRendezVous }));

testAvecBase(
  "chacune reçoit le message par la voie qu’elle accepte, et celle qui n’en a pas est dite avec la raison",
  async ({ deps }) => {
    const { envoyes, sans } = await ecrire(deps, { destinataires: vers(1, 2, 3, 4, 5, 6) });
    expect(envoyes.map(({ personneId, canal }) => [personneId, canal])).toEqual([
      [1, "courriel"],
      [2, "sms"],
      [3, "courriel"],
    ]);
    expect(sans.map(({ personneId, code }) => [personneId, code])).toEqual([
      [4, "refus"],
      [5, "sans-coordonnees"],
      [6, "hors-perimetre"],
    ]);
  },
);

testAvecBase(
  "un rappel n’est pas écrit à qui on ne sait pas si elle accepte, une convocation l’est",
  async ({ deps }) => {
    const rappel = await ecrire(deps, { usage: "rappel-rendez-vous", destinataires: vers(3) });
    expect(rappel.sans).toMatchObject([{ code: "accord-inconnu" }]);
  },
);

testAvecBase(
  "le même message demandé deux fois n’est écrit qu’une fois, et le même jour seulement",
  async ({ deps }) => {
    const premier = await ecrire(deps);
    const second = await ecrire(deps);
    expect(second.envoyes).toEqual([{ ...premier.envoyes[0], deja: true }]);
    const demain = await ecrire({ ...deps, now: () => new Date("2026-11-23T09:00:00Z") });
    expect(demain.envoyes).toMatchObject([{ deja: false }]);
  },
);

testAvecBase(
  "le courriel dit quand, où, avec qui et comment prévenir, et tait ce que personne ne sait",
  async ({ deps }) => {
    const { envoyes } = await ecrire(deps);
    await deps.base.transaction(async (tx) => {
      const [message] = await tx.query<{ envoi: number }>(
        "select envoi_id as envoi from message where id = $1",
        [envoyes[0]?.messageId],
      );
      const contenu = await readContent(tx, deps.secrets, message?.envoi ?? 0);
      expect(contenu).toMatchObject({
        to: "alice@exemple.fr",
        from: "Département de la Somme",
        replyTo: "accueil@exemple.fr",
        subject: "Votre rendez-vous du mardi 1er décembre 2026 à 9 h 30",
      });
      expect(contenu?.text).toContain(
        "Où : 4 place Gambetta, 80000 Amiens\nAvec : Mme Rose Parcours",
      );
      expect(contenu?.text).not.toContain("Objet");
      expect(contenu?.text).not.toMatch(/\{\{|\n{3}/u);
    });
  },
);

testAvecBase("le numéro et le texte ne se lisent pas dans la base", async ({ deps }) => {
  await ecrire(deps, { destinataires: vers(2) });
  await deps.base.transaction(async (tx) => {
    const [ligne] = await tx.query<{ tout: string }>(
      "select row_to_json(b)::text || encode(b.contenu, 'escape') as tout from boite_envoi b",
    );
    expect(ligne?.tout).not.toMatch(/3998|Gambetta/u);
  });
});

testAvecBase("un message qui aurait un trou n’est pas écrit", async ({ deps }) => {
  const { "rendez-vous.lieu": _, ...reste } = valeursRendezVous;
  const { sans } = await ecrire(deps, { destinataires: [{ personneId: 1, valeurs: reste }] });
  expect(sans).toMatchObject([{ code: "champs-manquants" }]);
  expect(sans[0]?.raison).toContain("rendez-vous.lieu");
});

testAvecBase("un SMS trop long part en courriel, ou se dit", async ({ deps }) => {
  const valeurs = { ...valeursRendezVous, "rendez-vous.lieu": "tout au bout ".repeat(30) };
  const { envoyes, sans } = await ecrire(deps, {
    destinataires: [
      { personneId: 1, valeurs, prefere: "sms" },
      { personneId: 2, valeurs },
    ],
  });
  expect(envoyes).toMatchObject([{ personneId: 1, canal: "courriel" }]);
  expect(sans).toMatchObject([{ personneId: 2, code: "trop-long" }]);
});

testAvecBase(
  "quatre mille messages s’écrivent en quelques requêtes, et un acte défait n’en laisse aucun",
  async ({ deps }) => {
    const tous: typeof lire = (_, personnes) =>
      Promise.resolve(new Map(personnes.map((id) => [id, unDestinataire()])));
    const destinataires = vers(...Array.from({ length: 4000 }, (_, rang) => rang + 1));
    const { envoyes } = await ecrire(deps, { destinataires }, tous);
    expect(new Set(envoyes.map(({ messageId }) => messageId)).size).toBe(4000);
    const ecrits = () =>
      deps.base.transaction((tx) =>
        tx.query("select count(*)::int as n from boite_envoi where etat = 'en-attente'"),
      );
    expect(await ecrits()).toEqual([{ n: 4000 }]);
    await expect(
      deps.base.transaction(async (tx) => {
        await envoyerMessages(contextOf(deps, tx, agent), tous, {
          usage: "annulation-rendez-vous",
          objet: "rendez-vous",
          destinataires: vers(1),
        });
        throw new Error("défait");
      }),
    ).rejects.toThrow("défait");
    expect(await ecrits()).toEqual([{ n: 4000 }]);
  },
);
