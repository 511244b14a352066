import type { Agent, Deps } from "../usecase/define-use-case.ts";

/** Who is behind a request. */
export interface SignedIn {
  readonly id: number;
  readonly nom: string;
  /** For the frame: « Gestionnaire ». */
  readonly roles: readonly string[];
  readonly droits: ReadonlySet<string>;
  /** The only page open until something is done there (a temporary password to change): `/mon-compte/mot-de-passe`. */
  readonly mustVisit: string | null;
  /** The agent with the perimeter that this right has: a right never borrows the perimeter of another. */
  pour(droit: string | null): Agent;
}

export interface Sessions {
  find(deps: Deps, token: string): Promise<SignedIn | null>;
}

/** Before signing in: no right, nobody in sight. */
export const visitor: Agent = {
  id: null,
  nom: "Visiteur",
  droits: new Set(),
  portee: { territoires: [], structures: [], referentId: null },
};
