import { listeCodes } from "./liste.ts";

export const etatDossier = listeCodes({
  balise: "ETATDOSRSA",
  titre: "État du dossier RSA",
  source: "Carnet de bord et WebRSA concordants (flux VRSB0801, ETATDOSRSA)",
  certitude: "S",
  codes: {
    "0": "Nouvelle demande, en attente de décision du conseil départemental",
    "1": "Droit refusé",
    "2": "Droit ouvert et versable",
    "3": "Droit ouvert et suspendu (montant calculable, existence du droit remise en cause)",
    "4": "Droit ouvert, versement suspendu (montant non calculable)",
    "5": "Droit clos",
    "6": "Droit clos sur un mois antérieur (créances transférées ou régularisation)",
  },
});

export const motifSuspensionVersement = listeCodes({
  balise: "MOTISUSVERSRSA",
  titre: "Motif de suspension du versement",
  source: "Carnet de bord (24 motifs) et WebRSA (flux VRSB0801) ; CG selon WebRSA",
  certitude: "S",
  codes: {
    "01": "Ressources trop élevées",
    "02": "Moins de 25 ans sans enfant ni autre personne à charge",
    "03": "Activité non conforme",
    "04": "Titre de séjour non valide",
    "05": "RSA inférieur au seuil de versement",
    "06": "Déclaration trimestrielle de ressources non fournie",
    "09": "Résidence non conforme",
    "19": "Pas d’isolement",
    "31": "Prestation exclue, affiliation partielle",
    "34": "Régime non conforme",
    "35": "Demande d’avantage vieillesse absente ou tardive",
    "36": "Titre de séjour absent",
    "44": "Hospitalisation",
    "70": "Action non engagée",
    "78": "Surface pondérée supérieure au plafond ou inconnue",
    "84": "Droit éteint ou autre cas",
    "85": "Pas d’allocataire (décès)",
    "97": "Bénéficiaire d’une AAH réduite",
    AB: "Allocataire absent du foyer",
    CV: "Attente de décision du président du conseil départemental",
    CG: "Application d’une sanction",
    CZ: "Activité antérieure insuffisante",
    DA: "Activité antérieure absente",
    DB: "Étudiant, rémunération insuffisante",
    DC: "Activité antérieure non conforme",
  },
});

export const motifSuspensionDroit = listeCodes({
  balise: "MOTISUSDRORSA",
  titre: "Motif de suspension du droit",
  source: "WebRSA 4.32.4, liste « Suspensiondroit.motisusdrorsa » (annexe A)",
  certitude: "S",
  codes: {
    DA: "Dossier : situation de famille",
    DB: "Dossier : ressources",
    DC: "Dossier : enquête administrative",
    DD: "Dossier : enquête sociale",
    DE: "Dossier : imprimé de campagne de contrôle absent",
    DF: "Dossier : avis de changement de CAF absent",
    DG: "Dossier : décès de Madame",
    DH: "Dossier : décès de Monsieur",
    DI: "Dossier : autre motif",
    DJ: "Dossier : paiement réimputé ou arrêté",
    DK: "Dossier : pas de réponse au contrôle de l’assurance chômage",
    DL: "Dossier : pli non distribuable",
    DM: "Dossier : résidence inconnue",
    DN: "Dossier : divergence de droits de sécurité sociale",
    DO: "Dossier : divergence de droits d’assurance vieillesse",
    DP: "Dossier : contrôle de l’allocation de soutien familial, parent hors d’état",
    DQ: "Dossier : élection de domicile non renouvelée",
    DR: "Dossier : gestion de personne",
    GF: "Groupe de prestations : situation de famille",
    GR: "Groupe de prestations : contrôle de l’activité et des ressources",
    GA: "Groupe de prestations : enquête administrative",
    GS: "Groupe de prestations : enquête sociale",
    GC: "Groupe de prestations : imprimé de campagne de contrôle absent",
    GI: "Groupe de prestations : imprimé de changement de CAF non fourni",
    GX: "Groupe de prestations : autre motif",
    GE: "Groupe de prestations : forfait de travailleur indépendant non fourni",
    GJ: "RSA : suspension décidée par le président du conseil départemental",
    GK: "RSA : contrat d’insertion",
    GL: "RSA : action non engagée",
  },
});

export const groupeSuspension = listeCodes({
  balise: "NATGROUPFSUS",
  titre: "Groupe de prestations suspendu",
  source: "WebRSA 4.32.4, liste « Suspensiondroit.natgroupfsus » (annexe A)",
  certitude: "S",
  codes: {
    RSA: "RSA socle et activité",
    RSX: "RSA socle uniquement",
    RCX: "RSA activité uniquement",
    DIF: "Prestations familiales différentielles",
    HOS: "Prestations familiales hospitalisation",
    ISO: "Prestations familiales isolement",
  },
});

export const motifCloture = listeCodes({
  balise: "MOTICLORSA",
  titre: "Motif de clôture",
  source: "Carnet de bord et WebRSA concordants (flux VRSB0801, MOTICLORSA)",
  certitude: "S",
  codes: {
    PCG: "Clôture sur décision du président du conseil départemental",
    ECH: "Clôture à l’échéance (quatre mois sans droit)",
    EFF: "Clôture par annulation de la bascule RMI ou API",
    MUT: "Clôture par mutation du dossier dans un autre organisme",
    RGD: "Clôture par regroupement de dossiers",
    RFD: "Radié, fin de droit",
    RAU: "Radié, autre motif",
    RST: "Radié, option RSTA (outre-mer)",
    RSO: "Radié, option RSO (outre-mer)",
  },
});

export const motifRefus = listeCodes({
  balise: "MOTIREFURSA",
  titre: "Motif de refus",
  source: "WebRSA 4.32.4, liste « Situationdossierrsa.motirefursa » (annexe A)",
  certitude: "S",
  codes: {
    F02: "Fin de droit immédiate : moins de 25 ans sans personne à charge",
    F04: "Fin de droit immédiate : titre de séjour non valide",
    F09: "Fin de droit immédiate : résidence non conforme",
    F85: "Fin de droit immédiate : pas d’allocataire (décès)",
    F97: "Fin de droit immédiate : bénéficiaire d’une AAH réduite",
    FDD: "Travailleur indépendant n’ouvrant pas droit",
    DSD: "Demande sans droit (pièces justificatives demandées)",
    FDB: "Étudiant, rémunération insuffisante",
    PCG: "Refus sur décision du président du conseil départemental",
  },
});

export const naturePrestation = listeCodes({
  balise: "NATPF",
  titre: "Nature de la prestation",
  source: "WebRSA 4.32.4, liste « Detailcalculdroitrsa.natpf » (annexe A)",
  certitude: "S",
  codes: {
    RSD: "RSA socle (conseil départemental)",
    RSI: "RSA socle majoré (conseil départemental)",
    RSU: "RSA socle, contrat aidé (État)",
    RSB: "RSA socle local (conseil départemental)",
    RCD: "RSA activité (État)",
    RCI: "RSA activité majoré (État)",
    RCU: "RSA activité, contrat aidé (État)",
    RCB: "RSA activité local (conseil départemental)",
    RSJ: "RSA socle jeune (État)",
    RCJ: "RSA activité jeune (État)",
  },
});

export const sousNaturePrestation = listeCodes({
  balise: "SOUSNATPF",
  titre: "Sous-nature de la prestation",
  source: "WebRSA 4.32.4, liste « Detailcalculdroitrsa.sousnatpf » (annexe A)",
  certitude: "S",
  codes: {
    RSDN1: "RSA socle, moins de 25 ans avec enfants à charge ou grossesse",
    RSDN2: "RSA socle, 25 ans et plus",
    RSIN1: "RSA socle majoré",
    RSUN1: "RSA socle État contrat aidé majoré",
    RSUN2: "RSA socle État contrat aidé, moins de 25 ans",
    RSUN3: "RSA socle État contrat aidé, 25 ans et plus",
    RSUN4: "RSA socle État jeune",
    RSBN1: "RSA socle local majoré",
    RSBN2: "RSA socle local, moins de 25 ans",
    RSBN3: "RSA socle local, 25 ans et plus",
    RSJN1: "RSA socle jeune",
    RCDN1: "RSA activité, moins de 25 ans avec enfants à charge ou grossesse",
    RCDN2: "RSA activité, 25 ans et plus",
    RCIN1: "RSA activité majoré",
    RCUN1: "RSA activité État contrat aidé majoré",
    RCUN2: "RSA activité État contrat aidé, moins de 25 ans",
    RCUN3: "RSA activité État contrat aidé, 25 ans et plus",
    RCUN4: "RSA activité État jeune",
    RCBN1: "RSA activité local majoré",
    RCBN2: "RSA activité local, moins de 25 ans",
    RCBN3: "RSA activité local, 25 ans et plus",
    RCJN1: "RSA activité jeune",
    RSID1: "RSA socle majoré (outre-mer)",
    RCID1: "RSA activité majoré (outre-mer)",
    RSDD1: "RSA socle, moins de 25 ans avec enfants à charge ou grossesse (outre-mer)",
    RSDD2: "RSA socle, 25 ans et plus (outre-mer)",
    RCDD1: "RSA activité, moins de 25 ans avec enfants à charge ou grossesse (outre-mer)",
    RCDD2: "RSA activité, 25 ans et plus (outre-mer)",
    RSUD1: "RSA socle contrat aidé majoré (outre-mer)",
    RSUD2: "RSA socle contrat aidé, moins de 25 ans (outre-mer)",
    RSUD3: "RSA socle contrat aidé, 25 ans et plus (outre-mer)",
    RSUD4: "RSA socle contrat aidé jeune (outre-mer)",
    RCUD1: "RSA activité contrat aidé majoré (outre-mer)",
    RCUD2: "RSA activité contrat aidé, moins de 25 ans (outre-mer)",
    RCUD3: "RSA activité contrat aidé, 25 ans et plus (outre-mer)",
    RCUD4: "RSA activité contrat aidé jeune (outre-mer)",
    RSBD1: "RSA socle local majoré (outre-mer)",
    RSBD2: "RSA socle local, moins de 25 ans (outre-mer)",
    RSBD3: "RSA socle local, 25 ans et plus (outre-mer)",
    RCBD1: "RSA activité local majoré (outre-mer)",
    RCBD2: "RSA activité local, moins de 25 ans (outre-mer)",
    RCBD3: "RSA activité local, 25 ans et plus (outre-mer)",
    RSJD1: "RSA socle jeune (outre-mer)",
    RCJD2: "RSA activité jeune (outre-mer)",
  },
});

export const origineDemande = listeCodes({
  balise: "ORIDEMRSA",
  titre: "Origine de la demande",
  source: "WebRSA 4.32.4, liste « Detaildroitrsa.oridemrsa » (annexe A)",
  certitude: "S",
  codes: {
    DEM: "À la suite d’une demande de RSA",
    RMI: "Conversion d’un droit au RMI",
    API: "Conversion d’un droit à l’API",
  },
});

export const statutDemandeur = listeCodes({
  balise: "STATUDEMRSA",
  titre: "Statut du demandeur auprès de l’organisme",
  source: "WebRSA 4.32.4, liste « dossiers.statudemrsa » (annexe A)",
  certitude: "S",
  codes: {
    N: "Non allocataire",
    C: "Allocataire de la CAF",
    A: "Allocataire d’une autre CAF",
    M: "Allocataire de la MSA",
    S: "Allocataire d’une autre MSA",
  },
});

export const typeAvis = listeCodes({
  balise: "AVISCONDADMRSA",
  titre: "Avis sur les conditions administratives",
  source: "WebRSA 4.32.4, liste « Condadmin.aviscondadmrsa » (annexe A)",
  certitude: "S",
  codes: {
    D: "Avis demandé au conseil départemental",
    A: "Accord du conseil départemental",
    R: "Refus du conseil départemental",
    S: "Avis demandé au conseil départemental sans suspension",
  },
});

export const motifAvis = listeCodes({
  balise: "MOTICONDADMRSA",
  titre: "Motif de la demande d’avis",
  source: "WebRSA 4.32.4, liste « Condadmin.moticondadmrsa » (annexe A)",
  certitude: "S",
  codes: {
    NR: "Non-respect du contrat d’insertion",
    NS: "Demande d’avis au conseil départemental sans suspension administrative du droit",
    EU: "Dossier européen",
    AU: "Autre motif",
  },
});

export const typeDerogation = listeCodes({
  balise: "TYPEDERO",
  titre: "Type de dérogation",
  source: "WebRSA 4.32.4, liste « Derogation.typedero » (annexe A)",
  certitude: "S",
  codes: {
    AGE: "Dérogation sur les conditions d’âge",
    ACT: "Dérogation sur les conditions d’activité",
    RES: "Dérogation sur les conditions de résidence",
    NAT: "Dérogation sur les conditions de nationalité",
  },
});

export const avisDerogation = listeCodes({
  balise: "AVISDERO",
  titre: "Avis sur la dérogation",
  source: "WebRSA 4.32.4, liste « Derogation.avisdero » (annexe A)",
  certitude: "S",
  codes: {
    D: "Avis demandé au conseil départemental",
    O: "Accord du conseil départemental",
    N: "Refus du conseil départemental",
    A: "Ajourné",
  },
});

export const avisRessourcesNonSalariees = listeCodes({
  balise: "AVISEVARESSNONSAL",
  titre: "Avis sur l’évaluation des ressources non salariées",
  source: "WebRSA 4.32.4, liste « Avispcgpersonne.avisevaressnonsal » (annexe A)",
  certitude: "S",
  codes: {
    D: "Avis demandé au conseil départemental",
    A: "Accord du conseil départemental",
    R: "Refus du conseil départemental",
  },
});

export const exclusion = listeCodes({
  balise: "EXCL",
  titre: "Exclusion du RSA",
  source: "WebRSA 4.32.4, liste « Avispcgpersonne.excl » (annexe A)",
  certitude: "S",
  codes: {
    T: "Exclusion totale portant sur la personne et sur ses ressources",
    P: "Exclusion partielle portant uniquement sur la personne",
  },
});

export const avisPaiementTiers = listeCodes({
  balise: "AVISDESTPAIRSA",
  titre: "Avis sur le paiement à un tiers",
  source: "WebRSA 4.32.4, liste « Avispcgdroitrsa.avisdestpairsa » (annexe A)",
  certitude: "S",
  codes: {
    D: "Avis demandé au conseil départemental",
    A: "Accord du conseil départemental",
    R: "Refus du conseil départemental",
  },
});

export const typeTiers = listeCodes({
  balise: "TYPEPERSTIE",
  titre: "Nature du tiers",
  source: "WebRSA 4.32.4, liste « Avispcgdroitrsa.typeperstie » (annexe A)",
  certitude: "S",
  codes: {
    P: "Personne physique",
    M: "Personne morale",
  },
});
