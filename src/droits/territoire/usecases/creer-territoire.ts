import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { creer } from "../db/territoires.ts";
import { creerTerritoireInput } from "../schemas.ts";

export const creerTerritoire = defineUseCase({
  name: "territoire.creer",
  input: creerTerritoireInput,
  droit: "territoire:gerer",
  nature: "ecriture",
  trace: (input, { id }: { readonly id: number }) => ({
    objet: "territoire",
    objetId: id,
    details: input,
  }),
  async run({ tx }, input): Promise<{ readonly id: number }> {
    const id = await creer(tx, input);
    if (id !== null) return { id };
    throw new DomainError(
      "territoire.existe-deja",
      `Le territoire « ${input.nom} » existe déjà. Choisissez un autre nom.`,
      { nom: input.nom },
    );
  },
});
