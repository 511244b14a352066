import type { Request } from "#platform/http/route.ts";

export interface Lieu {
  readonly id: number;
  readonly nom: string;
}

interface Suivies {
  /** Followed today, whoever reads. */
  readonly suivies: number;
  /** Among them, those France Travail oriented: it takes no place of the structure. */
  readonly franceTravail: number;
  /** Among them, those the reader may open: the figure of a door. */
  readonly visibles: number;
  /** Proposed or transmitted, not decided yet. */
  readonly attendues: number;
}

export interface ChargeDeStructure extends Suivies {
  readonly structureId: number;
  readonly type: string;
}

export interface ChargeDeReferent extends Suivies {
  readonly referentId: number;
}

/** Who is followed where: the module that designates gives it. */
export interface Charges {
  readonly structures: readonly ChargeDeStructure[];
  readonly referents: readonly ChargeDeReferent[];
}

/** Handing over what somebody who leaves holds, by the module that designates. */
export interface Remise {
  readonly droit: string;
  /** Gives the sentence to show after it. */
  readonly transmettre: (
    request: Request,
    demande: {
      readonly deReferentId: number;
      /** `null`: shared among the colleagues who have room. */
      readonly versReferentId: number | null;
      readonly motif: string;
    },
  ) => Promise<string>;
}

/** What the pages of the network take from the other modules, through the composition. */
export interface PortsStructure {
  readonly territoires: (request: Request) => Promise<readonly Lieu[]>;
  /** Accounts a référent may be linked to. */
  readonly comptes: (request: Request) => Promise<readonly Lieu[]>;
  readonly charges: (request: Request) => Promise<Charges>;
  readonly remise: Remise;
  /** Address of the board of the places, under the département. */
  readonly tableau: { readonly path: string; readonly droit: string };
}
