import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  cloreDesignations,
  inscrireDesignations,
  type NouvelleDesignation,
  type OrientationEnCours,
  verrouillerPortefeuille,
} from "../db/orientations.ts";
import { prendrePlace } from "../domain/decider.ts";
import type { Places, Service } from "../domain/offre.ts";
import { exigerType } from "../domain/types.ts";
import { changerReferentInput, transmettrePortefeuilleInput } from "../schemas.ts";
import { cadreDuJour, lireLesPresents, reserverPlaces, tenirAJour } from "./cadre.ts";
import { exigerEnCours } from "./en-cours.ts";

/** Another référent, in the same structure or another one of the same type: the orientation does not change. */
export const changerReferent = defineUseCase<typeof changerReferentInput, void>({
  name: "orientation.changer-referent",
  input: changerReferentInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ personneId, structureId, referentId, motif }) => ({
    objet: "designation",
    personneId,
    details: { structure: structureId, referent: referentId, motif },
  }),
  async run(context, { personneId, referentId, motif, ...saisie }) {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    const { enCours, present } = await exigerEnCours(context, personneId);
    const structureId = saisie.structureId ?? enCours.structureId;
    await cloreDesignations(tx, [{ personneId, le }]);
    const places = await reserverPlaces(tx, le, [structureId]);
    const type = exigerType(regle.types, enCours.type);
    prendrePlace({ type, structureId, referentId, motif }, present, places);
    await inscrireDesignations(tx, [
      nouvelle(enCours, { structureId, referentId, le, par: agent.id, motif }),
    ]);
    await tenirAJour(context, [personneId]);
  },
});

function nouvelle(
  { personneId, orientationId, type }: OrientationEnCours,
  reste: Omit<NouvelleDesignation, "personneId" | "orientationId" | "type">,
): NouvelleDesignation {
  return { personneId, orientationId, type, ...reste };
}

interface PortefeuilleTransmis {
  readonly transmises: number;
  /** Left to whoever is responsible for their territory. */
  readonly horsPerimetre: number;
  readonly parReferent: readonly { readonly referentId: number; readonly nombre: number }[];
}

/** Whom the agent may see of those entrusted to somebody who leaves goes to a colleague, or is shared among those of the structure. */
export const transmettrePortefeuille = defineUseCase({
  name: "orientation.transmettre-portefeuille",
  input: transmettrePortefeuilleInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ deReferentId, motif }, { transmises }: PortefeuilleTransmis) => ({
    objet: "referent",
    objetId: deReferentId,
    details: { transmises, motif },
  }),
  async run(
    context,
    { deReferentId, versReferentId, choix, motif },
  ): Promise<PortefeuilleTransmis> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const toutes = await verrouillerPortefeuille(tx, deReferentId);
    const visibles = await lireLesPresents(
      context,
      toutes.map(({ personneId }) => personneId),
    );
    const confiees = toutes.filter(({ personneId }) => visibles.has(personneId));
    const horsPerimetre = toutes.length - confiees.length;
    if (horsPerimetre > 0 && confiees.length === 0) {
      throw new DomainError(
        "portefeuille.hors-perimetre",
        "Aucune personne de ce portefeuille n’est dans votre périmètre : demandez au responsable de leur territoire.",
      );
    }
    const places = await reserverPlaces(
      tx,
      le,
      confiees.map(({ structureId }) => structureId),
    );
    const choisis = new Map(choix.map(({ personneId, referentId }) => [personneId, referentId]));
    const nouvelles = repartir(confiees, { deReferentId, versReferentId, choisis, places }).map(
      ({ enCours, referentId }) =>
        nouvelle(enCours, {
          structureId: enCours.structureId,
          referentId,
          le,
          par: agent.id,
          motif,
        }),
    );
    const personnes = nouvelles.map(({ personneId }) => personneId);
    await cloreDesignations(
      tx,
      personnes.map((personneId) => ({ personneId, le })),
    );
    await inscrireDesignations(tx, nouvelles);
    await tenirAJour(context, personnes);
    const parReferent = Map.groupBy(nouvelles, ({ referentId }) => referentId ?? 0);
    return {
      transmises: nouvelles.length,
      horsPerimetre,
      parReferent: [...parReferent].map(([referentId, leurs]) => ({
        referentId,
        nombre: leurs.length,
      })),
    };
  },
});

/** For one person. */
type Reprise = Omit<Repartition, "choisis">;

interface Repartition {
  readonly deReferentId: number;
  readonly versReferentId: number | null;
  /** Référent chosen by name, by person. */
  readonly choisis: ReadonlyMap<number, number>;
  readonly places: Places;
}

/** The structure keeps its places: only the loads of its référents move. */
function repartir(
  confiees: readonly OrientationEnCours[],
  { deReferentId, versReferentId, choisis, places }: Repartition,
): readonly { readonly enCours: OrientationEnCours; readonly referentId: number }[] {
  // Who was chosen by name takes her place before the others are shared.
  const enOrdre = confiees.toSorted(
    (a, b) => Number(choisis.has(b.personneId)) - Number(choisis.has(a.personneId)),
  );
  return enOrdre.map((enCours) => {
    const service = places
      .tousLesServices(enCours.type)
      .find(({ structureId }) => structureId === enCours.structureId);
    const vers = choisis.get(enCours.personneId) ?? versReferentId;
    const referentId = repreneur(service, { deReferentId, versReferentId: vers, places });
    places.confier(referentId);
    return { enCours, referentId };
  });
}

function repreneur(
  service: Service | undefined,
  { deReferentId, versReferentId, places }: Reprise,
): number {
  const collegues = (service?.referents ?? []).filter(({ id }) => id !== deReferentId);
  const choisi =
    versReferentId === null
      ? places.referentDisponible(collegues)
      : (collegues.find((un) => un.id === versReferentId && places.peutRecevoir(un)) ?? null);
  if (choisi) return choisi.id;
  throw new DomainError(
    "portefeuille.sans-place",
    versReferentId === null
      ? "Les autres référents de la structure n’ont pas assez de place pour reprendre tout le portefeuille. Augmentez leurs places, ou accueillez un référent."
      : "Ce référent n’est pas disponible ou n’a pas assez de place pour reprendre tout le portefeuille. Choisissez-en un autre, ou répartissez les personnes.",
  );
}
