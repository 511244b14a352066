import type { Request } from "#platform/http/route.ts";

export type Href = Request["href"];

/** Addresses of the pages of this module, under the département. */
export const lieux = {
  liste: "/flux",
  nouveau: "/flux/nouveau",
  une: (id: number) => `/flux/${id}`,
  dossiers: (id: number) => `/flux/${id}/dossiers`,
  rejets: (id: number, code?: string) => avec(`/flux/${id}/rejets`, { code }),
  rejet: (id: number, rejet: number) => `/flux/${id}/rejets/${rejet}`,
  avertissements: (id: number, code?: string) => avec(`/flux/${id}/avertissements`, { code }),
  mouvements: (id: number, nature?: string) => avec(`/flux/${id}/mouvements`, { nature }),
  changements: (id: number, champ?: string) => avec(`/flux/${id}/changements`, { champ }),
  absents: (id: number) => `/flux/${id}/absents`,
  reprendre: (id: number) => `/flux/${id}/reprendre`,
  abandonner: (id: number) => `/flux/${id}/abandonner`,
} as const;

export function avec(
  chemin: string,
  parametres: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [nom, valeur] of Object.entries(parametres)) {
    if (valeur !== undefined && valeur !== null) query.set(nom, String(valeur));
  }
  const texte = query.toString();
  return texte === "" ? chemin : `${chemin}?${texte}`;
}
