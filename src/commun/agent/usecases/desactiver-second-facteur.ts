import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { trouverCompte } from "../db/agents.ts";
import { effacerSecondFacteur } from "../db/second-facteur.ts";
import { desactiverSecondFacteurInput } from "../schemas.ts";
import { type Confirmation, confirmerMotDePasse, exigerAgent } from "./compte.ts";

export const desactiverSecondFacteur = defineUseCase<
  typeof desactiverSecondFacteurInput,
  Confirmation
>({
  name: "agent.desactiver-second-facteur",
  input: desactiverSecondFacteurInput,
  droit: null,
  nature: "ecriture",
  trace: (_, { etat }) => ({ objet: "agent", details: { resultat: etat } }),
  async run(context, { motDePasse }) {
    const compte = await trouverCompte(context.tx, exigerAgent(context));
    if (!(await confirmerMotDePasse(context, compte, motDePasse))) return { etat: "refusee" };
    await effacerSecondFacteur(context.tx, compte.id);
    return { etat: "faite" };
  },
});
