import { mkdtempSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { createSecrets } from "#platform/auth/secrets.ts";
import { testAvecInstance } from "#platform/testing/base.ts";
import { startServer } from "./server.tsx";

/** Seconds a browser keeps a connection it does not use. */
const NAVIGATEUR = 300;

testAvecInstance(
  "le serveur ne ferme pas avant le navigateur une connexion au repos, et s’arrête sans l’attendre",
  async ({ instance }) => {
    const server = await startServer({
      instance,
      secrets: createSecrets(Buffer.alloc(32, 7)),
      port: 0,
      publicUrl: null,
      dataFolder: mkdtempSync(join(tmpdir(), "jalon-http-")),
      clientFolder: null,
    });
    const agent = new Agent({ keepAlive: true });
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        get(`${server.url}/`, { agent }, resolve).once("error", reject);
      });
      await answer.resume().toArray();
      const [, seconds] = /timeout=(\d+)/.exec(String(answer.headers["keep-alive"])) ?? [];
      expect(Number(seconds)).toBeGreaterThan(NAVIGATEUR);
    } finally {
      const asked = performance.now();
      await server.stop();
      agent.destroy();
      expect(performance.now() - asked).toBeLessThan(5000);
    }
  },
);
