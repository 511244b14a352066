import { emettreCourriers, type PersonneEcartee } from "#commun/courrier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { marquerNotifiees, verrouillerOrientationsDe } from "../db/orientations.ts";
import { notifierInput } from "../schemas.ts";
import { cadreDuJour, lireLesPresents, tenirAJour } from "./cadre.ts";
import { lireChampsCourrier } from "./lire-champs-courrier.ts";

export interface Notification {
  readonly notifiees: number;
  readonly orientations: readonly number[];
  /** The letters issued, to be sent. */
  readonly courriers: readonly number[];
  /** Persons with nothing to notify: no orientation in force, or one already notified. */
  readonly sansObjet: number;
  /** Persons whose letter misses something: their decision is not notified. */
  readonly ecartees: readonly PersonneEcartee[];
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
    const { emis, ecartes } = await emettreCourriers(context, {
      modele: { usage: "notification-orientation" },
      personnes: aNotifier.map(({ personneId, orientationId }) => ({
        personneId,
        objetId: orientationId,
      })),
      moyen,
      objet: "orientation",
      lireChamps: lireChampsCourrier,
    });
    if (emis.length === 0) throw courrierIncomplet(ecartes);
    const ecrites = new Set(emis.map(({ personneId }) => personneId));
    const notifiees = aNotifier.filter(({ personneId }) => ecrites.has(personneId));
    const orientations = notifiees.map(({ orientationId }) => orientationId);
    await marquerNotifiees(tx, orientations, { le, moyen });
    await tenirAJour(context, [...ecrites]);
    return {
      notifiees: notifiees.length,
      orientations,
      courriers: emis.map(({ courrierId }) => courrierId),
      sansObjet: personnes.length - aNotifier.length,
      ecartees: ecartes,
    };
  },
});

function courrierIncomplet(ecartees: readonly PersonneEcartee[]): DomainError {
  const manquants = [...new Set(ecartees.flatMap((ecartee) => ecartee.manquants))];
  return new DomainError(
    "orientation.courrier-incomplet",
    `La lettre de notification ne peut pas être écrite : il manque ${manquants.map((code) => `« ${code} »`).join(", ")}. Complétez ce qui manque, puis notifiez de nouveau.`,
    { manquants },
  );
}
