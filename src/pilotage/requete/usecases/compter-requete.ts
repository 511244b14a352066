import { z } from "zod";
import type { ListDefinition } from "#platform/db/list/definition.ts";
import { countList } from "#platform/db/list/fetch.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { civilDay } from "#platform/db/list/periods.ts";
import { listSentence } from "#platform/db/list/sentence.ts";
import { parseListState } from "#platform/db/list/state.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase, type UseCase } from "#platform/usecase/define-use-case.ts";

/** A question asked again and again, kept with the text that asks it: a list and its address, nothing more. */
export interface RequeteStandard {
  /** `droits-clos` */
  readonly nom: string;
  readonly libelle: string;
  /** The sentence of the text, with its reference. */
  readonly source: string;
  readonly definition: ListDefinition;
  /** The filters, as the list's own address says them: `etat=5,6`. */
  readonly adresse: string;
  /** Page of the list, under the département: `/personnes`. */
  readonly chemin: string;
  /** Right of the list: its perimeter is the one of the count. */
  readonly droit: string;
}

export interface CompteRequete {
  readonly requete: string;
  readonly libelle: string;
  readonly compte: number;
  /** « 37 personnes sans contrat ». */
  readonly phrase: string;
}

const rien = z.object({});

export function compterRequete(requete: RequeteStandard): UseCase<typeof rien, CompteRequete> {
  const { nom, libelle, definition, adresse, droit } = requete;
  return defineUseCase({
    name: `requete.compter.${nom}`,
    input: rien,
    droit,
    nature: "lecture",
    trace: null,
    async run({ tx, agent, now }): Promise<CompteRequete> {
      const options = await loadOptions(tx, definition, agent.portee);
      const { state, warnings } = parseListState(definition, new URLSearchParams(adresse), {
        today: civilDay(now),
        droits: agent.droits,
        options,
      });
      // A filter left out would give a figure that says something else.
      if (warnings.length > 0) throw illisible(requete, warnings);
      const compte = await countList(tx, definition, state, agent.portee);
      const phrase = listSentence(definition, state, options, compte);
      return { requete: nom, libelle, compte, phrase };
    },
  });
}

function illisible({ nom, libelle }: RequeteStandard, warnings: readonly string[]): DomainError {
  return new DomainError(
    "requete.illisible",
    `La requête « ${libelle} » ne peut pas être comptée ici. ${warnings.join(" ")}`,
    { requete: nom },
  );
}
