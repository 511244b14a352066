/** Addresses of this module, under the département. */
export const lieux = {
  cles: "/offre/api",
  renouveler: (id: number) => `/offre/api/${id}/renouveler`,
  revoquer: (id: number) => `/offre/api/${id}/revoquer`,
  sejours: "/api/sejours",
  description: "/api/openapi.json",
} as const;
