import { hashPassword, refuseWeakPassword } from "#platform/auth/password.ts";
import { hashToken } from "#platform/auth/token.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireMotDePasse, trouverCompte } from "../db/agents.ts";
import { fermerSessions } from "../db/sessions.ts";
import { changerMotDePasseInput } from "../schemas.ts";
import { type Confirmation, confirmerMotDePasse, exigerAgent } from "./compte.ts";

/** The other sessions end: whoever knew the old password is out. */
export const changerMotDePasse = defineUseCase<typeof changerMotDePasseInput, Confirmation>({
  name: "agent.changer-mot-de-passe",
  input: changerMotDePasseInput,
  droit: null,
  nature: "ecriture",
  trace: (_, { etat }) => ({ objet: "agent", details: { resultat: etat } }),
  async run(context, { jeton, actuel, nouveau }) {
    const { tx, now } = context;
    const compte = await trouverCompte(tx, exigerAgent(context));
    if (nouveau === actuel) {
      const message = "Choisissez un mot de passe différent de l’actuel.";
      throw new DomainError("saisie.invalide", message, { champs: { nouveau: message } });
    }
    refuseWeakPassword(nouveau, [compte.identifiant, compte.nom, compte.prenom]);
    if (!(await confirmerMotDePasse(context, compte, actuel))) return { etat: "refusee" };
    await ecrireMotDePasse(tx, compte.id, await hashPassword(nouveau), false, now);
    await fermerSessions(tx, compte.id, hashToken(jeton), now);
    return { etat: "faite" };
  },
});
