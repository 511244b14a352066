import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lacher } from "../db/integrations.ts";
import { porteurCourant } from "../db/porteur-courant.ts";

/** After a failure, so that people see a run that stopped and not one that seems to go on. */
export const lacherIntegration = defineUseCase({
  name: "flux-caf.lacher-integration",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:importer",
  nature: "ecriture",
  // Nothing of the run changes but who holds it.
  trace: null,
  run: ({ tx }, { integrationId }) => lacher(tx, integrationId, porteurCourant()),
});
