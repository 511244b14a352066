import type { CircuitOrientation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireAvis, inscrireDemande } from "../db/suites.ts";
import { confirmerInput, contesterInput } from "../schemas.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { exigerEnCours, exigerEnCoursDe } from "./en-cours.ts";

/** « Confirmer ou infirmer sa désignation en tant que référent » (cahier des charges 2015 du Bas-Rhin, 2 a). */
export const confirmerDesignation = defineUseCase({
  name: "orientation.confirmer",
  input: confirmerInput,
  droit: "orientation:confirmer",
  nature: "ecriture",
  trace: ({ personnes }, confirmees: number) => ({
    objet: "designation",
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { confirmees },
  }),
  async run(context, { personnes }): Promise<number> {
    const { le, regle } = cadreDuJour(context);
    exigerConfirmation(regle.circuit);
    const enCours = await exigerEnCoursDe(context, personnes);
    const confirmees = await inscrireAvis(
      context.tx,
      enCours.map(({ designationId }) => designationId),
      { avis: "confirmee", motif: null, le, par: context.agent.id },
    );
    await tenirAJour(
      context,
      enCours.map(({ personneId }) => personneId),
    );
    return confirmees;
  },
});

interface Contestation {
  readonly demandeId: number;
}

/** Challenging one’s designation seizes who examines reorientations: nobody has to ask twice. */
export const contesterDesignation = defineUseCase({
  name: "orientation.contester",
  input: contesterInput,
  droit: "orientation:confirmer",
  nature: "ecriture",
  trace: ({ personneId, motif }, { demandeId }: Contestation) => ({
    objet: "reorientation",
    objetId: demandeId,
    personneId,
    details: { motif },
  }),
  async run(context, { personneId, motif, typeSouhaite }): Promise<Contestation> {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    exigerConfirmation(regle.circuit);
    const { enCours } = await exigerEnCours(context, personneId);
    await inscrireAvis(tx, [enCours.designationId], {
      avis: "contestee",
      motif,
      le,
      par: agent.id,
    });
    const demandeId = await inscrireDemande(tx, {
      personneId,
      orientationId: enCours.orientationId,
      demandeur: "referent",
      motif,
      typeSouhaite,
      le,
      par: agent.id,
    });
    await tenirAJour(context, [personneId]);
    return { demandeId };
  },
});

function exigerConfirmation({ confirmationParReferent }: CircuitOrientation): void {
  if (confirmationParReferent) return;
  throw new DomainError(
    "designation.sans-confirmation",
    "Dans ce département, le référent ne confirme ni ne conteste sa désignation : demandez une réorientation.",
  );
}
