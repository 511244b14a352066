import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecourterAbsence, referentDeAbsence, trouverReferent } from "../db/referents.ts";
import { terminerAbsenceInput } from "../schemas.ts";

/** Back earlier than said, or back at last. Called off when it has not begun by then. */
export const terminerAbsence = defineUseCase<
  typeof terminerAbsenceInput,
  { readonly referentId: number }
>({
  name: "referent.terminer-absence",
  input: terminerAbsenceInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ absenceId, reprise }, { referentId }) => ({
    objet: "referent",
    objetId: referentId,
    details: { absence: absenceId, du: reprise },
  }),
  async run({ tx, agent, now }, { absenceId, reprise }) {
    const referentId = await referentDeAbsence(tx, absenceId);
    if (referentId === null) throw introuvable();
    const le = civilDay(now);
    const referent = await trouverReferent(tx, agent.portee, { id: referentId, le, verrou: true });
    const absence = referent.absences.find(({ id }) => id === absenceId);
    if (!absence || (absence.jusque !== null && absence.jusque <= reprise)) throw introuvable();
    await ecourterAbsence(tx, absenceId, reprise);
    return { referentId };
  },
});

function introuvable(): DomainError {
  return new DomainError(
    "absence.introuvable",
    "Cette absence n’existe pas, ou elle est déjà terminée ce jour-là.",
  );
}
