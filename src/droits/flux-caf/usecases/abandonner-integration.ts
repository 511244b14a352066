import { z } from "zod";
import { retablirDansLaTransaction } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { abandonner, estVivante } from "../db/integrations.ts";
import { lireUne } from "../db/lectures.ts";
import { porteurCourant } from "../db/porteur-courant.ts";
import { introuvable } from "./terminer-integration.ts";

/** Gives up an interrupted run: what it wrote stays, another file may be taken. It can still be taken up later. */
export const abandonnerIntegration = defineUseCase({
  name: "flux-caf.abandonner-integration",
  input: z.object({ integrationId: z.coerce.number().int().positive() }),
  droit: "flux:importer",
  nature: "ecriture",
  trace: ({ integrationId }) => ({ objet: "integration", objetId: integrationId }),
  async run({ tx, now }, { integrationId }) {
    const lue = await lireUne(tx, integrationId);
    if (!lue) throw introuvable(integrationId);
    if (estVivante(lue, porteurCourant(), now)) throw vivante(integrationId);
    if (!(await abandonner(tx, integrationId))) throw finie(integrationId);
    await retablirDansLaTransaction(tx);
    return { integrationId };
  },
});

function vivante(integrationId: number): DomainError {
  return new DomainError(
    "flux.en-cours",
    "Cette intégration avance encore : elle ne s’abandonne que si elle s’arrête avant la fin. Attendez qu’elle se termine.",
    { integrationId },
  );
}

function finie(integrationId: number): DomainError {
  return new DomainError(
    "flux.finie",
    "Cette intégration est déjà terminée ou abandonnée : il n’y a plus rien à abandonner.",
    { integrationId },
  );
}
