import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Delivery } from "../outbox/transport.ts";
import { emlFolder, smsFolder } from "./folder.ts";
import { smsGateway } from "./sms-gateway.ts";

const message: Delivery = {
  to: "+33639981234",
  subject: "Rendez-vous",
  text: "Rendez-vous mardi 1er décembre à 9 h 30.",
  from: "DEPT SOMME",
  replyTo: null,
  messageId: "abc123",
};

const dossier = () => join(mkdtempSync(join(tmpdir(), "jalon-messages-")), "messages");

test("sans serveur, un courriel s’écrit dans un fichier que seul le service lit, et la preuve le dit", async () => {
  const folder = dossier();
  const issue = await emlFolder(folder).send({ ...message, to: "alice@exemple.fr" });
  expect(issue).toMatchObject({ kind: "written", answer: expect.stringContaining("Pas envoyé") });
  expect(readdirSync(folder)).toEqual(["abc123.eml"]);
  expect(readFileSync(join(folder, "abc123.eml"), "utf8")).toMatch(/^To: alice@exemple\.fr\r$/mu);
  expect(statSync(join(folder, "abc123.eml")).mode & 0o077).toBe(0);
});

test("un SMS écrit deux fois tient dans un seul fichier", async () => {
  const folder = dossier();
  await smsFolder(folder).send(message);
  await smsFolder(folder).send(message);
  expect(readdirSync(folder)).toEqual(["abc123.txt"]);
  expect(readFileSync(join(folder, "abc123.txt"), "utf8")).toBe(
    `À : +33639981234\nDe : DEPT SOMME\n\n${message.text}\n`,
  );
});

test("un dossier qui ne s’écrit pas retarde, et ne perd rien", async () => {
  const place = dossier();
  writeFileSync(place, "un fichier est à la place du dossier");
  expect(await smsFolder(place).send(message)).toMatchObject({ kind: "down" });
});

/** An SMS service that gives these answers, one after the other. */
async function service(...reponses: readonly (readonly [number, string])[]) {
  const demandes: { cle: string | undefined; corps: unknown }[] = [];
  const server = createServer((demande, reponse) => {
    let corps = "";
    demande.on("data", (bout) => {
      corps += bout;
    });
    demande.on("end", () => {
      demandes.push({ cle: demande.headers.authorization, corps: JSON.parse(corps) });
      const [statut, texte] = reponses[demandes.length - 1] ?? [500, ""];
      reponse.writeHead(statut).end(texte);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    demandes,
    url: `http://127.0.0.1:${port}/sms`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

test("un service de SMS reçoit le numéro, le texte et de quoi reconnaître un double", async () => {
  const sms = await service(
    [201, '{"id":"op-77"}'],
    [422, "numéro impossible"],
    [401, ""],
    [503, ""],
  );
  const gateway = smsGateway({ url: sms.url, key: "secret" });
  expect(await gateway.send(message)).toEqual({
    kind: "sent",
    answer: '201 {"id":"op-77"}',
    providerId: "op-77",
  });
  expect(sms.demandes[0]).toEqual({
    cle: "Bearer secret",
    corps: { to: message.to, from: "DEPT SOMME", text: message.text, id: "abc123" },
  });
  expect(await gateway.send(message)).toMatchObject({ kind: "refused" });
  expect(await gateway.send(message)).toMatchObject({ kind: "down" });
  expect(await gateway.send(message)).toMatchObject({ kind: "down" });
  await sms.close();
  expect(await gateway.send(message)).toMatchObject({ kind: "down" });
});
