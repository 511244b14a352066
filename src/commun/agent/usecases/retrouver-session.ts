import { hashToken } from "#platform/auth/token.ts";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Agent, Deps, Portee } from "#platform/usecase/define-use-case.ts";
import { roles } from "#referentiels/national/roles.ts";
import { sessionOuverte } from "../db/sessions.ts";
import { droitsDe, porteeDe } from "../domain/habilitation.ts";

/** Who is behind a session. `pour` gives the agent as a right sees him: his perimeter depends on it. */
export interface AgentConnecte {
  readonly id: number;
  readonly nom: string;
  readonly roles: readonly string[];
  readonly droits: ReadonlySet<string>;
  readonly motDePasseProvisoire: boolean;
  readonly pour: (droit: string | null) => Agent;
}

export async function retrouverSession(
  { base, now }: Pick<Deps, "base" | "now">,
  jeton: string,
): Promise<AgentConnecte | null> {
  const instant = now();
  const session = await base.transaction((tx) =>
    sessionOuverte(tx, hashToken(jeton), instant, civilDay(instant)),
  );
  if (!session) return null;
  const { agentId, habilitations } = session;
  const nom = `${session.prenom} ${session.nom}`;
  const droits = droitsDe(habilitations, roles);
  const pour = (droit: string | null) => {
    const portee: Portee = porteeDe(habilitations, roles, agentId, droit);
    return { id: agentId, nom, droits, portee };
  };
  const siens = new Set(habilitations.map(({ role }) => role));
  return {
    id: agentId,
    nom,
    roles: Object.entries(roles)
      .filter(([code]) => siens.has(code))
      .map(([, role]) => role.libelle),
    droits,
    motDePasseProvisoire: session.motDePasseProvisoire,
    pour,
  };
}
