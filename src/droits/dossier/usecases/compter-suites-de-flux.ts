import { z } from "zod";
import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import { type Compte, compterChangementsDe, compterMouvementsDe } from "../db/suites-de-flux.ts";

interface Suites {
  readonly mouvements: readonly Compte[];
  readonly changements: readonly Compte[];
}

const gardes = new KeptCounts<Suites>();

/** What a file changed, in figures, among those the reader may see: persons by kind of movement, changes by field. Names nobody. */
export const compterSuitesDeFlux = defineUseCase({
  name: "dossier.compter-suites-de-flux",
  input: z.object({ integrationId: z.number().int() }),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  run({ tx, now, agent: { portee } }, { integrationId }): Promise<Suites> {
    const compter = async () => ({
      mouvements: await compterMouvementsDe(tx, portee, integrationId),
      changements: await compterChangementsDe(tx, portee, integrationId),
    });
    return gardes.read(tx, `${integrationId} ${porteeKey(portee, civilDay(now))}`, compter);
  },
});
