import { z } from "zod";
import { lireChampsCourrier, transmettrePortefeuille } from "#accompagnement/orientation";
import { emettreCourriers, type PersonneEcartee } from "#commun/courrier";
import { lirePersonnesConfiees, type PersonneConfiee } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { type Context, defineUseCase, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { repartir } from "../domain/repartition.ts";
import { transmettreInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";
import { lireReferents, type Referent } from "./lire-portefeuille.ts";
import { listerPortefeuilles } from "./lister-portefeuilles.ts";

export interface Collegue {
  readonly referent: Referent;
  readonly suivies: number;
}

export interface TransmissionPreparee {
  readonly le: string;
  readonly referent: Referent;
  readonly collegues: readonly Collegue[];
  readonly personnes: readonly (PersonneConfiee & {
    /** Who would take her over; null when nobody has room. */
    readonly propose: number | null;
  })[];
  /** Entrusted to the same référent, and left to whoever is responsible for their territory. */
  readonly horsPerimetre: number;
}

const preparerInput = z.object({ referentId: z.number().int().positive() });

/** Who would take whom over, before anything is written. */
export const preparerTransmission = defineUseCase({
  name: "parcours.preparer-transmission",
  input: preparerInput,
  droit: "orientation:decider",
  nature: "lecture",
  trace: ({ referentId }, { personnes }: TransmissionPreparee) => ({
    objet: "referent",
    objetId: referentId,
    details: { personnes: personnes.length },
  }),
  async run(context, { referentId }): Promise<TransmissionPreparee> {
    const { le } = cadreDuJour(context);
    const referent = await exigerReferent(context, referentId);
    const tous = await listerPortefeuilles.within(context, context.journal, {});
    const collegues = tous
      .filter(
        ({ referent: { id, structureId } }) =>
          structureId === referent.structureId && id !== referentId,
      )
      .filter(
        ({ referent: { absences } }) =>
          !absences.some(({ du, jusque }) => du <= le && (jusque === null || le < jusque)),
      );
    const confiees = await lirePersonnesConfiees(context.tx, context.agent.portee, {
      referents: [referentId],
    });
    const toutes = await lirePersonnesConfiees(context.tx, porteeTotale, {
      referents: [referentId],
    });
    const proposes = repartir(
      confiees.map(({ personneId }) => personneId),
      collegues.map(({ referent: { id, etp, places }, suivies }) => ({ id, etp, places, suivies })),
    );
    return {
      le,
      referent,
      collegues,
      personnes: confiees.map((une) => ({ ...une, propose: proposes.get(une.personneId) ?? null })),
      horsPerimetre: toutes.length - confiees.length,
    };
  },
});

async function exigerReferent(context: Context, referentId: number): Promise<Referent> {
  const referent = (await lireReferents(context)).find(({ id }) => id === referentId);
  if (referent) return referent;
  throw new DomainError(
    "portefeuille.sans-acces",
    "Ce portefeuille n’est pas dans votre périmètre, ou ce référent n’est plus en poste.",
  );
}

export interface Transmission {
  readonly transmises: number;
  readonly horsPerimetre: number;
  readonly courriers: number;
  readonly ecartees: readonly PersonneEcartee[];
}

/** Designations, periods and letters change hands together, or nothing does. */
export const transmettreLesPersonnes = defineUseCase({
  name: "parcours.transmettre-portefeuille",
  input: transmettreInput,
  droit: "orientation:decider",
  nature: "ecriture",
  trace: ({ deReferentId, motif }, { transmises, courriers }: Transmission) => ({
    objet: "referent",
    objetId: deReferentId,
    details: { transmises, courriers, motif },
  }),
  async run(context, { deReferentId, choix, motif, ecrire, moyen }): Promise<Transmission> {
    const partant = await exigerReferent(context, deReferentId);
    const { transmises, horsPerimetre } = await transmettrePortefeuille.within(
      context,
      context.journal,
      {
        deReferentId,
        choix,
        motif,
      },
    );
    if (!ecrire) return { transmises, horsPerimetre, courriers: 0, ecartees: [] };
    const { emis, ecartes } = await emettreCourriers(context, {
      modele: { usage: "changement-referent" },
      personnes: choix.map(({ personneId }) => ({
        personneId,
        valeurs: { "referent.precedent": formatName(partant.nom, partant.prenom) },
      })),
      moyen,
      objet: null,
      lireChamps: lireChampsCourrier,
    });
    return { transmises, horsPerimetre, courriers: emis.length, ecartees: ecartes };
  },
});
