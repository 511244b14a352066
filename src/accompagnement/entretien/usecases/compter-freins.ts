import type { Choix } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterFreins, type FreinsComptes } from "../db/compter-freins.ts";
import type { Intervalle } from "../domain/taux.ts";
import { compterFreinsInput } from "../schemas.ts";
import { regleDuJour } from "./themes-en-vigueur.ts";

export interface TauxConsulte extends FreinsComptes, Intervalle {
  /** Percent the département wants lifted; null when it says nothing. */
  readonly objectif: number | null;
  readonly natures: readonly Choix[];
}

/** The rate of freins levés of the reader's perimeter. */
export const consulterTaux = defineUseCase({
  name: "entretien.consulter-taux",
  input: compterFreinsInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: null,
  async run(context, { du, au }): Promise<TauxConsulte> {
    if (du > au) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { au: "La période finit après avoir commencé." },
      });
    }
    const { naturesFrein, freinsLeves } = regleDuJour(context);
    const portee = context.agent.portee;
    return {
      ...(await compterFreins(context.tx, { portee, du, au })),
      ...{ du, au, objectif: freinsLeves, natures: naturesFrein },
    };
  },
});
