import { z } from "zod";
import type { Tx } from "#platform/db/tx.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireProchains, type ProchainRendezVous } from "../db/venues.ts";
import { type AgendaLu, lire } from "./lire-agenda.ts";

/** The next meeting of each of these persons that has one. */
export function lireProchainsRendezVous(
  tx: Tx,
  personnes: readonly number[],
  maintenant: Date,
): Promise<ReadonlyMap<number, ProchainRendezVous>> {
  return lireProchains(tx, personnes, maintenant);
}

/** Today, for the home: of who signs in when she receives, else of the structure whose desk she keeps. */
export const lireAgendaDuJour = defineUseCase({
  name: "agenda.lire-accueil",
  input: z.object({}),
  droit: "agenda:lire",
  nature: "lecture",
  trace: (_, { structure }: AgendaLu) => ({ objet: "structure", objetId: structure?.id ?? null }),
  async run(context): Promise<AgendaLu> {
    const lu = await lire(context, {
      structureId: null,
      referentId: null,
      vue: "jour",
      jour: null,
    });
    const siens = <Une extends { readonly referentId: number | null }>(toutes: readonly Une[]) =>
      toutes.filter((une) => une.referentId !== null && lu.moi.includes(une.referentId));
    if (lu.moi.length === 0) return lu;
    return { ...lu, rendezVous: siens(lu.rendezVous), libres: siens(lu.libres) };
  },
});
