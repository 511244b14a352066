import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { marquerNotifiees, verrouillerOrientationsDe } from "../db/orientations.ts";
import { notifierInput } from "../schemas.ts";
import { cadreDuJour, lireLesPresents, tenirAJour } from "./cadre.ts";

export interface Notification {
  readonly notifiees: number;
  readonly orientations: readonly number[];
  /** Persons with nothing to notify: no orientation in force, or one already notified. */
  readonly sansObjet: number;
}

/** The decision reaches the person by a means that gives a certain date (Code du travail, R5411-8-1). */
export const notifierOrientations = defineUseCase({
  name: "orientation.notifier",
  input: notifierInput,
  droit: "orientation:proposer",
  nature: "ecriture",
  trace: ({ moyen, personnes }, { notifiees }: Notification) => ({
    objet: "orientation",
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { notifiees, moyen },
  }),
  async run(context, { personnes, moyen }): Promise<Notification> {
    const { tx } = context;
    const { le } = cadreDuJour(context);
    const presents = await lireLesPresents(context, personnes);
    const aNotifier = (await verrouillerOrientationsDe(tx, [...presents.keys()])).filter(
      ({ notifieeLe }) => notifieeLe === null,
    );
    if (aNotifier.length === 0) {
      throw new DomainError(
        "orientation.rien-a-notifier",
        "Aucune de ces personnes n’a de décision à notifier : elle l’est déjà, ou il n’y en a pas.",
      );
    }
    const orientations = aNotifier.map(({ orientationId }) => orientationId);
    await marquerNotifiees(tx, orientations, { le, moyen });
    await tenirAJour(
      context,
      aNotifier.map(({ personneId }) => personneId),
    );
    return {
      notifiees: aNotifier.length,
      orientations,
      sansObjet: personnes.length - aNotifier.length,
    };
  },
});
