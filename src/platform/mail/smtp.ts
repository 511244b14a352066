import { createTransport } from "nodemailer";
import type { Delivery, Outcome, Transport } from "../outbox/transport.ts";

export interface SmtpSettings {
  /** `smtps://account:password@host:465`, `smtp://host:587` */
  readonly url: string;
  /** Address every e-mail comes from. */
  readonly sender: string;
}

const CONNECT_MS = 15_000;
const ANSWER_MS = 60_000;

export function smtpTransport({ url, sender }: SmtpSettings): Transport {
  const transporter = createTransport({
    pool: true,
    url,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(delivery) {
      try {
        const { response, messageId } = await transporter.sendMail(envelope(delivery, sender));
        return { kind: "sent", answer: response, providerId: messageId };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close() {
      transporter.close();
      return Promise.resolve();
    },
  };
}

/** An e-mail as it is written on the wire, or in a file. */
export function envelope(delivery: Delivery, sender: string) {
  const { to, subject, text, from, replyTo, messageId } = delivery;
  const domain = sender.slice(sender.indexOf("@") + 1);
  return {
    from: { name: from, address: sender },
    to: { name: "", address: to },
    ...(replyTo !== null && { replyTo }),
    subject: subject ?? "",
    text,
    textEncoding: "quoted-printable",
    messageId: `<${messageId}@${domain}>`,
    // RFC 3834: no answering machine answers to it.
    headers: { "Auto-Submitted": "auto-generated" },
  } as const;
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

const TOO_BUSY = 421;
const PERMANENT = 500;

/**
 * What a refusal means (RFC 5321, § 4.2.1). Only what the server says of the recipient or of the text is a refusal of
 * this message: a refused password or sender is a setting to correct, and the message waits.
 */
function outcomeOf({ message, command, response, responseCode }: SmtpError): Outcome {
  const said = response ?? message;
  const ofTheMessage = command === "RCPT TO" || command === "DATA";
  if (ofTheMessage && responseCode !== undefined && responseCode !== TOO_BUSY) {
    return responseCode >= PERMANENT
      ? { kind: "refused", error: `Refusé par le serveur du destinataire : ${said}` }
      : { kind: "later", error: `Le serveur demande d’attendre : ${said}` };
  }
  if (command === "API" && message.startsWith("Invalid recipient")) {
    return { kind: "refused", error: "L’adresse électronique est mal formée." };
  }
  return { kind: "down", error: `Le serveur de courriel ne prend rien : ${said}` };
}
