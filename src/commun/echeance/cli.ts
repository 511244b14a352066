import type { Command } from "#platform/cli/command.ts";
import { recalculerEcheances, type SourceEcheances } from "./usecases/recalculer-echeances.ts";

/** The sources are given by the composition, from the modules that know facts. */
export function commandesEcheance(sources: readonly SourceEcheances[]): readonly Command[] {
  const recalculer = recalculerEcheances(sources);
  return [
    {
      name: "echeances recalculer",
      summary: "Refait toutes les échéances d’un département d’après ses faits et ses règles",
      options: {
        departement: {
          type: "string",
          required: true,
          help: "Nom court du département, « somme » par exemple",
        },
      },
      async run({ options, agent, deps }) {
        const acces = await deps(String(options["departement"]));
        return { ...(await recalculer.execute(acces, agent, {})) };
      },
      print: ({ ouvertes, ecrites, eteintes, dureeMs }) =>
        `Échéances ouvertes : ${ouvertes} ; écrites : ${ecrites} ; éteintes : ${eteintes} ; en ${(Number(dureeMs) / 1000).toFixed(1).replace(".", ",")} s`,
    },
  ];
}
