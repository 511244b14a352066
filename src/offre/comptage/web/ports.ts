import type { CadreAction } from "#offre/catalogue";
import type { Request } from "#platform/http/route.ts";

/** What prescribers and the operator did about one action over a period. */
export interface PrescriptionsDAction {
  readonly actionId: number;
  readonly recues: number;
  readonly sansReponse: number;
  readonly acceptees: number;
  readonly refusees: number;
  readonly expirees: number;
  /** On its waiting list today. */
  readonly enAttente: number;
  /** Why the operator refused, most frequent first. */
  readonly motifs: readonly { readonly libelle: string; readonly nombre: number }[];
}

export interface PortsComptage {
  readonly cadre: CadreAction;
  /** Counts of prescriptions, from above: what explains an empty place. */
  readonly prescriptions: (
    request: Request,
    demande: { readonly actions: readonly number[]; readonly du: string; readonly au: string },
  ) => Promise<readonly PrescriptionsDAction[]>;
  /** Address of the prescriptions of an action, of a state; null when nobody shows them. */
  readonly adressePrescriptions: (demande: {
    readonly actionId: number;
    readonly etat: "attente" | "recue" | "refusee" | "sans-reponse";
    readonly du: string;
    readonly au: string;
  }) => string | null;
}
