import { hashToken } from "#platform/auth/token.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type LigneSession, sessionsVivantes } from "../db/sessions.ts";
import { jetonInput } from "../schemas.ts";
import { exigerAgent } from "./compte.ts";

export const listerSessions = defineUseCase<typeof jetonInput, readonly LigneSession[]>({
  name: "agent.lister-sessions",
  input: jetonInput,
  droit: null,
  nature: "lecture",
  trace: null,
  run: (context, { jeton }) =>
    sessionsVivantes(context.tx, exigerAgent(context), context.now, hashToken(jeton)),
});
