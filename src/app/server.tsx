import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { pino } from "pino";
import type { Instance } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type App, createApp, type HttpLogger } from "#platform/http/app.ts";
import type { Route } from "#platform/http/route.ts";
import { StaticFiles } from "#platform/http/static.ts";
import { assetsPrefix, createAssets, readManifest } from "#platform/ui/assets.ts";
import type { DocumentAssets } from "#platform/ui/components/document.tsx";
import { provideListViews } from "#platform/ui/list/views.ts";
import type { Secrets } from "#platform/usecase/define-use-case.ts";
import { vuesDeListe } from "../pilotage/requete/http.ts";
import { depsOf } from "./deps.ts";
import { echeancesPressantes } from "./echeances.ts";
import { createFrame } from "./frame.tsx";
import { routes } from "./routes.ts";
import { sessions } from "./sessions.ts";

export interface ServerOptions {
  readonly instance: Instance;
  readonly secrets: Secrets;
  readonly port: number;
  readonly publicUrl: string | null;
  /** Uploads wait here while they are read. */
  readonly dataFolder: string;
  /** Where `buildAssets` wrote; null or absent: pages come without style, as in tests. */
  readonly clientFolder: string | null;
  readonly behindProxy?: boolean;
  readonly logger?: HttpLogger;
  /** Says each request, and not only what went wrong. */
  readonly requestTraces?: boolean;
  readonly now?: () => Date;
  readonly routes?: readonly Route[];
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** Lets the requests in progress end, ten seconds at most. */
  stop(): Promise<void>;
}

const STOP_AFTER_MS = 10_000;
/**
 * Longer than a browser keeps a connection it does not use (300 s): were the server first, a form sent at that very
 * instant, five seconds after the page by default, would be lost without an answer.
 */
const KEPT_OPEN_MS = 310_000;

/** The whole HTTP application, not listening yet: what the tests call. */
export async function createHttpApp(options: ServerOptions): Promise<App> {
  const { instance, secrets, clientFolder, dataFolder, publicUrl } = options;
  const built = clientFolder !== null && existsSync(join(clientFolder, "manifeste.json"));
  const served = options.routes ?? routes;
  provideListViews(vuesDeListe);
  return createApp({
    instance,
    routes: served,
    deps: (base) => depsOf(base, secrets, options.now),
    sessions,
    due: echeancesPressantes,
    frame: createFrame({
      assets: built ? createAssets(await readManifest(clientFolder)).document : bare,
      served: new Set(served.filter(({ method }) => method === "GET").map(({ path }) => path)),
    }),
    files: await StaticFiles.read(built ? clientFolder : null),
    filesPrefix: assetsPrefix,
    logger: options.logger ?? pino({ base: null, level: options.requestTraces ? "info" : "error" }),
    publicUrl,
    behindProxy: options.behindProxy ?? publicUrl !== null,
    uploadsFolder: join(dataFolder, "envois"),
  });
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = await createHttpApp(options);
  const server: ServerType = await new Promise((resolve, reject) => {
    const { port } = options;
    const serverOptions = { keepAliveTimeout: KEPT_OPEN_MS };
    const listening = serve({ fetch: app.fetch, port, serverOptions }, () => resolve(listening));
    listening.once("error", (error) => reject(closedPort(port, error)));
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: options.publicUrl ?? `http://localhost:${port}`,
    stop: () => stop(server as Server, app),
  };
}

function closedPort(port: number, error: NodeJS.ErrnoException): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Le port ${port} est déjà pris, par un autre programme ou par un Jalon qui tourne.`,
    EACCES: `Ce compte n’a pas le droit d’ouvrir le port ${port} : ceux d’avant 1024 sont réservés.`,
  };
  const reason = reasons[error.code ?? ""];
  if (reason === undefined) return error;
  return new DomainError(
    "serveur.port-ferme",
    `${reason} Donnez-en un autre, par la variable PORT ou par --port.`,
    { port },
  );
}

async function stop(server: Server, app: App): Promise<void> {
  app.metrics.close();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), STOP_AFTER_MS);
  await closed;
  clearTimeout(late);
}

const bare: DocumentAssets = {
  css: `${assetsPrefix}app.css`,
  script: `${assetsPrefix}ameliorer.js`,
  icon: `${assetsPrefix}icone.svg`,
  fonts: [],
};
