import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { abandonner } from "../db/integrations.ts";
import { introuvable } from "./terminer-integration.ts";

/** Gives up an interrupted run: what it wrote stays, another file may be taken. It can still be taken up later. */
export const abandonnerIntegration = defineUseCase({
  name: "flux-caf.abandonner-integration",
  input: z.object({ integrationId: z.coerce.number().int().positive() }),
  droit: "flux:importer",
  nature: "ecriture",
  trace: ({ integrationId }) => ({ objet: "integration", objetId: integrationId }),
  async run({ tx }, { integrationId }) {
    if (!(await abandonner(tx, integrationId))) throw introuvable(integrationId);
    return { integrationId };
  },
});
