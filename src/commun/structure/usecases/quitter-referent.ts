import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreReferent, trouverReferent } from "../db/referents.ts";
import { lendemain } from "../domain/periodes.ts";
import { quitterReferentInput } from "../schemas.ts";
import { referentParti } from "./faits.ts";
import { refuser } from "./regles.ts";

/** Somebody leaves. Who listens to the fact refuses while persons are still entrusted to her. */
export const quitterReferent = defineUseCase<typeof quitterReferentInput, void>({
  name: "referent.quitter",
  input: quitterReferentInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ referentId, dernierJour }) => ({
    objet: "referent",
    objetId: referentId,
    details: { au: dernierJour },
  }),
  async run({ tx, agent, now, tell }, { referentId, dernierJour }) {
    const le = civilDay(now);
    const referent = await trouverReferent(tx, agent.portee, { id: referentId, le, verrou: true });
    if (referent.jusque !== null && referent.jusque <= le) {
      throw new DomainError(
        "referent.parti",
        `${referent.prenom} ${referent.nom} a déjà quitté la structure.`,
      );
    }
    if (dernierJour < referent.du) {
      refuser("dernierJour", "Le départ ne peut pas précéder l’arrivée.");
    }
    const des = lendemain(dernierJour);
    await cloreReferent(tx, referentId, des);
    await tell(referentParti, {
      referentId,
      structureId: referent.structureId,
      nom: `${referent.prenom} ${referent.nom}`,
      des,
    });
  },
});
