import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { creerAgent, donnerHabilitation } from "#commun/agent";
import { createSecrets } from "#platform/auth/secrets.ts";
import type { PoolInstance } from "#platform/db/instance.ts";
import type { App } from "#platform/http/app.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { createHttpApp } from "./server.tsx";

const MOT_DE_PASSE = "velours brique tempête";
const logger = {
  info: () => undefined,
  error: (fields: object) => process.stderr.write(`${JSON.stringify(fields)}\n`),
};

async function application(instance: PoolInstance, deps: Deps): Promise<App> {
  const admin = unAgent();
  const { id } = await creerAgent.execute(deps, admin, {
    identifiant: "lea.martin",
    nom: "Martin",
    prenom: "Léa",
    motDePasse: MOT_DE_PASSE,
  });
  await donnerHabilitation.execute(deps, admin, { agentId: id, role: "gestionnaire" });
  return createHttpApp({
    instance,
    secrets: createSecrets(Buffer.alloc(32, 7)),
    port: 0,
    publicUrl: null,
    dataFolder: mkdtempSync(join(tmpdir(), "jalon-http-")),
    clientFolder: null,
    logger,
  });
}

const origin = "http://jalon.local";

async function get(app: App, path: string, cookie = ""): Promise<Response> {
  return app.fetch(new Request(origin + path, { headers: { cookie } }));
}

async function post(
  app: App,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.fetch(
    new Request(origin + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin, ...headers },
    }),
  );
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

testAvecInstance(
  "une page demandée sans session mène à la connexion, puis on y revient",
  async ({ instance, deps }) => {
    const app = await application(instance, deps);
    const home = await get(app, "/");
    expect(await home.text()).toContain('href="/essai"');
    const page = await get(app, "/essai/connexion?retour=/essai/agents");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const refus = await post(app, "/essai/connexion", {
      identifiant: "lea.martin",
      motDePasse: "autre chose",
    });
    expect(refus.status).toBe(422);
    expect(await refus.text()).toContain("mot de passe n’est pas le bon");
    const entree = await post(app, "/essai/connexion", {
      identifiant: "Lea.Martin ",
      motDePasse: MOT_DE_PASSE,
      retour: "/essai/agents",
    });
    expect(entree.status).toBe(303);
    expect(entree.headers.get("location")).toBe("/essai/agents");
    expect(entree.headers.get("set-cookie")).toMatch(
      /^jalon_essai=[\w-]{43}; Path=\/essai; HttpOnly; SameSite=Lax$/,
    );
    const cookie = cookieOf(entree);
    const sortie = await post(app, "/essai/deconnexion", {}, { cookie });
    expect(sortie.headers.get("location")).toBe("/essai/connexion");
    const apres = await get(app, "/essai/connexion", cookieOf(sortie));
    expect(await apres.text()).toContain("Vous êtes déconnecté.");
  },
);
