import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { fermerSession } from "../db/sessions.ts";
import { revoquerSessionInput } from "../schemas.ts";
import { exigerAgent } from "./compte.ts";

export const revoquerSession = defineUseCase<typeof revoquerSessionInput, void>({
  name: "agent.revoquer-session",
  input: revoquerSessionInput,
  droit: null,
  nature: "ecriture",
  trace: ({ sessionId }) => ({ objet: "session", objetId: sessionId }),
  run: (context, { sessionId }) =>
    fermerSession(context.tx, exigerAgent(context), sessionId, context.now),
});
