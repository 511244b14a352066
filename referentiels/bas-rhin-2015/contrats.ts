import type { NatureContrat } from "../../src/commun/referentiel/domain/contrat.ts";
import {
  cerProfessionnel,
  cerSocial,
  contratDEngagement,
  contratsDe,
  ppae,
} from "../national/contrats.ts";

const document = "Cahier des charges des opérateurs de parcours, Département du Bas-Rhin";

const duree: NatureContrat["duree"] = {
  min: 1,
  max: 6,
  defaut: 6,
  renouvellements: 1,
  totalMax: 12,
  texte: `${document} : « La durée de prise en charge est limitée à 6 mois, renouvelable 1 fois »`,
  certitude: "V",
};

const derogations: NatureContrat["derogations"] = [
  {
    code: "formation",
    libelle: "Inscription en formation",
    totalMax: null,
    texte: `${document} : « Cette limite n’est pas applicable lorsque l’allocataire est inscrit en formation (pré-qualification, qualification,...) »`,
    certitude: "V",
  },
];

const generique: NatureContrat = {
  ...cerProfessionnel,
  code: "contrat-engagement-generique",
  libelle: "Contrat d’engagement générique",
  court: "Contrat générique",
  signataires: ["personne", "referent", "departement"],
  duree,
  derogations,
  bilanTousLesMois: 3,
  texte: `${document}, 2) c) : « L’allocataire du RSA signe avec son référent de parcours et le Président du Conseil Départemental du Bas-Rhin, un contrat d’engagement générique »`,
  certitude: "V",
};

const orientation: NatureContrat = {
  ...generique,
  code: "contrat-orientation",
  libelle: "Contrat d’orientation, valant contrat d’engagement",
  court: "Contrat d’orientation",
  signataires: ["personne", "departement"],
  validation: false,
  texte: `${document}, 2) a) : désignation « formalisée dans un contrat d’orientation signé entre le Président du Conseil Départemental et le bénéficiaire. Ce contrat vaut contrat d’engagement au sens de la loi relative au RSA »`,
};

export const contrats = contratsDe("67", "2009-06-01", {
  texte: `${document}, 2) : désignation, diagnostic et contrat d’engagement`,
  natures: [
    generique,
    orientation,
    cerProfessionnel,
    cerSocial,
    ppae,
    {
      ...contratDEngagement,
      signataires: ["personne", "referent", "departement"],
      validation: true,
      duree,
      derogations,
      texte: `${contratDEngagement.texte} ; ${document} : trois signatures, gardées pour le contrat d’engagement (à confirmer)`,
      certitude: "a-confirmer",
    },
  ],
});
