import { verifyPassword } from "#platform/auth/password.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { trouverCompte } from "../db/agents.ts";
import { effacerSecondFacteur } from "../db/second-facteur.ts";
import { desactiverSecondFacteurInput } from "../schemas.ts";
import { exigerAgent } from "./compte.ts";

export const desactiverSecondFacteur = defineUseCase<typeof desactiverSecondFacteurInput, void>({
  name: "agent.desactiver-second-facteur",
  input: desactiverSecondFacteurInput,
  droit: null,
  nature: "ecriture",
  trace: () => ({ objet: "agent" }),
  async run(context, { motDePasse }) {
    const compte = await trouverCompte(context.tx, exigerAgent(context));
    if (!(await verifyPassword(compte.motDePasse, motDePasse))) {
      const message = "Ce n’est pas votre mot de passe.";
      throw new DomainError("saisie.invalide", message, { champs: { motDePasse: message } });
    }
    await effacerSecondFacteur(context.tx, compte.id);
  },
});
