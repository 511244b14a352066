import { z } from "zod";
import { totpUri } from "#platform/auth/totp.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheAgent, trouverAgent } from "../db/agents.ts";
import { codesRestants, secondFacteurDe } from "../db/second-facteur.ts";
import { exigerAgent } from "./compte.ts";

const rien = z.object({});

export interface MonCompte {
  readonly fiche: FicheAgent;
  readonly codesRestants: number;
  /** A secret proposed and not confirmed yet. */
  readonly proposition: { readonly secret: string; readonly uri: string } | null;
}

export const lireMonCompte = defineUseCase<typeof rien, MonCompte>({
  name: "agent.lire-mon-compte",
  input: rien,
  droit: null,
  nature: "lecture",
  trace: null,
  async run(context) {
    const { tx, secrets, departement } = context;
    const agentId = exigerAgent(context);
    const fiche = await trouverAgent(tx, agentId);
    const second = await secondFacteurDe(tx, agentId);
    const secret = second && !second.confirmeLe ? secrets.decrypt(second.secret) : null;
    return {
      fiche,
      codesRestants: await codesRestants(tx, agentId),
      proposition: secret
        ? { secret, uri: totpUri(secret, fiche.identifiant, `Jalon ${departement.nom}`) }
        : null,
    };
  },
});
