import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterIntegrations, listerLues } from "../db/lectures.ts";
import { dire } from "./lire-integration.ts";

const PAGE = 30;

/** The runs of the département, most recent first. */
export const listerIntegrations = defineUseCase({
  name: "flux-caf.lister-integrations",
  input: z.object({
    nature: z.enum(["beneficiaires", "instructions"]).nullable().default(null),
    apres: z.number().int().nullable().default(null),
    limite: z.number().int().max(100).default(PAGE),
  }),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, now }, demande) {
    const lues = await listerLues(tx, { ...demande, limite: demande.limite + 1 });
    const integrations = lues.slice(0, demande.limite).map((lue) => dire(lue, now));
    return {
      integrations,
      total: await compterIntegrations(tx, demande.nature),
      suite: lues.length > demande.limite ? (integrations.at(-1)?.id ?? null) : null,
    };
  },
});
