import { z } from "zod";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { EcheancesReconciliees } from "../domain/dossier-suivi.ts";

/** A module that knows facts, and makes all the échéances it starts what they say. */
export interface SourceEcheances {
  readonly objet: string;
  readonly recalculer: (context: Context) => Promise<EcheancesReconciliees>;
}

export interface Recalcul extends EcheancesReconciliees {
  readonly dureeMs: number;
}

/** Every échéance of the département, from every fact: after a change of rules, or to be sure. */
export function recalculerEcheances(sources: readonly SourceEcheances[]) {
  return defineUseCase({
    name: "echeances.recalculer",
    input: z.object({}),
    droit: "echeance:recalculer",
    nature: "ecriture",
    trace: (_, { ecrites, eteintes }: Recalcul) => ({
      objet: "departement",
      details: { ecrites, eteintes },
    }),
    async run(context): Promise<Recalcul> {
      const debut = performance.now();
      const bilan = { ecrites: 0, eteintes: 0, ouvertes: 0 };
      for (const source of sources) {
        const { ecrites, eteintes, ouvertes } = await source.recalculer(context);
        bilan.ecrites += ecrites;
        bilan.eteintes += eteintes;
        bilan.ouvertes += ouvertes;
      }
      return { ...bilan, dureeMs: Math.round(performance.now() - debut) };
    },
  });
}
