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

export const libellesNatureSortie: Readonly<Record<NatureSortie, string>> = {
  cdi: "CDI",
  titularisation: "Titularisation",
  cdd: "CDD",
  interim: "Intérim",
  saisonnier: "Contrat saisonnier",
  cesu: "Chèque emploi service",
  alternance: "Alternance",
  "contrat-aide-non-marchand": "Contrat aidé du secteur non marchand",
  "contrat-aide-marchand": "Contrat aidé du secteur marchand",
  creation: "Création ou reprise d’entreprise",
  "formation-qualifiante": "Formation qualifiante",
  "autre-action": "Autre action d’insertion",
  "autres-droits": "Autres droits (AAH, retraite, ASS…)",
  "fin-rsa": "Fin du droit au RSA",
  "fin-de-duree": "Durée de l’action atteinte",
  abandon: "Abandon",
  demenagement: "Déménagement",
  incarceration: "Incarcération",
  deces: "Décès",
  autre: "Autre raison",
};

export const libellesClasseSortie: Readonly<Record<ClasseSortie | "a-arbitrer", string>> = {
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
