import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreLesPropositions, marquerReportee } from "../db/propositions.ts";
import { passer } from "../domain/etapes.ts";
import { refuserInput, reporterInput } from "../schemas.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { tenir } from "./decider-orientation.ts";

interface PropositionTraitee {
  readonly propositionId: number;
  readonly personneId: number;
}

/** The decision waits, for a reason and until a day. */
export const reporterProposition = defineUseCase({
  name: "orientation.reporter",
  input: reporterInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ motif, jusquAu }, { propositionId, personneId }: PropositionTraitee) => ({
    objet: "proposition",
    objetId: propositionId,
    personneId,
    details: { jusquAu, motif },
  }),
  async run(context, saisie): Promise<PropositionTraitee> {
    const { le, regle } = cadreDuJour(context);
    const { proposition } = await tenir(context, saisie);
    passer(proposition.etape, "reporter", regle.circuit);
    if (saisie.jusquAu <= le) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { jusquAu: "Choisissez un jour à venir." },
      });
    }
    await marquerReportee(context.tx, { id: proposition.id, ...saisie });
    await tenirAJour(context, [proposition.personneId]);
    return { propositionId: proposition.id, personneId: proposition.personneId };
  },
});

/** The proposal is sent back: the person waits again for an orientation, and the matrix does not insist. */
export const refuserProposition = defineUseCase({
  name: "orientation.refuser",
  input: refuserInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ motif }, { propositionId, personneId }: PropositionTraitee) => ({
    objet: "proposition",
    objetId: propositionId,
    personneId,
    details: { motif },
  }),
  async run(context, saisie): Promise<PropositionTraitee> {
    const { le, regle } = cadreDuJour(context);
    const { proposition } = await tenir(context, saisie);
    passer(proposition.etape, "refuser", regle.circuit);
    await cloreLesPropositions(context.tx, [proposition.id], {
      etape: "ecartee",
      code: "refusee",
      motif: saisie.motif,
      le,
      par: context.agent.id,
    });
    await tenirAJour(context, [proposition.personneId]);
    return { propositionId: proposition.id, personneId: proposition.personneId };
  },
});
