/** Addresses of the pages of this module, under the département. */
export const lieux = {
  liste: "/offre/tableur",
  modele: "/offre/tableur/modele.xlsx",
  un: (id: number) => `/offre/tableur/${id}`,
  expliquer: (id: number) => `/offre/tableur/${id}/expliquer`,
  lancer: (id: number) => `/offre/tableur/${id}/lancer`,
  personne: (id: number) => `/offre/tableur/${id}/personne`,
  refus: (id: number) => `/offre/tableur/${id}/refus.xlsx`,
} as const;
