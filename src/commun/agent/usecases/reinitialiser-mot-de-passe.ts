import { hashPassword } from "#platform/auth/password.ts";
import { readableSecret } from "#platform/auth/token.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireMotDePasse, trouverAgent } from "../db/agents.ts";
import { effacerSecondFacteur } from "../db/second-facteur.ts";
import { fermerSessions } from "../db/sessions.ts";
import { oublierEchecs } from "../db/tentatives.ts";
import { reinitialiserMotDePasseInput } from "../schemas.ts";
import { cleCompte } from "./compte.ts";

/** For who forgot: a temporary password to hand over, shown once. */
export const reinitialiserMotDePasse = defineUseCase<typeof reinitialiserMotDePasseInput, string>({
  name: "agent.reinitialiser-mot-de-passe",
  input: reinitialiserMotDePasseInput,
  droit: "agent:gerer",
  nature: "ecriture",
  trace: ({ id, retirerSecondFacteur }) => ({
    objet: "agent",
    objetId: id,
    details: { retirerSecondFacteur },
  }),
  async run(context, { id, retirerSecondFacteur }) {
    const { tx, now } = context;
    const { identifiant } = await trouverAgent(tx, id);
    const provisoire = readableSecret(4);
    await ecrireMotDePasse(tx, id, await hashPassword(provisoire), true, now);
    if (retirerSecondFacteur) await effacerSecondFacteur(tx, id);
    await fermerSessions(tx, id, null, now);
    await oublierEchecs(tx, cleCompte(context, identifiant), now);
    return provisoire;
  },
});
