import { z } from "zod";
import { newTotpSecret } from "#platform/auth/totp.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { proposerSecret, secondFacteurDe } from "../db/second-facteur.ts";
import { exigerAgent } from "./compte.ts";

const rien = z.object({});

/** A secret to copy into a telephone; it protects nothing until a first code confirms it. */
export const preparerSecondFacteur = defineUseCase<typeof rien, void>({
  name: "agent.preparer-second-facteur",
  input: rien,
  droit: null,
  nature: "ecriture",
  trace: () => ({ objet: "agent" }),
  async run(context) {
    const { tx, now, secrets } = context;
    const agentId = exigerAgent(context);
    if ((await secondFacteurDe(tx, agentId))?.confirmeLe) {
      throw new DomainError(
        "second-facteur.deja-actif",
        "Le second facteur est déjà actif : désactivez-le avant d’en préparer un autre.",
      );
    }
    await proposerSecret(tx, agentId, secrets.encrypt(newTotpSecret()), now);
  },
});
