import type { ModeleCourrier } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type CourrierLu, lireCourriersDe } from "../db/lire-courriers.ts";
import { courriersDePersonneInput } from "../schemas.ts";
import type { LireChamps } from "./emettre-courriers.ts";
import { modelesEnVigueur } from "./modeles-en-vigueur.ts";

export interface CourriersDePersonne {
  readonly courriers: readonly CourrierLu[];
  /** What can be written to her. */
  readonly modeles: readonly Pick<ModeleCourrier, "code" | "titre" | "usage">[];
}

/** Letters of one person, the newest first. */
export function listerCourriersDePersonne(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.lister-personne",
    input: courriersDePersonneInput,
    droit: "courrier:lire",
    nature: "lecture",
    trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
    async run(context, { personneId }): Promise<CourriersDePersonne> {
      const visibles = await lireChamps(context, [personneId]);
      if (!visibles.has(personneId)) {
        throw new DomainError(
          "personne.introuvable",
          "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre.",
        );
      }
      const modeles = await modelesEnVigueur(context);
      return {
        courriers: await lireCourriersDe(context.tx, personneId),
        modeles: modeles.map(({ modele: { code, titre, usage } }) => ({ code, titre, usage })),
      };
    },
  });
}
