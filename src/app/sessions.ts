import { retrouverSession } from "#commun/agent";
import type { Sessions } from "#platform/http/session.ts";

/** The accounts of `commun/agent`, as the HTTP side asks for them. */
export const sessions: Sessions = {
  async find(deps, token) {
    const agent = await retrouverSession(deps, token);
    if (!agent) return null;
    const mustVisit = agent.motDePasseProvisoire ? "/mon-compte/mot-de-passe" : null;
    return { ...agent, mustVisit };
  },
};
