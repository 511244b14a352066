import type {
  HeuresContrat,
  NatureContrat,
  RegleContrats,
} from "../../src/commun/referentiel/domain/contrat.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const RSA_2009 = "2009-06-01";
const PLEIN_EMPLOI = "2025-01-01";

/** The classes the statistics of the DREES count, no maximum being in the law. */
const dureeDuCer = {
  min: 1,
  max: 12,
  defaut: 6,
  renouvellements: null,
  totalMax: null,
  texte:
    "CASF, L262-35 et L262-36 (loi n° 2008-1249) : aucune durée maximale dans la loi ; douze mois au plus sont proposés, renouvelables",
  certitude: "a-confirmer",
} as const;

export const cerProfessionnel: NatureContrat = {
  code: "cer-professionnel",
  libelle: "Contrat d’engagement réciproque, insertion professionnelle",
  court: "CER professionnel",
  du: RSA_2009,
  au: PLEIN_EMPLOI,
  repris: false,
  signataires: ["personne", "referent", "departement"],
  validation: true,
  duree: dureeDuCer,
  derogations: [],
  heures: null,
  bilanTousLesMois: 6,
  offreRaisonnable: false,
  aRemplacer: true,
  texte:
    "CASF, art. L262-35 (loi n° 2008-1249), pour un référent du service public de l’emploi autre que Pôle emploi ; jusqu’au 31/12/2024",
  certitude: "S",
};

export const cerSocial: NatureContrat = {
  ...cerProfessionnel,
  code: "cer-social",
  libelle: "Contrat d’engagement réciproque, insertion sociale ou professionnelle",
  court: "CER social",
  texte:
    "CASF, art. L262-36 (loi n° 2008-1249), pour un référent hors du service public de l’emploi ; jusqu’au 31/12/2024",
};

export const ppae: NatureContrat = {
  ...cerProfessionnel,
  code: "ppae",
  libelle: "Projet personnalisé d’accès à l’emploi",
  court: "PPAE",
  repris: true,
  signataires: [],
  validation: false,
  texte:
    "CASF, art. L262-34 (loi n° 2008-1249) : signé avec Pôle emploi puis France Travail, connu ici et non signé ici ; remplacé par le contrat d’engagement depuis le 01/01/2025",
  certitude: "V",
};

const heuresDuContratDEngagement: HeuresContrat = {
  minimum: 15,
  motifsReduction: [
    { code: "situation-individuelle", libelle: "Situation individuelle" },
    { code: "sante", libelle: "État de santé" },
    { code: "handicap", libelle: "Handicap" },
    { code: "garde", libelle: "Garde d’enfant ou proche à aider" },
    { code: "emploi", libelle: "Emploi à temps partiel" },
    { code: "mobilite", libelle: "Éloignement ou absence de transport" },
  ],
  motifsDispense: [
    { code: "sante", libelle: "Difficultés particulières de santé" },
    { code: "handicap", libelle: "Handicap" },
    { code: "invalidite", libelle: "Invalidité" },
    {
      code: "parent-isole",
      libelle: "Parent isolé d’un enfant de moins de douze ans, sans solution de garde",
    },
  ],
  texte:
    "Code du travail, art. L5411-6, II, 3° : au moins quinze heures par semaine ; moins, sans pouvoir être nulle, selon la situation individuelle ; sans durée, à la demande de la personne, pour les seuls motifs de santé, de handicap, d’invalidité ou de parent isolé sans solution de garde pour un enfant de moins de douze ans",
  certitude: "V",
};

export const contratDEngagement: NatureContrat = {
  code: "contrat-engagement",
  libelle: "Contrat d’engagement",
  court: "Contrat d’engagement",
  du: PLEIN_EMPLOI,
  au: null,
  repris: false,
  signataires: ["personne", "referent"],
  validation: false,
  duree: {
    min: 1,
    max: 12,
    defaut: 12,
    renouvellements: null,
    totalMax: null,
    texte:
      "Code du travail, art. R5411-14 : la périodicité de l’actualisation est convenue avec la personne ; aucune durée dans le texte, douze mois au plus sont proposés, renouvelables",
    certitude: "a-confirmer",
  },
  derogations: [],
  heures: heuresDuContratDEngagement,
  bilanTousLesMois: 3,
  offreRaisonnable: true,
  aRemplacer: false,
  texte: "Code du travail, art. L5411-6 et R5411-15 (loi n° 2023-1196)",
  certitude: "V",
};

/** What the law says to every département, and what is proposed where it says nothing. */
export const contratsNationaux: RegleContrats = {
  natures: [cerProfessionnel, cerSocial, ppae, contratDEngagement],
  stock: {
    valeur: "2027-01-01",
    texte:
      "Loi n° 2023-1196, art. 2, IV, et décret n° 2024-1244 : deux ans à compter du 01/01/2025 pour les personnes déjà accompagnées",
    certitude: "V",
  },
  delaiDuTaux: {
    valeur: 1,
    texte:
      "Code du travail, art. D5411-14-1 : un mois pour signer ; le taux ne compte que les personnes orientées depuis plus longtemps (règle de calcul proposée)",
    certitude: "a-confirmer",
  },
  seuil: {
    valeur: 75,
    texte:
      "Profil de poste « assistant administratif insertion », Somme : « Suivre l’évolution du taux de contractualisation, interne et externe et alerter, si nécessaire, le RTILE » (le seuil n’y est pas dit ; 75 % est proposé)",
    certitude: "a-confirmer",
  },
  internes: {
    valeur: ["departement"],
    texte:
      "Interne : suivi par un service du Département ; externe : par un partenaire (définition proposée)",
    certitude: "a-confirmer",
  },
  droitClos: {
    valeur:
      "Le contrat continue : le référent dit, dans le mois, s’il le maintient ou s’il y met fin.",
    texte: "Aucun texte ne met fin au contrat avec le droit (suite proposée)",
    certitude: "a-confirmer",
  },
  droitsEtRecours: {
    valeur: [
      "Le contrat se revoit à tout moment, à la demande de la personne ou de son référent, et aux bilans prévus.",
      "La personne peut demander un autre référent ou une autre orientation au président du conseil départemental.",
      "Si ses engagements ne sont pas tenus sans motif légitime, le président du conseil départemental peut suspendre ou réduire le revenu de solidarité active ; la personne est d’abord informée et peut s’expliquer, assistée de qui elle choisit.",
      "Une telle décision se conteste par un recours adressé au président du conseil départemental dans les deux mois, puis devant le tribunal administratif.",
    ],
    texte:
      "Code du travail, art. R5411-15 : le contrat dit les droits de la personne, les voies et délais de recours (phrases proposées)",
    certitude: "a-confirmer",
  },
  vulnerabilites: [
    { code: "sante", libelle: "État de santé" },
    { code: "handicap", libelle: "Handicap" },
    { code: "invalidite", libelle: "Invalidité" },
    { code: "logement", libelle: "Logement" },
    { code: "situation-familiale", libelle: "Garde d’enfant ou proche à aider" },
  ],
};

const stockOutreMer: RegleContrats["stock"] = {
  valeur: "2028-01-01",
  texte: "Ordonnance n° 2024-534, art. 5 : trois ans à compter du 01/01/2025 outre-mer",
  certitude: "V",
};

/** Codes of the collectivities governed by article 73 of the Constitution, where the RSA is paid: one year more. */
const estOutreMer = (code: string): boolean => /^97[12346]$/u.test(code);

/** The law as it is, with what one département writes otherwise. */
export function contratsDe(
  code: string,
  depuis: string,
  { texte, ...autrement }: Partial<RegleContrats> & { readonly texte: string },
): ParametreDate<RegleContrats> {
  const stock = estOutreMer(code) ? stockOutreMer : contratsNationaux.stock;
  const valeur = { ...contratsNationaux, stock, ...autrement };
  return [{ depuis, valeur, texte, certitude: "a-confirmer" }];
}
