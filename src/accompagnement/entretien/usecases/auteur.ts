import type { Context } from "#platform/usecase/define-use-case.ts";
import type { Auteur } from "../domain/auteur.ts";

export function auteurDe({ agent, now }: Pick<Context, "agent" | "now">): Auteur {
  return { id: agent.id, nom: agent.nom, a: now };
}
