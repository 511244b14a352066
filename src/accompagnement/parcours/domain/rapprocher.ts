import type { RegleParcours } from "#commun/referentiel";
import { regleDeCode, regleParDefaut } from "./regles.ts";

/** Who follows a person, as the orientation says it; without `designationId` nobody does. */
export interface SuiviConstate {
  readonly personneId: number;
  readonly orientationId: number | null;
  readonly designationId: number | null;
  readonly type: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly orienteeLe: string | null;
  readonly designeeLe: string | null;
  /** Last day an orientation ended, when none is in force. */
  readonly finieLe: string | null;
  readonly motifFin: string | null;
  readonly contratSigneLe: string | null;
}

/** The last period of a person that counts. */
export interface DernierAccompagnement {
  readonly id: number;
  readonly personneId: number;
  readonly orientationId: number;
  readonly designationId: number;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly regle: string;
  readonly du: string;
  readonly ouvert: boolean;
  readonly compteDu: string | null;
}

export interface Ouverture {
  readonly personneId: number;
  readonly orientationId: number;
  readonly designationId: number;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly type: string;
  readonly regle: string;
  readonly du: string;
  readonly compteDu: string | null;
  readonly moisAccordes: number | null;
}

export interface Cloture {
  readonly id: number;
  readonly le: string;
  readonly motif: string;
}

export interface Passage {
  readonly id: number;
  readonly designationId: number;
  readonly structureId: number;
  readonly referentId: number | null;
}

export interface Demarrage {
  readonly id: number;
  readonly le: string;
}

export interface Rapprochement {
  readonly ouvertures: readonly Ouverture[];
  readonly clotures: readonly Cloture[];
  readonly passages: readonly Passage[];
  readonly demarrages: readonly Demarrage[];
}

interface Connu {
  readonly regles: RegleParcours;
  readonly le: string;
  readonly derniers: ReadonlyMap<number, DernierAccompagnement>;
}

/** What the periods must become for these persons, one by one or all at once: the same. */
export function rapprocher(suivis: readonly SuiviConstate[], connu: Connu): Rapprochement {
  const pas = suivis.map((suivi) => pasDe(suivi, connu));
  return {
    ouvertures: pas.flatMap(({ ouverture }) => ouverture ?? []),
    clotures: pas.flatMap(({ cloture }) => cloture ?? []),
    passages: pas.flatMap(({ passage }) => passage ?? []),
    demarrages: pas.flatMap(({ demarrage }) => demarrage ?? []),
  };
}

interface Pas {
  readonly ouverture?: Ouverture | null;
  readonly cloture?: Cloture | null;
  readonly passage?: Passage | null;
  readonly demarrage?: Demarrage | null;
}

function pasDe(suivi: SuiviConstate, { regles, le, derniers }: Connu): Pas {
  const dernier = derniers.get(suivi.personneId) ?? null;
  const meme = dernier !== null && dernier.orientationId === suivi.orientationId;
  if (dernier?.ouvert && (meme || enAttente(suivi))) {
    return {
      passage: passageDe(dernier, suivi),
      demarrage: demarrageDe(dernier, suivi, regles),
    };
  }
  return {
    cloture: dernier?.ouvert ? clotureDe(dernier, suivi, le) : null,
    // A period concluded under this very orientation does not begin again.
    ouverture: meme ? null : ouvertureDe(suivi, regles),
  };
}

/** An orientation in force without a designation is between two: its period goes on. */
const enAttente = ({ orientationId, designationId }: SuiviConstate) =>
  orientationId !== null && designationId === null;

function ouvertureDe(suivi: SuiviConstate, regles: RegleParcours): Ouverture | null {
  const { orientationId, designationId, type, structureId, designeeLe } = suivi;
  if (orientationId === null || designationId === null || type === null) return null;
  if (structureId === null || designeeLe === null) return null;
  const regle = regleParDefaut(regles, type);
  if (!regle) return null;
  return {
    personneId: suivi.personneId,
    orientationId,
    designationId,
    structureId,
    referentId: suivi.referentId,
    type,
    regle: regle.code,
    du: designeeLe,
    compteDu: regle.commence === "designation" ? designeeLe : contratValable(suivi, designeeLe),
    moisAccordes: regle.duree.mois,
  };
}

/** A contract signed before the orientation starts nothing: it belonged to another path. */
function contratValable(
  { contratSigneLe, orienteeLe }: SuiviConstate,
  auPlusTot: string,
): string | null {
  if (contratSigneLe === null || (orienteeLe !== null && contratSigneLe < orienteeLe)) return null;
  return contratSigneLe < auPlusTot ? auPlusTot : contratSigneLe;
}

function passageDe(ouvert: DernierAccompagnement, suivi: SuiviConstate): Passage | null {
  const { designationId, structureId, referentId } = suivi;
  if (designationId === null || structureId === null) return null;
  const meme =
    ouvert.designationId === designationId &&
    ouvert.structureId === structureId &&
    ouvert.referentId === referentId;
  return meme ? null : { id: ouvert.id, designationId, structureId, referentId };
}

function demarrageDe(
  ouvert: DernierAccompagnement,
  suivi: SuiviConstate,
  regles: RegleParcours,
): Demarrage | null {
  if (ouvert.compteDu !== null || enAttente(suivi)) return null;
  if (regleDeCode(regles, ouvert.regle)?.commence !== "contrat") return null;
  const le = contratValable(suivi, ouvert.du);
  return le === null ? null : { id: ouvert.id, le };
}

function clotureDe(ouvert: DernierAccompagnement, suivi: SuiviConstate, le: string): Cloture {
  if (suivi.orientationId !== null) {
    return { id: ouvert.id, le: suivi.designeeLe ?? le, motif: "reorientation" };
  }
  return { id: ouvert.id, le: suivi.finieLe ?? le, motif: suivi.motifFin ?? "orientation-finie" };
}
