import type { CadreAction } from "#offre/catalogue";
import type { Request } from "#platform/http/route.ts";
import type { MoisNonTransmis } from "../usecases/lire-chiffres-action.ts";

/** What prescribers and the operator did about one action over a period. */
export interface PrescriptionsDAction {
  readonly actionId: number;
  readonly recues: number;
  readonly sansReponse: number;
  readonly acceptees: number;
  readonly refusees: number;
  readonly expirees: number;
  /** On its waiting list on the last day. */
  readonly enAttente: number;
  /** Why the operator refused, most frequent first. */
  readonly motifs: readonly {
    readonly code: string;
    readonly libelle: string;
    readonly nombre: number;
  }[];
}

export interface DemandePrescriptions {
  readonly actions: readonly number[];
  readonly du: string;
  readonly au: string;
  readonly etat: "attente" | "expiree" | "recue" | "refusee" | "sans-reponse";
  readonly motif?: string | undefined;
}

export interface PortsComptage {
  readonly nonTransmis: MoisNonTransmis;
  /** The frame of an action around its tab. */
  readonly cadre: CadreAction;
  /** Counts of prescriptions, from above: what explains an empty place. None for who may not see them. */
  readonly prescriptions: (
    request: Request,
    demande: { readonly actions: readonly number[]; readonly du: string; readonly au: string },
  ) => Promise<readonly PrescriptionsDAction[]>;
  /** The list behind one of these counts. */
  readonly adressePrescriptions: (demande: DemandePrescriptions) => string;
}
