import { z } from "zod";
import { civilDay } from "#platform/clock/civil-day.ts";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import { compterEffectifs as compter, type Effectifs } from "../db/suites-de-flux.ts";

const gardes = new KeptCounts<Effectifs>();

/** Bénéficiaires, and those whose file is incomplete, within what the reader may see. */
export const compterEffectifs = defineUseCase({
  name: "dossier.compter-effectifs",
  input: z.object({}),
  droit: "personne:lister",
  nature: "lecture",
  trace: null,
  run({ tx, now, agent: { portee } }): Promise<Effectifs> {
    return gardes.read(tx, porteeKey(portee, civilDay(now)), () => compter(tx, portee));
  },
});
