import { hashToken } from "#platform/auth/token.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { fermerSessionParJeton } from "../db/sessions.ts";
import { jetonInput } from "../schemas.ts";

export const seDeconnecter = defineUseCase<typeof jetonInput, void>({
  name: "agent.se-deconnecter",
  input: jetonInput,
  droit: null,
  nature: "ecriture",
  trace: () => ({ objet: "session" }),
  async run({ tx, now }, { jeton }) {
    await fermerSessionParJeton(tx, hashToken(jeton), now);
  },
});
