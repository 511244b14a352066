import { expect, test } from "vitest";
import type { Delivery } from "../outbox/transport.ts";
import { type Mailbox, openMailbox } from "../testing/mailbox.ts";
import { smtpTransport } from "./smtp.ts";

const message: Delivery = {
  to: "alice@exemple.fr",
  subject: "Votre rendez-vous à Péronne, « œuvre » et suites",
  text: "Madame,\n\nÀ bientôt : l’accueil est au 2ᵉ étage.\n.\nUn point seul ne coupe rien.",
  from: "Département de la Somme",
  replyTo: "accueil@exemple.fr",
  messageId: "0123456789abcdef",
};

async function envoyer(vers: Mailbox, delivery: Partial<Delivery> = {}, url = vers.url) {
  const transport = smtpTransport({ url, sender: "insertion@somme.exemple.fr" });
  try {
    return await transport.send({ ...message, ...delivery });
  } finally {
    await transport.close();
  }
}

/** « quoted-printable » undone. */
function clair(corps: string): string {
  const octets = corps
    .replace(/=\r\n/gu, "")
    .replace(/=([0-9A-F]{2})/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(octets, "latin1").toString("utf8");
}

/** Encoded words of a header undone (RFC 2047). */
function entete(brut: string, nom: string): string {
  const [, valeur = ""] = new RegExp(`^${nom}: ((?:.*)(?:\\r\\n[ \\t].*)*)`, "mu").exec(brut) ?? [];
  return valeur
    .replace(/\?=\s+=\?/gu, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/giu, (_, sorte: string, mots: string) =>
      sorte.toUpperCase() === "B"
        ? Buffer.from(mots, "base64").toString("utf8")
        : clair(mots.replaceAll("_", " ")),
    );
}

test("un courriel part avec ses accents, son expéditeur, et où lui répondre", async () => {
  const boite = await openMailbox();
  try {
    const issue = await envoyer(boite);
    expect(issue).toEqual({
      kind: "sent",
      answer: "250 taken as 1",
      providerId: "<0123456789abcdef@somme.exemple.fr>",
    });
    const [recu] = boite.received;
    expect(recu?.from).toBe("insertion@somme.exemple.fr");
    expect(recu?.to).toEqual(["alice@exemple.fr"]);
    const brut = recu?.raw ?? "";
    expect(entete(brut, "From")).toBe("Département de la Somme <insertion@somme.exemple.fr>");
    expect(entete(brut, "To")).toBe("alice@exemple.fr");
    expect(entete(brut, "Reply-To")).toBe("accueil@exemple.fr");
    expect(entete(brut, "Subject")).toBe(message.subject);
    expect(entete(brut, "Message-ID")).toBe("<0123456789abcdef@somme.exemple.fr>");
    expect(entete(brut, "Auto-Submitted")).toBe("auto-generated");
    expect(entete(brut, "Content-Type")).toBe("text/plain; charset=utf-8");
    const corps = clair(brut.slice(brut.indexOf("\r\n\r\n") + 4)).replaceAll("\r\n", "\n");
    expect(corps.trimEnd()).toBe(message.text);
  } finally {
    await boite.close();
  }
});

test("ce que porte un message n’ajoute ni en-tête ni destinataire", async () => {
  const boite = await openMailbox();
  try {
    await envoyer(boite, {
      subject: "Bonjour\r\nBcc: tous@exemple.fr",
      from: "Somme\r\nX-Autre: oui",
      to: "alice@exemple.fr",
    });
    const [recu] = boite.received;
    expect(recu?.to).toEqual(["alice@exemple.fr"]);
    expect(recu?.raw).not.toMatch(/^(?:Bcc|X-Autre):/mu);
  } finally {
    await boite.close();
  }
});

test.each([
  [550, "refused"],
  [552, "refused"],
  [451, "later"],
  [421, "down"],
])("un destinataire que le serveur refuse par %i est « %s »", async (code, kind) => {
  const boite = await openMailbox({ refuse: () => code });
  try {
    expect(await envoyer(boite)).toMatchObject({
      kind,
      error: expect.stringContaining(String(code)),
    });
    expect(boite.received).toEqual([]);
  } finally {
    await boite.close();
  }
});

test("une adresse mal formée est refusée, pas essayée sans fin", async () => {
  const boite = await openMailbox();
  try {
    expect(await envoyer(boite, { to: "alice exemple.fr" })).toMatchObject({ kind: "refused" });
  } finally {
    await boite.close();
  }
});

test("un mot de passe refusé ou un serveur arrêté n’accuse pas le message", async () => {
  const boite = await openMailbox({ account: { user: "jalon", pass: "juste" } });
  const compte = (pass: string) => boite.url.replace("//", `//jalon:${pass}@`);
  expect(await envoyer(boite, {}, compte("faux"))).toMatchObject({ kind: "down" });
  expect(await envoyer(boite, {}, compte("juste"))).toMatchObject({ kind: "sent" });
  await boite.close();
  expect(await envoyer(boite, {}, compte("juste"))).toMatchObject({
    kind: "down",
    error: expect.stringContaining("ECONNREFUSED"),
  });
});
