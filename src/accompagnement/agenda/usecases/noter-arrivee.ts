import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireFaits } from "../db/faits.ts";
import { ecrireArrivee } from "../db/rendez-vous.ts";
import { noterArriveeInput } from "../schemas.ts";
import { rendezVousIntrouvable } from "./cadre.ts";
import { exigerRendezVous } from "./relire.ts";

/** Somebody expected today is in the waiting room; or was said to be by mistake. */
export const noterArrivee = defineUseCase({
  name: "agenda.noter-arrivee",
  input: noterArriveeInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ id, personneId, arrivee }) => ({
    objet: "rendez-vous",
    objetId: id,
    personneId,
    details: { arrivee },
  }),
  async run(context, { id, personneId, arrivee }): Promise<void> {
    const [rendezVous] = await exigerRendezVous(context, [id]);
    const venue = rendezVous?.venues.find((une) => une.personneId === personneId);
    if (!rendezVous || !venue) throw rendezVousIntrouvable();
    if (rendezVous.jour !== civilDay(context.now) || venue.statut !== "prevu") {
      throw new DomainError(
        "rendez-vous.pas-aujourdhui",
        "Une arrivée se note le jour du rendez-vous, tant que son issue n’est pas dite.",
      );
    }
    await ecrireArrivee(context.tx, { id, personneId, arrivee: arrivee ? context.now : null });
    await inscrireFaits(
      context.tx,
      [
        {
          rendezVousId: id,
          personneId,
          fait: arrivee ? "arrivee" : "arrivee-annulee",
          detail: null,
        },
      ],
      { le: context.now, id: context.agent.id, nom: context.agent.nom },
    );
  },
});
