import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";

/** The frame of a person's pages, given by the composition: her header and her tabs around a section. */
export type CadrePersonne = (
  request: Request,
  section: {
    readonly personneId: number;
    readonly onglet: string;
    readonly titre: string;
    readonly corps: VNode;
    readonly status?: number;
  },
) => Promise<Response>;

export type Href = (path: string) => string;

export const ONGLET = "diagnostic";

/** A section of the person's file, for the composition. */
export const ongletDiagnostic = {
  key: ONGLET,
  label: "Diagnostic",
  path: "/diagnostic",
  droit: "diagnostic:lire",
} as const;
