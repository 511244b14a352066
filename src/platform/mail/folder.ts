import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Delivery, Outcome, Transport } from "../outbox/transport.ts";
import { envelope } from "./smtp.ts";

/** Where e-mails come from when no address is set: a name no network resolves (RFC 2606, § 2). */
const NOBODY = "jalon@jalon.invalid";

/** Writes each e-mail in a file, as a mail program opens it: for an instance that has no mail server yet. */
export function emlFolder(folder: string): Transport {
  const transporter = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(delivery) {
      const { message } = await transporter.sendMail(envelope(delivery, NOBODY));
      return write(folder, `${delivery.messageId}.eml`, message as Buffer, {
        ...delivery,
        what: "aucun serveur de courriel n’est réglé",
      });
    },
    close: () => Promise.resolve(),
  };
}

/** The same for SMS. */
export function smsFolder(folder: string): Transport {
  return {
    send(delivery) {
      const { to, from, text, messageId } = delivery;
      return write(folder, `${messageId}.txt`, `À : ${to}\nDe : ${from}\n\n${text}\n`, {
        ...delivery,
        what: "aucun service de SMS n’est réglé",
      });
    },
    close: () => Promise.resolve(),
  };
}

/** Whole or not at all; sent again, the same message takes the same place. */
async function write(
  folder: string,
  name: string,
  content: string | Buffer,
  { messageId, what }: Pick<Delivery, "messageId"> & { readonly what: string },
): Promise<Outcome> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, name);
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
    return {
      kind: "written",
      answer: `Pas envoyé : ${what}. Le message est dans le dossier des messages.`,
      providerId: messageId,
    };
  } catch (error) {
    return { kind: "down", error: `Le dossier des messages ne s’écrit pas : ${String(error)}` };
  }
}
