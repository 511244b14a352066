import type { CategorieJuridique, ClasseSortie, NatureSortie, RegleComptage } from "./offre.ts";
import type { ClasseOrganisme } from "./orientation.ts";

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

export const naturesEnMots: Readonly<Record<NatureSortie, string>> = {
  cdi: "CDI",
  titularisation: "titularisation",
  cdd: "CDD",
  interim: "intérim",
  saisonnier: "emploi saisonnier",
  cesu: "chèque emploi service",
  alternance: "alternance",
  "contrat-aide-non-marchand": "contrat aidé non marchand",
  "contrat-aide-marchand": "contrat aidé marchand",
  creation: "création d’entreprise",
  "formation-qualifiante": "formation qualifiante",
  "autre-action": "autre action d’insertion",
  "autres-droits": "autres droits",
  "fin-rsa": "fin du RSA",
  "fin-de-duree": "fin de la durée",
  abandon: "abandon",
  demenagement: "déménagement",
  incarceration: "incarcération",
  deces: "décès",
  autre: "autre",
};

export const classesEnMots: Readonly<Record<ClasseSortie | "a-arbitrer", string>> = {
  durable: "Emploi durable",
  transition: "Emploi de transition",
  positive: "Sortie positive",
  autre: "Autre sortie",
  "a-arbitrer": "À arbitrer",
};

export const prescripteursEnMots: Readonly<Record<ClasseOrganisme, string>> = {
  departement: "services du Département",
  commune: "communes",
  ccas: "CCAS et CIAS",
  association: "associations",
  "organisme-agree": "organismes agréés",
  "france-travail": "France Travail",
  "mission-locale": "missions locales",
  "cap-emploi": "Cap emploi",
  autre: "autres organismes",
};

export const occupationsEnMots: Readonly<Record<RegleComptage["occupation"], string>> = {
  "moyenne-plafonnee": "moyenne des mois, chacun plafonné à ses places",
  moyenne: "moyenne des mois",
  minimum: "mois le moins occupé",
};
