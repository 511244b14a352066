import { expect, test } from "vitest";
import { smtpTransport } from "../mail/smtp.ts";
import { testAvecBase, testAvecInstance, unAgent } from "../testing/base.ts";
import { type Mailbox, openMailbox } from "../testing/mailbox.ts";
import { contextOf, type Deps } from "../usecase/define-use-case.ts";
import { Pauses, retryDelay } from "./backoff.ts";
import { createPostman, type Mailbag, type Verdict } from "./deliver.ts";
import { enqueue } from "./enqueue.ts";
import { cancel, forget, readContent, readProofs, retry } from "./keep.ts";
import type { Outgoing, Proof } from "./message.ts";
import type { Delivery, Outcome, Transport } from "./transport.ts";

const unMessage = (rang: number, champs: Partial<Outgoing> = {}): Outgoing => ({
  key: `essai:${rang}`,
  channel: "email",
  to: `p${rang}@exemple.fr`,
  subject: `Message ${rang}`,
  text: "Bonjour.",
  from: "Département",
  replyTo: null,
  ...champs,
});

const deposer = (deps: Deps, messages: readonly Outgoing[]) =>
  deps.base.transaction((tx) => enqueue(contextOf(deps, tx, unAgent()), messages));

const sac = (deps: Deps, verdict: Verdict = { kind: "send" }): Mailbag => ({
  ...deps,
  check: () => Promise.resolve(verdict),
});

/** Answers what it is told to, and keeps what it was handed. */
function scripted(...outcomes: readonly Exclude<Outcome["kind"], "written">[]) {
  const sent: Delivery[] = [];
  const transport: Transport = {
    send(delivery) {
      const kind = outcomes[sent.length] ?? "sent";
      sent.push(delivery);
      return Promise.resolve(
        kind === "sent"
          ? { kind, answer: `250 ok ${delivery.to}`, providerId: "n1" }
          : { kind, error: `${kind} ${delivery.to.toUpperCase()}` },
      );
    },
    close: () => Promise.resolve(),
  };
  return { sent, postman: createPostman({ email: transport, sms: transport }) };
}

async function preuves(deps: Deps): Promise<readonly Proof[]> {
  return deps.base.transaction(async (tx) => {
    const ids = await tx.query<{ id: number }>("select id from boite_envoi order by id");
    const lues = await readProofs(
      tx,
      ids.map(({ id }) => id),
    );
    return [...lues.values()].sort((a, b) => a.id - b.id);
  });
}

const plusTard = (deps: Deps, ms: number): Deps => ({
  ...deps,
  now: () => new Date(deps.now().getTime() + ms),
});

async function brancher(boite: Mailbox) {
  const email = smtpTransport({ url: boite.url, sender: "jalon@exemple.fr" });
  return { email, postman: createPostman({ email, sms: email }) };
}

testAvecBase(
  "un serveur arrêté retarde tout sans rien perdre, puis tout part une fois, dans l’ordre",
  async ({ deps }) => {
    await deposer(
      deps,
      [1, 2, 3].map((rang) => unMessage(rang)),
    );
    const arretee = await openMailbox();
    await arretee.close();
    const sans = await brancher(arretee);
    expect(await sans.postman.deliver(sac(deps))).toBe(1);
    // The server is said to be down: the others are not even tried.
    expect(await sans.postman.deliver(sac(deps))).toBe(0);
    expect(await preuves(deps)).toMatchObject([
      { state: "en-attente", attempts: 1, lastError: expect.stringContaining("ECONNREFUSED") },
      { state: "en-attente", attempts: 0, lastError: null },
      { state: "en-attente", attempts: 0 },
    ]);
    await sans.email.close();
    const boite = await openMailbox({ port: arretee.port });
    const avec = await brancher(boite);
    expect(await avec.postman.deliver(sac(plusTard(deps, 6000)))).toBe(3);
    expect(boite.received.map(({ to }) => to[0]).sort()).toEqual([
      "p1@exemple.fr",
      "p2@exemple.fr",
      "p3@exemple.fr",
    ]);
    expect((await preuves(deps)).map(({ state }) => state)).toEqual(["envoye", "envoye", "envoye"]);
    await avec.email.close();
    await boite.close();
  },
);

testAvecBase(
  "une adresse se tait, quels que soient ses signes et la façon dont le serveur l’écrit",
  async ({ deps }) => {
    const adresses = ["jean-paul+rsa@exemple-a.fr", "o'neil$(x)@exemple.fr", "+33639981234"];
    await deposer(
      deps,
      adresses.map((to, rang) => unMessage(rang, { to })),
    );
    const { postman } = scripted("refused", "sent", "refused");
    await postman.deliver(sac(deps));
    const dits = (await preuves(deps)).map(({ lastError, answer }) => lastError ?? answer);
    expect(dits).toEqual(["refused (adresse)", "250 ok (adresse)", "refused +(adresse)"]);
  },
);

testAvecBase(
  "un refus définitif se dit sans l’adresse, n’arrête pas les suivants, et se relance",
  async ({ deps }) => {
    await deposer(deps, [unMessage(1), unMessage(2)]);
    const { postman } = scripted("refused");
    await postman.deliver(sac(deps));
    const [refuse, envoye] = await preuves(deps);
    expect(refuse).toMatchObject({ state: "refuse", lastError: "refused (adresse)", attempts: 1 });
    expect(envoye).toMatchObject({ state: "envoye", answer: "250 ok (adresse)", providerId: "n1" });
    const ids = [refuse?.id ?? 0, envoye?.id ?? 0];
    const relances = await deps.base.transaction((tx) => retry({ tx, now: deps.now() }, ids));
    expect(relances).toEqual([refuse?.id]);
    await scripted().postman.deliver(sac(deps));
    expect((await preuves(deps)).map(({ state }) => state)).toEqual(["envoye", "envoye"]);
  },
);

testAvecBase(
  "une boîte pleine s’essaie de moins en moins souvent, et s’abandonne après cinq jours",
  async ({ deps }) => {
    await deposer(deps, [unMessage(1)]);
    const toujours = scripted(...Array.from({ length: 500 }, () => "later" as const));
    let le = 0;
    for (let tour = 0; tour < 400; tour += 1) {
      await toujours.postman.deliver(sac(plusTard(deps, le)));
      const [preuve] = await preuves(deps);
      if (preuve?.state !== "en-attente") break;
      le = preuve.nextAttempt.getTime() - deps.now().getTime();
    }
    const [preuve] = await preuves(deps);
    expect(preuve).toMatchObject({ state: "refuse", lastError: "later (adresse)" });
    expect(preuve?.attempts).toBeGreaterThan(100);
    expect(le).toBeLessThan(5 * 86_400_000 + 3_700_000);
  },
);

testAvecBase("un message n’attend pas un autre canal en panne", async ({ deps }) => {
  await deposer(deps, [unMessage(1), unMessage(2, { channel: "sms", to: "+33639981234" })]);
  const answering = (outcome: Outcome): Transport => ({
    send: () => Promise.resolve(outcome),
    close: () => Promise.resolve(),
  });
  const postman = createPostman({
    email: answering({ kind: "down", error: "arrêté" }),
    sms: answering({ kind: "sent", answer: "pris", providerId: "n1" }),
  });
  await postman.deliver(sac(deps));
  expect((await preuves(deps)).map(({ state }) => state)).toEqual(["en-attente", "envoye"]);
});

testAvecBase(
  "une clé donnée deux fois ne fait qu’un message, dans un lot comme ensuite",
  async ({ deps }) => {
    const premiers = await deposer(deps, [unMessage(1), unMessage(1, { text: "Autre" })]);
    expect(premiers.map(({ isNew }) => isNew)).toEqual([true, false]);
    expect(premiers[0]?.id).toBe(premiers[1]?.id);
    expect(await deposer(deps, [unMessage(1)])).toEqual([{ id: premiers[0]?.id, isNew: false }]);
    const { sent, postman } = scripted();
    await postman.deliver(sac(deps));
    expect(sent.map(({ text }) => text)).toEqual(["Bonjour."]);
  },
);

testAvecBase(
  "un verdict arrête un message ou change son adresse, que la preuve retient",
  async ({ deps }) => {
    await deposer(deps, [unMessage(1)]);
    const { sent, postman } = scripted();
    await postman.deliver(sac(deps, { kind: "cancel", reason: "Elle ne le veut plus." }));
    expect(await preuves(deps)).toMatchObject([
      { state: "annule", lastError: "Elle ne le veut plus.", attempts: 0 },
    ]);
    await deposer(deps, [unMessage(2)]);
    await postman.deliver(sac(deps, { kind: "send-to", to: "neuve@exemple.fr" }));
    expect(sent).toMatchObject([{ to: "neuve@exemple.fr" }]);
    await deps.base.transaction(async (tx) => {
      const [, second] = await tx.query<{ id: number; dest: Buffer }>(
        "select id, empreinte_destinataire as dest from boite_envoi order by id",
      );
      expect(second?.dest).toEqual(deps.secrets.digest("neuve@exemple.fr"));
      expect(await readContent(tx, deps.secrets, second?.id ?? 0)).toMatchObject({
        to: "neuve@exemple.fr",
      });
      expect(await forget(tx, new Date("2026-12-31T00:00:00Z"))).toBe(2);
      expect(await readContent(tx, deps.secrets, second?.id ?? 0)).toBeNull();
    });
  },
);

testAvecBase("ce qui attend s’annule, ce qui est parti ne s’annule plus", async ({ deps }) => {
  const [parti] = await deposer(deps, [unMessage(1)]);
  await scripted().postman.deliver(sac(deps));
  const [attend] = await deposer(deps, [unMessage(2)]);
  const ids = [parti?.id ?? 0, attend?.id ?? 0];
  const annules = await deps.base.transaction((tx) =>
    cancel({ tx, now: deps.now() }, ids, "Annulé."),
  );
  expect(annules).toEqual([attend?.id]);
});

testAvecInstance(
  "deux facteurs à la fois n’envoient chaque message qu’une fois",
  async ({ deps }) => {
    const boite = await openMailbox();
    const messages = Array.from({ length: 60 }, (_, rang) => unMessage(rang));
    await deposer(deps, messages);
    const un = await brancher(boite);
    const autre = await brancher(boite);
    const faits = await Promise.all([un, autre].map(({ postman }) => postman.deliver(sac(deps))));
    expect(faits[0] ?? 0).toBeGreaterThan(0);
    expect(faits[1] ?? 0).toBeGreaterThan(0);
    expect(boite.received.map(({ to }) => to[0]).sort()).toEqual(
      messages.map(({ to }) => to).sort(),
    );
    await Promise.all([un.email.close(), autre.email.close(), boite.close()]);
  },
  60_000,
);

testAvecInstance(
  "un facteur qui tombe entre la réponse du serveur et sa note envoie le même message, reconnaissable",
  async ({ deps }) => {
    const boite = await openMailbox();
    await deposer(deps, [unMessage(1)]);
    const { email, postman } = await brancher(boite);
    const tombe: Transport = {
      async send(delivery) {
        await email.send(delivery);
        throw new Error("tombé");
      },
      close: () => Promise.resolve(),
    };
    await expect(createPostman({ email: tombe, sms: tombe }).deliver(sac(deps))).rejects.toThrow(
      "tombé",
    );
    expect(await preuves(deps)).toMatchObject([{ state: "en-attente", attempts: 0 }]);
    await postman.deliver(sac(deps));
    const identifiants = boite.received.map(({ raw }) => /^Message-ID: (.*)\r$/mu.exec(raw)?.[1]);
    expect(identifiants).toHaveLength(2);
    expect(identifiants[0]).toBe(identifiants[1]);
    await email.close();
    await boite.close();
  },
);

test("les essais s’espacent, jusqu’à une heure pour un message et cinq minutes pour un serveur", () => {
  const delais = Array.from({ length: 12 }, (_, rang) => retryDelay(rang + 1) / 1000);
  expect(delais.slice(0, 4)).toEqual([30, 60, 120, 240]);
  expect(Math.max(...delais)).toBe(3600);
  const pauses = new Pauses<string>();
  const durees = Array.from({ length: 10 }, () => pauses.begin("email", 0) / 1000);
  expect(durees.slice(0, 3)).toEqual([5, 10, 20]);
  expect(Math.max(...durees)).toBe(300);
  expect([pauses.holds("email", 299_999), pauses.holds("email", 300_000)]).toEqual([true, false]);
  pauses.end("email");
  expect(pauses.holds("email", 0)).toBe(false);
});
