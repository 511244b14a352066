import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { fermerAgent, trouverAgent } from "../db/agents.ts";
import { cloreHabilitation, habilitationsDe } from "../db/habilitations.ts";
import { effacerSecondFacteur } from "../db/second-facteur.ts";
import { fermerSessions } from "../db/sessions.ts";
import { lireAgentInput } from "../schemas.ts";
import { garderUnAdministrateur } from "./administrateurs.ts";

/** The account stays, for the journal; its rights and its sessions end at once. */
export const fermerCompte = defineUseCase<typeof lireAgentInput, void>({
  name: "agent.fermer-compte",
  input: lireAgentInput,
  droit: "agent:gerer",
  nature: "ecriture",
  trace: ({ id }) => ({ objet: "agent", objetId: id }),
  async run({ tx, agent, now }, { id }) {
    await trouverAgent(tx, id);
    const jour = civilDay(now);
    for (const habilitation of await habilitationsDe(tx, id, jour)) {
      if (habilitation.retireeLe) continue;
      await cloreHabilitation(tx, habilitation, agent.id, jour, now);
      if (habilitation.enVigueur) await garderUnAdministrateur(tx, habilitation.role, id, jour);
    }
    await fermerSessions(tx, id, null, now);
    await effacerSecondFacteur(tx, id);
    await fermerAgent(tx, id, now);
  },
});
