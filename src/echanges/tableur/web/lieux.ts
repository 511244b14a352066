/** Addresses of the pages of this module, under the département. */
export const lieux = {
  liste: "/offre/tableur",
  modele: "/offre/tableur/modele.xlsx",
  un: (id: number) => `/offre/tableur/${id}`,
  /** The page of its refused lines that follows this one. */
  refusees: (id: number, apres: number) =>
    `/offre/tableur/${id}${apres === 0 ? "" : `?apres=${apres}`}#refusees`,
  expliquer: (id: number) => `/offre/tableur/${id}/expliquer`,
  lancer: (id: number) => `/offre/tableur/${id}/lancer`,
  personne: (id: number) => `/offre/tableur/${id}/personne`,
  refus: (id: number) => `/offre/tableur/${id}/refus.xlsx`,
} as const;
