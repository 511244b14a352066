import type { CategorieJuridique } from "#commun/referentiel";

export const libellesCategorie: Readonly<Record<CategorieJuridique, string>> = {
  association: "Association",
  fondation: "Fondation",
  ccas: "Centre communal d’action sociale (CCAS)",
  cias: "Centre intercommunal d’action sociale (CIAS)",
  epci: "Établissement public de coopération intercommunale (EPCI)",
  ept: "Établissement public territorial (EPT)",
  commune: "Commune",
  "etablissement-public": "Établissement public",
  ess: "Entreprise de l’économie sociale et solidaire",
  entreprise: "Entreprise",
  departement: "Service du Département",
};
