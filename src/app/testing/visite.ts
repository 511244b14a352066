import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecrets } from "#platform/auth/secrets.ts";
import type { Base, Instance } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { App } from "#platform/http/app.ts";
import type { Route } from "#platform/http/route.ts";
import { instantDesEssais } from "#platform/testing/base.ts";
import { createHttpApp } from "../server.tsx";

/** The whole HTTP application on the base of one test, asked without a network. */
export const origin = "http://jalon.local";

export function instanceOf(base: Base): Instance {
  return {
    shared: (run) => base.transaction(run),
    departements: () => Promise.resolve([base.departement]),
    departement: (slug) =>
      slug === base.departement.slug
        ? Promise.resolve(base)
        : Promise.reject(new DomainError("departement.inconnu", "Ce département n’existe pas.")),
    close: () => Promise.resolve(),
  };
}

interface AppEssai {
  readonly routes?: readonly Route[];
  readonly publicUrl?: string;
  readonly logs?: Record<string, unknown>[];
}

export function appOf(
  instance: Instance,
  { routes, publicUrl, logs = [] }: AppEssai = {},
): Promise<App> {
  const keep = (fields: Readonly<Record<string, unknown>>) => {
    logs.push(fields);
  };
  return createHttpApp({
    instance,
    secrets: createSecrets(Buffer.alloc(32, 7)),
    port: 0,
    publicUrl: publicUrl ?? null,
    dataFolder: mkdtempSync(join(tmpdir(), "jalon-http-")),
    clientFolder: null,
    now: () => instantDesEssais,
    logger: { info: keep, error: keep },
    ...(routes && { routes }),
  });
}

export function get(app: App, path: string, headers: Record<string, string> = {}) {
  return Promise.resolve(app.fetch(new Request(origin + path, { headers })));
}

export function post(
  app: App,
  path: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams(fields);
  const request = new Request(origin + path, {
    method: "POST",
    body,
    headers: { origin, ...headers },
  });
  return Promise.resolve(app.fetch(request));
}

/** What the browser would send back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}
