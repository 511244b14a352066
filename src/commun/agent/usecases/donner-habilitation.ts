import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { codesRole, roles } from "#referentiels/national/roles.ts";
import { trouverAgent } from "../db/agents.ts";
import { insererHabilitation } from "../db/habilitations.ts";
import { exigerPerimetre } from "../domain/habilitation.ts";
import { donnerHabilitationInput } from "../schemas.ts";

export const donnerHabilitation = defineUseCase<typeof donnerHabilitationInput, number>({
  name: "agent.donner-habilitation",
  input: donnerHabilitationInput,
  droit: "agent:gerer",
  nature: "ecriture",
  trace: ({ agentId, role, territoires, structures, du, au }) => ({
    objet: "agent",
    objetId: agentId,
    details: { role, territoires, structures, du: du ?? null, au: au ?? null },
  }),
  async run({ tx, agent, now }, { agentId, role, territoires, structures, du, au }) {
    if (agent.id === agentId) {
      throw new DomainError(
        "habilitation.soi-meme",
        "On ne se donne pas de droits à soi-même : demandez-le à un autre administrateur.",
      );
    }
    exigerPerimetre({ role, territoires, structures }, roles);
    const fiche = await trouverAgent(tx, agentId);
    if (fiche.fermeLe) {
      throw new DomainError("agent.ferme", "Ce compte est fermé : il ne reçoit plus de droits.");
    }
    const debut = du ?? civilDay(now);
    if (au && au < debut) {
      const message = "La fin doit être le jour du début ou après.";
      throw new DomainError("saisie.invalide", message, { champs: { au: message } });
    }
    return insererHabilitation(
      tx,
      {
        agentId,
        role: codesRole.find((code) => code === role) ?? role,
        territoires:
          roles[role as keyof typeof roles].perimetre === "territoires" ? territoires : [],
        structures: roles[role as keyof typeof roles].perimetre === "structures" ? structures : [],
        du: debut,
        jusque: au ? lendemain(au) : null,
        donneePar: agent.id,
      },
      now,
    );
  },
});

function lendemain(jour: string): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
