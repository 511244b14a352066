import { readableSecret } from "#platform/auth/token.ts";
import { verifyTotp } from "#platform/auth/totp.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { confirmerSecret, secondFacteurDe } from "../db/second-facteur.ts";
import { activerSecondFacteurInput } from "../schemas.ts";
import { empreinteSecours, exigerAgent } from "./compte.ts";

const CODES_DE_SECOURS = 8;

interface Activation {
  /** Shown once: only their hash is kept. */
  readonly codesDeSecours: readonly string[];
}

export const activerSecondFacteur = defineUseCase<typeof activerSecondFacteurInput, Activation>({
  name: "agent.activer-second-facteur",
  input: activerSecondFacteurInput,
  droit: null,
  nature: "ecriture",
  trace: () => ({ objet: "agent" }),
  async run(context, { code }) {
    const { tx, now, secrets } = context;
    const agentId = exigerAgent(context);
    const second = await secondFacteurDe(tx, agentId);
    if (!second || second.confirmeLe) {
      throw new DomainError(
        "second-facteur.non-prepare",
        "Recommencez depuis « Mon compte » : aucun second facteur n’attend d’être confirmé.",
      );
    }
    const pas = verifyTotp(secrets.decrypt(second.secret), code, now, null);
    if (pas === null) {
      const message =
        "Ce code n’est pas le bon. Écrivez les six chiffres affichés maintenant, et vérifiez l’heure du téléphone.";
      throw new DomainError("saisie.invalide", message, { champs: { code: message } });
    }
    const codesDeSecours = Array.from({ length: CODES_DE_SECOURS }, () => readableSecret(3));
    const empreintes = codesDeSecours.map((secours) => empreinteSecours(context, secours));
    await confirmerSecret(tx, agentId, pas, empreintes, now);
    return { codesDeSecours };
  },
});
