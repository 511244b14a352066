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

export const ongletContrat = {
  key: "contrat",
  label: "Contrat",
  path: "/contrat",
  droit: "contrat:lire",
} as const;

export const cheminContrats = (personneId: number) => `/personnes/${personneId}/contrat`;
export const cheminContrat = (personneId: number, contratId: number) =>
  `${cheminContrats(personneId)}/${contratId}`;
