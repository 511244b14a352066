import { annulerMessages } from "#commun/message";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { annulerTout, ecrireIssues } from "../db/rendez-vous.ts";
import { annulerRendezVousInput } from "../schemas.ts";
import { rendezVousIntrouvable } from "./cadre.ts";
import { rendezVousAnnules } from "./faits.ts";
import { exigerVersion, relire } from "./relire.ts";
import { suivreRendezVous } from "./suivre.ts";

const parQui = { personne: "par la personne", service: "par le service" } as const;

/** A meeting will not be held, or one person will not come to it: who says so and why is kept. */
export const annulerRendezVous = defineUseCase({
  name: "agenda.annuler-rendez-vous",
  input: annulerRendezVousInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ id, par, motif }, { personnes }: { readonly personnes: readonly number[] }) => ({
    objet: "rendez-vous",
    objetId: id,
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { par, motif },
  }),
  async run(context, saisie): Promise<{ readonly personnes: readonly number[] }> {
    const { id, personneId, par, motif } = saisie;
    const rendezVous = await exigerVersion(context, saisie);
    const attendues = rendezVous.venues.filter(({ statut }) => statut === "prevu");
    if (rendezVous.statut !== "prevu") {
      throw new DomainError(
        "rendez-vous.clos",
        "Ce rendez-vous est déjà conclu ou annulé. Rechargez la page.",
      );
    }
    if (personneId !== null && !attendues.some((une) => une.personneId === personneId)) {
      throw rendezVousIntrouvable();
    }
    const personnes = attendues
      .filter((une) => personneId === null || une.personneId === personneId)
      .map((une) => une.personneId);
    const detail = `${parQui[par]} : ${motif}`;
    await ecrireIssues(
      context.tx,
      personnes.map((une) => ({
        rendezVousId: id,
        personneId: une,
        statut: "annule" as const,
        motif: detail,
      })),
      { le: context.now, par: context.agent.id },
    );
    const toutes = personnes.length === attendues.length;
    if (toutes && (personneId === null || rendezVous.capacite === null)) {
      await annulerTout(context.tx, id);
    }
    await annulerMessages(context, {
      ...{ objet: "rendez-vous", objetIds: [id], personnes },
      raison: "Le rendez-vous est annulé.",
    });
    await suivreRendezVous(context, {
      ...(await relire(context, [id])),
      faits: [{ rendezVousId: id, personneId, fait: "annule", detail }],
    });
    await context.tell(rendezVousAnnules, { rendezVous: [id] });
    return { personnes };
  },
});
