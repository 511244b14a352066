import { expect } from "vitest";
import { z } from "zod";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import { defineUseCase } from "../usecase/define-use-case.ts";
import { createApp } from "./app.ts";
import type { Request as PageRequest, Route } from "./route.ts";
import { StaticFiles } from "./static.ts";

const faits: string[] = [];

const acte = (nature: "lecture" | "ecriture") =>
  defineUseCase({
    name: `essai.${nature}`,
    input: z.object({ quoi: z.string() }),
    droit: "essai:lire",
    nature,
    trace: null,
    run: (_, { quoi }) => {
      faits.push(`${nature} ${quoi}`);
      return Promise.resolve({ quoi });
    },
  });
const lire = acte("lecture");
const ecrire = acte("ecriture");

async function handler(request: PageRequest): Promise<Response> {
  faits.length = 0;
  const [a, encore] = [
    await request.act(lire, { quoi: "a" }),
    await request.act(lire, { quoi: "a" }),
  ];
  expect(encore).toEqual(a);
  await request.act(lire, { quoi: "b" });
  await request.act(ecrire, { quoi: "c" });
  await request.act(lire, { quoi: "a" });
  await request.endReading();
  await request.act(lire, { quoi: "a" });
  return new Response("fait");
}

const routes: readonly Route[] = (["GET", "POST"] as const).map((method) => ({
  method,
  path: "/essai",
  droit: "essai:lire",
  handler,
}));

testAvecInstance(
  "une page qui demande deux fois la même chose ne la lit qu’une, sauf si quelque chose a pu changer",
  async ({ instance, deps }) => {
    const agent = unAgent({ droits: new Set(["essai:lire"]) });
    const app = createApp({
      instance,
      routes,
      deps: (base) => ({ ...deps, base }),
      sessions: {
        find: () =>
          Promise.resolve({
            id: 1,
            nom: agent.nom,
            roles: [],
            droits: agent.droits,
            mustVisit: null,
            pour: () => agent,
          }),
      },
      frame: { page: () => "", failure: (_, { message }) => String(message), home: () => "" },
      files: await StaticFiles.read(null),
      filesPrefix: "/actifs/",
      logger: { info: () => undefined, error: (fields) => expect.fail(JSON.stringify(fields)) },
      publicUrl: null,
      behindProxy: false,
      uploadsFolder: "inutile",
    });
    const demander = async (method: string) => {
      const headers = { cookie: "jalon_essai=jeton", "sec-fetch-site": "same-origin" };
      const reponse = await app.fetch(new Request("http://essai/essai/essai", { method, headers }));
      expect(await reponse.text()).toBe("fait");
      return [...faits];
    };
    const apres = ["ecriture c", "lecture a", "lecture a"];
    expect(await demander("GET")).toEqual(["lecture a", "lecture b", ...apres]);
    expect(await demander("POST")).toEqual(["lecture a", "lecture a", "lecture b", ...apres]);
  },
);
