import { hashPassword, refuseWeakPassword, verifyPassword } from "#platform/auth/password.ts";
import { hashToken } from "#platform/auth/token.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireMotDePasse, trouverCompte } from "../db/agents.ts";
import { fermerSessions } from "../db/sessions.ts";
import { changerMotDePasseInput } from "../schemas.ts";
import { exigerAgent } from "./compte.ts";

/** The other sessions end: whoever knew the old password is out. */
export const changerMotDePasse = defineUseCase<typeof changerMotDePasseInput, void>({
  name: "agent.changer-mot-de-passe",
  input: changerMotDePasseInput,
  droit: null,
  nature: "ecriture",
  trace: () => ({ objet: "agent" }),
  async run(context, { jeton, actuel, nouveau }) {
    const { tx, now } = context;
    const compte = await trouverCompte(tx, exigerAgent(context));
    if (!(await verifyPassword(compte.motDePasse, actuel))) {
      refuser("actuel", "Ce n’est pas votre mot de passe actuel.");
    }
    if (nouveau === actuel) {
      refuser("nouveau", "Choisissez un mot de passe différent de l’actuel.");
    }
    refuseWeakPassword(nouveau, [compte.identifiant, compte.nom, compte.prenom]);
    await ecrireMotDePasse(tx, compte.id, await hashPassword(nouveau), false, now);
    await fermerSessions(tx, compte.id, hashToken(jeton), now);
  },
});

function refuser(champ: string, message: string): never {
  throw new DomainError("saisie.invalide", message, { champs: { [champ]: message } });
}
