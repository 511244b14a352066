import type { VNode } from "preact";
import type { LireChamps } from "#commun/courrier";
import type { LireDestinataires } from "#commun/message";
import type { Request } from "#platform/http/route.ts";

/** What the composition gives: the frame of a person’s pages, and how she is written to. */
export interface PortsAgenda {
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
  readonly lireChamps: LireChamps;
  readonly lireDestinataires: LireDestinataires;
}
