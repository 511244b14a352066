import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import type { ListLook } from "#platform/ui/list/model.ts";
import type { DefinirPersonnes } from "../db/liste-courriers.ts";
import type { LireChamps } from "../usecases/emettre-courriers.ts";

/** What this module does not know, given by the composition. */
export interface PortsCourrier {
  readonly lireChamps: LireChamps;
  readonly definirPersonnes: DefinirPersonnes;
  /** How the list of persons shows its cells. */
  readonly cellules: NonNullable<ListLook["cells"]>;
  /** A page inside the file of a person, under her header and tabs. */
  readonly cadrePersonne: (
    request: Request,
    section: {
      readonly personneId: number;
      readonly onglet: string;
      readonly titre: string;
      readonly corps: VNode;
      readonly status?: number;
    },
  ) => Promise<Response>;
  /** What else was written to a person, shown under her letters. */
  readonly aussi: (request: Request, personneId: number) => Promise<VNode | null>;
}

export type Href = (path: string) => string;
