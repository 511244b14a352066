import { expect } from "vitest";
import { createPostman } from "#platform/outbox/deliver.ts";
import type { Delivery, Transport } from "#platform/outbox/transport.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { annulerFusionMessages, suivreFusionMessages } from "../db/fusions.ts";
import { lireMessagesDe } from "../db/lire-messages.ts";
import { lireDestinatairesDEssai, unDestinataire, valeursRendezVous } from "../testing/essai.ts";
import { annulerMessages } from "./annuler-messages.ts";
import { type DestinataireConnu, envoyerMessages } from "./envoyer-messages.ts";
import { lireMessage, listerMessages } from "./lister-messages.ts";
import { oublierMessages } from "./oublier-messages.ts";
import { relancerMessages, retirerMessages } from "./relancer-messages.ts";
import { verifierAvantEnvoi } from "./verifier-avant-envoi.ts";

const agent = unAgent({ id: 7, nom: "Rose Parcours" });
const joignable = lireDestinatairesDEssai({ 1: unDestinataire(), 2: unDestinataire() });

/** Keeps what leaves, like a provider that accepts everything. */
function facteur() {
  const partis: Delivery[] = [];
  const transport: Transport = {
    send(delivery) {
      partis.push(delivery);
      return Promise.resolve({ kind: "sent", answer: "250 pris", providerId: delivery.messageId });
    },
    close: () => Promise.resolve(),
  };
  return { partis, postman: createPostman({ email: transport, sms: transport }) };
}

const rappel = {
  usage: "rappel-rendez-vous",
  partLe: new Date("2026-11-26T07:00:00Z"),
  perimeLe: new Date("2026-12-01T08:30:00Z"),
} as const;

function ecrire(
  deps: Deps,
  usage: "rappel-rendez-vous" | "convocation-rendez-vous" = rappel.usage,
) {
  return deps.base.transaction(async (tx) => {
    const { envoyes } = await envoyerMessages(contextOf(deps, tx, agent), joignable, {
      usage,
      objet: "rendez-vous",
      objetId: 12,
      destinataires: [
        {
          personneId: 1,
          valeurs: valeursRendezVous,
          ...(usage === rappel.usage && { partLe: rappel.partLe, perimeLe: rappel.perimeLe }),
        },
      ],
    });
    return envoyes[0]?.messageId ?? 0;
  });
}

function porter(deps: Deps, le: string, connu: DestinataireConnu = unDestinataire()) {
  const { partis, postman } = facteur();
  const alors = { ...deps, now: () => new Date(le) };
  const verifier = verifierAvantEnvoi(lireDestinatairesDEssai({ 1: connu }));
  const check = (tx: Parameters<typeof contextOf>[1], id: number) =>
    verifier(contextOf(alors, tx, agent), id);
  return postman.deliver({ ...alors, check }).then(() => partis);
}

const messages = (deps: Deps) =>
  deps.base.transaction((tx) => lireMessagesDe(tx, "rendez-vous", [12]));

testAvecBase(
  "un rappel attend son jour, et ne part plus après le rendez-vous",
  async ({ deps }) => {
    await ecrire(deps);
    expect(await porter(deps, "2026-11-25T09:00:00Z")).toEqual([]);
    const [envoi] = await porter(deps, "2026-11-26T08:00:00Z");
    expect(envoi).toMatchObject({ to: "alice@exemple.fr" });
    expect(envoi?.subject).toContain("Rappel");
    expect(await messages(deps)).toMatchObject([
      { etat: "envoye", reponse: "250 pris", finiLe: new Date("2026-11-26T08:00:00Z") },
    ]);
  },
);

testAvecBase(
  "un rappel resté en panne jusqu’au rendez-vous ne part plus, et c’est dit",
  async ({ deps }) => {
    await ecrire(deps);
    expect(await porter(deps, "2026-12-01T08:30:00Z")).toEqual([]);
    expect(await messages(deps)).toMatchObject([
      { etat: "refuse", erreur: "Il était trop tard pour l’envoyer." },
    ]);
  },
);

testAvecBase(
  "un accord retiré entre-temps arrête le message, une adresse changée le suit",
  async ({ deps }) => {
    await ecrire(deps);
    const changee = unDestinataire({ courriels: [{ valeur: "neuve@exemple.fr", accord: "A" }] });
    const refus = unDestinataire({ courriels: [{ valeur: "alice@exemple.fr", accord: "R" }] });
    expect(await porter(deps, "2026-11-26T08:00:00Z", changee)).toMatchObject([
      { to: "neuve@exemple.fr" },
    ]);
    await ecrire(
      { ...deps, now: () => new Date("2026-11-27T08:00:00Z") },
      "convocation-rendez-vous",
    );
    expect(await porter(deps, "2026-11-27T09:00:00Z", refus)).toEqual([]);
    expect((await messages(deps))[0]).toMatchObject({
      etat: "annule",
      erreur: "La personne refuse d’être jointe par courriel et par SMS.",
    });
  },
);

testAvecBase(
  "annuler un rendez-vous reprend son rappel, pas la convocation déjà partie",
  async ({ deps }) => {
    await ecrire(deps, "convocation-rendez-vous");
    await porter(deps, "2026-11-22T09:00:01Z");
    await ecrire(deps);
    const raison = "Le rendez-vous est annulé.";
    const annules = await deps.base.transaction((tx) =>
      annulerMessages(contextOf(deps, tx, agent), { objet: "rendez-vous", objetIds: [12], raison }),
    );
    expect(annules).toBe(1);
    expect(await porter(deps, "2026-11-26T08:00:00Z")).toEqual([]);
    expect(await messages(deps)).toMatchObject([
      { usage: "rappel-rendez-vous", etat: "annule", erreur: raison },
      { usage: "convocation-rendez-vous", etat: "envoye" },
    ]);
  },
);

testAvecBase(
  "le texte s’efface quand sa durée est passée, la preuve du départ reste",
  async ({ deps }) => {
    const id = await ecrire(deps, "convocation-rendez-vous");
    await porter(deps, "2026-11-22T09:00:01Z");
    const plusTard = (jour: string) => ({ ...deps, now: () => new Date(`${jour}T09:00:00Z`) });
    expect(await oublierMessages.execute(plusTard("2027-05-20"), agent, {})).toBe(0);
    expect(await oublierMessages.execute(plusTard("2027-05-23"), agent, {})).toBe(1);
    const lu = await lireMessage(joignable).execute(deps, agent, { id });
    expect(lu).toMatchObject({ contenu: null, etat: "envoye", reponse: "250 pris" });
    expect(await relancerMessages(joignable).execute(deps, agent, { messages: [id] })).toBe(0);
  },
);

testAvecBase(
  "on retire un message qui attend, et seulement à une personne de son périmètre",
  async ({ deps }) => {
    const id = await ecrire(deps);
    const personne = lireDestinatairesDEssai({});
    expect(await retirerMessages(personne).execute(deps, agent, { messages: [id] })).toBe(0);
    await expect(lireMessage(personne).execute(deps, agent, { id })).rejects.toMatchObject({
      code: "message.introuvable",
    });
    expect(await retirerMessages(joignable).execute(deps, agent, { messages: [id] })).toBe(1);
    expect(await messages(deps)).toMatchObject([{ erreur: "Retiré par Rose Parcours." }]);
  },
);

testAvecBase(
  "les messages suivent la personne qu’une fusion garde, et reviennent quand elle est défaite",
  async ({ deps }) => {
    const id = await ecrire(deps);
    const fusion = { fusionId: 3, gardeeId: 2, absorbeeId: 1 };
    const de = async (personneId: number) =>
      (await listerMessages(joignable).execute(deps, agent, { personneId })).map((un) => un.id);
    await deps.base.transaction((tx) => suivreFusionMessages(tx, fusion));
    expect([await de(1), await de(2)]).toEqual([[], [id]]);
    await deps.base.transaction((tx) => annulerFusionMessages(tx, fusion));
    expect([await de(1), await de(2)]).toEqual([[id], []]);
  },
);

testAvecBase(
  "la preuve d’un envoi ne change ni ne s’efface, un message non plus",
  async ({ deps }) => {
    await ecrire(deps, "convocation-rendez-vous");
    await porter(deps, "2026-11-22T09:00:01Z");
    for (const ordre of [
      "update boite_envoi set fini_le = now()",
      "delete from boite_envoi",
      "update message set ecrit_par = 'Autre'",
      "delete from message",
    ]) {
      await expect(deps.base.transaction((tx) => tx.query(ordre))).rejects.toThrow(
        /ne s’efface|ne change/u,
      );
    }
  },
);
