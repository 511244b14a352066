import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreHabilitation } from "../db/habilitations.ts";
import { retirerHabilitationInput } from "../schemas.ts";
import { garderUnAdministrateur } from "./administrateurs.ts";

export const retirerHabilitation = defineUseCase<
  typeof retirerHabilitationInput,
  { readonly role: string }
>({
  name: "agent.retirer-habilitation",
  input: retirerHabilitationInput,
  droit: "agent:gerer",
  nature: "ecriture",
  trace: ({ agentId, habilitationId }, { role }) => ({
    objet: "agent",
    objetId: agentId,
    details: { habilitation: habilitationId, role },
  }),
  async run({ tx, agent, now }, { agentId, habilitationId }) {
    const jour = civilDay(now);
    const retiree = await cloreHabilitation(
      tx,
      { id: habilitationId, agentId },
      agent.id,
      jour,
      now,
    );
    await garderUnAdministrateur(tx, retiree.role, agentId, jour);
    return retiree;
  },
});
