import { listeCodes } from "./liste.ts";

export const situationFamiliale = listeCodes({
  balise: "SITFAM",
  titre: "Situation familiale",
  source: "WebRSA 4.32.4, liste « foyers.sitfam » (annexe A)",
  certitude: "S",
  codes: {
    ABA: "Disparu (jugement d’absence)",
    CEL: "Célibataire",
    DIV: "Divorcé(e)",
    ISO: "Isolement après vie maritale ou PACS",
    MAR: "Marié",
    PAC: "Pacsé",
    RPA: "Reprise de vie commune sur PACS",
    RVC: "Reprise de vie maritale",
    RVM: "Reprise du mariage",
    SEF: "Séparation de fait",
    SEL: "Séparation légale",
    VEU: "Veuvage",
    VIM: "Vie maritale",
  },
});

export const rangAdresse = listeCodes({
  balise: "RGADR",
  titre: "Rang de l’adresse",
  source: "WebRSA 4.32.4, liste « Adressefoyer.rgadr » (annexe A)",
  certitude: "S",
  codes: {
    "01": "Dernière adresse",
    "02": "Avant-dernière adresse",
    "03": "Avant-avant-dernière adresse",
  },
});

export const typeAdresse = listeCodes({
  balise: "TYPEADR",
  titre: "Type d’adresse",
  source: "WebRSA 4.32.4, liste « Adressefoyer.typeadr » (annexe A)",
  certitude: "S",
  codes: {
    D: "Définitive",
    P: "Provisoire",
    R: "Retour foyer principal",
  },
});

export const etatAdresse = listeCodes({
  balise: "ETATADR",
  titre: "Contrôle de l’adresse",
  source: "WebRSA 4.32.4, liste « Adressefoyer.etatadr » (annexe A)",
  certitude: "S",
  codes: {
    CO: "Adresse vérifiée au regard du contrat Médiapost de la Cnaf",
    VO: "Forçage du nom de la voie",
    VC: "Forçage du nom de la voie et du nom de la commune",
    NC: "Adresse non contrôlée",
    AU: "Autre situation non répertoriée",
  },
});

export const typeResidence = listeCodes({
  balise: "TYPERES",
  titre: "Type de résidence",
  source: "WebRSA 4.32.4, liste « Adresse.typeres » (annexe A)",
  certitude: "S",
  codes: {
    E: "Élection de domicile",
    O: "Élection de domicile organisme non référencé",
    S: "Stable",
  },
});

export const pays = listeCodes({
  balise: "PAYS",
  titre: "Pays de l’adresse",
  source: "WebRSA 4.32.4, liste « Adresse.pays » (annexe A)",
  certitude: "S",
  codes: {
    FRA: "France",
    HOR: "Hors de France",
  },
});

export const occupationLogement = listeCodes({
  balise: "TYPEOCCLOG",
  titre: "Occupation du logement",
  source: "WebRSA 4.32.4, liste « foyers.typeocclog » (annexe A)",
  certitude: "S",
  codes: {
    ACC: "Propriétaire avec charges de remboursement",
    BAL: "Forfait logement à appliquer",
    HCG: "Hébergement collectif à titre gratuit",
    HCO: "Hébergement collectif à titre onéreux",
    HGP: "Hébergement à titre gratuit par des particuliers",
    HOP: "Hébergement onéreux par des particuliers",
    HOT: "Hôtel",
    LOC: "Locataire ou sous-locataire",
    OLI: "Occupation du logement inconnue",
    PRO: "Propriétaire sans charges de remboursement",
    SRG: "Sans résidence stable, avec forfait logement",
    SRO: "Sans résidence stable, sans forfait logement",
  },
});

export const modePaiement = listeCodes({
  balise: "MODEPAI",
  titre: "Mode de paiement",
  source: "WebRSA 4.32.4, liste « Paiementfoyer.modepai » (annexe A)",
  certitude: "S",
  codes: {
    CB: "Chèque",
    CE: "Caisse nationale d’épargne",
    CP: "Caisse d’épargne",
    ES: "Espèces en caisse",
    LB: "Lettre-chèque bancaire",
    LP: "Lettre-chèque postale",
    PI: "Paiement interne",
    VB: "Virement bancaire",
    VP: "Virement postal",
  },
});

export const titulaireCompte = listeCodes({
  balise: "TITURIB",
  titre: "Titulaire du compte",
  source: "WebRSA 4.32.4, liste « Paiementfoyer.titurib » (annexe A)",
  certitude: "S",
  codes: {
    MEL: "Monsieur et mademoiselle",
    MEM: "Monsieur et madame",
    MLE: "Mademoiselle",
    MME: "Madame",
    MOL: "Monsieur ou mademoiselle",
    MOM: "Monsieur ou madame",
    MON: "Monsieur",
    RSO: "Raison sociale",
  },
});

export const regimeAgricole = listeCodes({
  balise: "REGAGRIFAM",
  titre: "Régime agricole du foyer",
  source: "WebRSA 4.32.4, liste « Foyer.regagrifam » (annexe A)",
  certitude: "S",
  codes: {
    NSA: "Non-salarié agricole",
    SA: "Salarié agricole",
  },
});

export const situationAsf = listeCodes({
  balise: "SITASF",
  titre: "Situation au regard de l’allocation de soutien familial",
  source: "WebRSA 4.32.4, liste « Allocationsoutienfamilial.sitasf » (annexe A)",
  certitude: "S",
  codes: {
    DC: "Hors d’état",
    NR: "Enfant non reconnu",
    HB: "Hors d’état",
    OE: "Abandon, sans jugement",
    PA: "Abandon, jugement sans pension",
    TP: "Abandon, pension fixée",
    AS: "Situation n’ouvrant pas droit",
    AD: "Allocation d’adoption",
    RS: "ASF à la suite du RSA",
  },
});

export const parentAsf = listeCodes({
  balise: "PARASSOASF",
  titre: "Parent concerné par l’allocation de soutien familial",
  source: "WebRSA 4.32.4, liste « Allocationsoutienfamilial.parassoasf » (annexe A)",
  certitude: "S",
  codes: {
    P: "Père",
    M: "Mère",
  },
});

export const etatCreanceAlimentaire = listeCodes({
  balise: "ETATCREALIM",
  titre: "État de la créance alimentaire",
  source: "WebRSA 4.32.4, liste « Creancealimentaire.etatcrealim » (annexe A)",
  certitude: "S",
  codes: {
    SA: "Sanction appliquée",
    DD: "Dispense demande",
    AT: "Attente décision allocataire",
    DS: "Dispense avec sanction",
    SF: "Présence d’ASF",
    PS: "Pas de sanction",
    DA: "Dispense accord",
    PE: "Procédure engagée",
    DR: "Dispense refus",
    RM: "Ex-RMI",
    MS: "Maintien sanction",
    SI: "Sanction immédiate",
    RE: "Refus engagement",
    TR: "Tiers recueillant",
    AA: "Aucune décision allocataire",
    AC: "Attente décision conseil départemental",
  },
});

export const motifDispenseCreance = listeCodes({
  balise: "MOTIDISCREALIM",
  titre: "Motif de dispense",
  source: "WebRSA 4.32.4, liste « Creancealimentaire.motidiscrealim » (annexe A)",
  certitude: "S",
  codes: {
    AVA: "Avantage en nature autre que le logement",
    LOG: "Logement fourni par les parents",
    PAM: "Pension à l’amiable",
    PHE: "Parent hors d’état ou décédé",
    DCG: "Dispense conseil départemental",
    AUT: "Autre motif de dispense",
  },
});

export const procedureCreance = listeCodes({
  balise: "ENGPROCCREALIM",
  titre: "Engagement de la procédure",
  source: "WebRSA 4.32.4, liste « Creancealimentaire.engproccrealim » (annexe A)",
  certitude: "S",
  codes: {
    O: "Procédure engagée",
    N: "Pas de procédure engagée",
    R: "Refus d’engagement de procédure",
  },
});

export const origineObligation = listeCodes({
  balise: "ORIOBLALIM",
  titre: "Origine de l’obligation alimentaire",
  source: "WebRSA 4.32.4, liste « Creancealimentaire.orioblalim » (annexe A)",
  certitude: "S",
  codes: {
    CJT: "Obligation de l’ancien conjoint",
    PAR: "Obligation des parents",
  },
});

export const versementPension = listeCodes({
  balise: "VERSPA",
  titre: "Versement de la pension alimentaire",
  source: "WebRSA 4.32.4, liste « Creancealimentaire.verspa » (annexe A)",
  certitude: "S",
  codes: {
    N: "Pas de versement",
    O: "Pension versée",
    P: "Pension versée en partie",
  },
});
