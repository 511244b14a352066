import { orRefusal } from "#platform/db/or-refusal.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { entrerInput } from "../schemas.ts";
import { type Entree, entrerEnAction } from "./entrer-en-action.ts";
import {
  compterRecherchesManquees,
  estUneRechercheManquee,
  exigerRecherchePermise,
} from "./recherches.ts";

export type EntreeParNumero = Entree | { readonly refus: DomainError };

/**
 * Enters who shows her number and her day of birth. A refusal is a result, not an exception: the search it counts
 * must outlive it.
 * @throws DomainError `recherche.attendre`
 */
export const entrerParNumero = defineUseCase({
  name: "participation.entrer-par-numero",
  input: entrerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: null,
  async run(context, saisie): Promise<EntreeParNumero> {
    const chercheur = { par: "page", id: context.agent.id } as const;
    await exigerRecherchePermise(context, chercheur);
    const fait = await orRefusal(context.tx, () =>
      entrerEnAction.within(context, context.journal, saisie),
    );
    if (!(fait instanceof DomainError)) return fait;
    if (estUneRechercheManquee(fait)) await compterRecherchesManquees(context, chercheur, 1);
    return { refus: fait };
  },
});
