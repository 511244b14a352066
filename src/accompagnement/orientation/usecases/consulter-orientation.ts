import type { CircuitOrientation, TypeOrientation } from "#commun/referentiel";
import { exigerPersonne } from "#droits/dossier";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type DesignationDatee,
  lireParcours,
  type OrientationDatee,
  type Parcours,
  type RendezVousDate,
} from "../db/parcours.ts";
import { personneInput } from "../schemas.ts";
import { cadreDuJour, exigerPresent } from "./cadre.ts";
import { lireServices, type ServiceOuvert } from "./lire-file.ts";

export interface OrientationConsultee extends Parcours {
  readonly personneId: number;
  readonly le: string;
  /** To accompany today. */
  readonly beneficiaire: boolean;
  readonly types: readonly TypeOrientation[];
  readonly circuit: CircuitOrientation;
  /** In force today. */
  readonly enCours: {
    readonly orientation: OrientationDatee;
    readonly designation: DesignationDatee | null;
    /** The meeting that waits. */
    readonly rendezVous: RendezVousDate | null;
  } | null;
  readonly services: readonly ServiceOuvert[];
}

/** The orientation of one person, its past, and what her territory offers. */
export const consulterOrientation = defineUseCase({
  name: "orientation.consulter",
  input: personneInput,
  droit: "orientation:lire",
  nature: "lecture",
  trace: (_, { personneId }: OrientationConsultee) => ({ objet: "orientation", personneId }),
  async run(context, { personneId }): Promise<OrientationConsultee> {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    // The address of a merged identity reads the one that was kept.
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const present = await exigerPresent(context, id);
    const parcours = await lireParcours(tx, id);
    return {
      ...parcours,
      personneId: id,
      beneficiaire: present.beneficiaire,
      le,
      types: regle.types,
      circuit: regle.circuit,
      enCours: enVigueur(parcours),
      services: await lireServices(context, present.territoireId),
    };
  },
});

export interface OrientationResumee extends Parcours {
  readonly le: string;
  readonly types: readonly TypeOrientation[];
  readonly enCours: OrientationConsultee["enCours"];
}

/** What the header and la frise of a person need. */
export const resumerOrientation = defineUseCase({
  name: "orientation.resumer",
  input: personneInput,
  droit: "orientation:lire",
  nature: "lecture",
  // The page that shows it is journaled by the module of persons.
  trace: null,
  async run(context, { personneId }): Promise<OrientationResumee> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const parcours = await lireParcours(tx, id);
    const { le, regle } = cadreDuJour(context);
    return { ...parcours, le, types: regle.types, enCours: enVigueur(parcours) };
  },
});

function enVigueur(parcours: Parcours): OrientationConsultee["enCours"] {
  const orientation = parcours.orientations.find(({ au, annulee }) => au === null && !annulee);
  if (!orientation) return null;
  const designation =
    parcours.designations.find(({ au, annulee }) => au === null && !annulee) ?? null;
  const rendezVous =
    parcours.rendezVous.find(
      ({ designationId, issue }) => designationId === designation?.id && issue === null,
    ) ?? null;
  return { orientation, designation, rendezVous };
}
