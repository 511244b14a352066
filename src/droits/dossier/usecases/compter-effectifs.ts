import { z } from "zod";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ComptesGardes } from "../db/comptes-gardes.ts";
import { compterEffectifs as compter, type Effectifs } from "../db/suites-de-flux.ts";

const gardes = new ComptesGardes<Effectifs>();

/** Bénéficiaires, and those whose file is incomplete, within what the reader may see. */
export const compterEffectifs = defineUseCase({
  name: "dossier.compter-effectifs",
  input: z.object({}),
  droit: "personne:lister",
  nature: "lecture",
  trace: null,
  run({ tx, agent: { portee } }): Promise<Effectifs> {
    // A perimeter also follows the communes of a territory and who accompanies whom, which have no version.
    if (portee.territoires !== "tous") return compter(tx, portee);
    return gardes.lire(tx, "effectifs", () => compter(tx, portee));
  },
});
