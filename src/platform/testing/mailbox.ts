import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, as they came over the wire. */
  readonly raw: string;
}

interface MailboxOptions {
  /** A port to listen on again; a free one by default. */
  readonly port?: number;
  /** The answer to a recipient that is not taken: `550`, `451`; null takes it. */
  readonly refuse?: (recipient: string) => number | null;
  /** The only account let in. */
  readonly account?: { readonly user: string; readonly pass: string };
}

export interface Mailbox {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** A real SMTP server in this process, for what leaves. */
export async function openMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const { port = 0, refuse = () => null, account } = options;
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disabledCommands: account === undefined ? ["AUTH", "STARTTLS"] : ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth({ username, password }, _session, answer) {
      const known = username === account?.user && password === account?.pass;
      answer(known ? null : new Error("Invalid login"), known ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, answer) {
      const code = refuse(address);
      answer(
        code === null
          ? null
          : Object.assign(new Error(`<${address}> no such mailbox`), { responseCode: code }),
      );
    },
    onData(stream, { envelope }, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        answer(null, `taken as ${received.length}`);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
