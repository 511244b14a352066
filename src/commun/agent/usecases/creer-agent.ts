import { hashPassword, refuseWeakPassword } from "#platform/auth/password.ts";
import { readableSecret } from "#platform/auth/token.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { insererAgent } from "../db/agents.ts";
import { creerAgentInput } from "../schemas.ts";

export interface AgentCree {
  readonly id: number;
  /** Shown once, to hand over; null when a password was chosen. The agent replaces it at the first sign-in. */
  readonly motDePasseProvisoire: string | null;
}

export const creerAgent = defineUseCase<typeof creerAgentInput, AgentCree>({
  name: "agent.creer",
  input: creerAgentInput,
  droit: "agent:gerer",
  nature: "ecriture",
  trace: ({ identifiant }, { id }) => ({ objet: "agent", objetId: id, details: { identifiant } }),
  async run({ tx, now }, { motDePasse, ...fiche }) {
    if (motDePasse !== undefined) {
      refuseWeakPassword(motDePasse, [fiche.identifiant, fiche.nom, fiche.prenom]);
    }
    const provisoire = motDePasse === undefined ? readableSecret(4) : null;
    const clair = motDePasse ?? provisoire ?? "";
    const id = await insererAgent(
      tx,
      { ...fiche, motDePasse: await hashPassword(clair), provisoire: provisoire !== null },
      now,
    );
    return { id, motDePasseProvisoire: provisoire };
  },
});
