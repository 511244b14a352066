import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireUne } from "../db/lectures.ts";
import { lireRejet as lire } from "../db/rejets.ts";
import { rejetIntrouvable } from "./rejouer-rejet.ts";

export interface RejetOuvert {
  readonly id: number;
  readonly integrationId: number;
  readonly fichier: string;
  readonly reference: string;
  readonly nature: "beneficiaires" | "instructions";
  readonly periodicite: string;
  readonly premierFichier: boolean;
  readonly rang: number;
  readonly ligne: number;
  readonly code: string;
  readonly motif: string;
  readonly numeroDemande: string | null;
  /** The record as received. */
  readonly recu: string;
  /** As somebody corrected it, once replayed. */
  readonly corrige: string | null;
  readonly rejoueLe: Date | null;
  readonly dossierId: number | null;
  readonly version: number;
}

/** A rejected record, unsealed to be corrected: it holds civil status, so the reading is journaled. */
export const lireRejet = defineUseCase({
  name: "flux-caf.lire-rejet",
  input: z.object({ rejetId: z.number().int() }),
  droit: "flux:corriger",
  nature: "lecture",
  trace: ({ rejetId }, { numeroDemande }: RejetOuvert) => ({
    objet: "rejet",
    objetId: rejetId,
    details: { numeroDemande },
  }),
  async run({ tx, secrets }, { rejetId }): Promise<RejetOuvert> {
    const rejet = await lire(tx, rejetId);
    const integration = rejet && (await lireUne(tx, rejet.integrationId));
    if (!integration) throw rejetIntrouvable(rejetId);
    const { brut, corrige, ...reste } = rejet;
    const { fichier, reference, nature, periodicite, premierFichier } = integration;
    return {
      ...reste,
      ...{ fichier, reference, nature, periodicite, premierFichier },
      recu: secrets.decrypt(brut),
      corrige: corrige === null ? null : secrets.decrypt(corrige),
    };
  },
});
