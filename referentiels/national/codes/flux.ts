import { listeCodes } from "./liste.ts";

export const typeFlux = listeCodes({
  balise: "TYPEFLUX",
  titre: "Périodicité du flux",
  source: "Glossaire de analyse-flux-insertion (TYPEFLUX)",
  certitude: "S",
  codes: {
    M: "Mensuel",
    I: "Quotidien",
    R: "Reprise",
  },
});

export const natureFlux = listeCodes({
  balise: "NATFLUX",
  titre: "Nature du flux",
  source: "Glossaire de analyse-flux-insertion (NATFLUX)",
  certitude: "S",
  codes: {
    D: "Bénéficiaires",
    I: "Instructions",
    R: "Nouveau recueil",
  },
});

export const application = listeCodes({
  balise: "APPLIEME",
  titre: "Application émettrice",
  source: "WebRSA 4.32.4, liste « Identificationflux.applieme » (annexe A)",
  certitude: "S",
  codes: {
    CRI: "Cristal Cnaf",
    AGO: "Agora Ccmsa",
    NRI: "@IRMI Cnaf",
    NRA: "@RSA Cnaf",
    IOD: "IODAS GFI",
    GEN: "GENESIS SIRUS-BULL",
    IAS: "IAS JVS implicit",
    PER: "Peceaveal INFODB",
    "54": "Logiciel du conseil départemental 54",
  },
});

export const organisme = listeCodes({
  balise: "FONORG",
  titre: "Organisme payeur",
  source: "WebRSA 4.32.4, liste « dossiers.fonorg » (annexe A)",
  certitude: "S",
  codes: {
    CAF: "Caisse d’allocations familiales",
    MSA: "Mutualité sociale agricole",
  },
});

export const organismeMutation = listeCodes({
  balise: "FONORGCEDMUT",
  titre: "Organisme de la mutation",
  source: "WebRSA 4.32.4, liste « dossiers.fonorgcedmut » (annexe A)",
  certitude: "S",
  codes: {
    CAF: "Demande gérée par la CAF",
    MSA: "Demande gérée par la MSA",
    OPF: "Autres organismes débiteurs de prestations familiales",
  },
});

export const partenaire = listeCodes({
  balise: "TYPEPARTE",
  titre: "Partenaire destinataire",
  source: "WebRSA 4.32.4, liste « Dossier.typeparte » (annexe A)",
  certitude: "S",
  codes: {
    CG: "Conseil Départemental",
    CT: "Collectivité Territoriale",
    CCAS: "Centre Communal d’Action Sociale",
    CIAS: "Centre Intercommunal d’Action Sociale",
    PE: "Pôle emploi",
    MDPH: "Maison Départementale Pour le Handicap",
  },
});

export const etapeInstruction = listeCodes({
  balise: "SUIIRSA",
  titre: "Étape de l’instruction",
  source: "WebRSA 4.32.4, liste « Suiviinstruction.suiirsa » (annexe A)",
  certitude: "S",
  codes: {
    "01": "Données administratives",
    "11": "Données socio-professionnelles du demandeur",
    "12": "Données socio-professionnelles du conjoint",
    "13": "Nouvelles Données socio-professionnelles du demandeur",
    "14": "Nouvelles Données socio-professionnelles du conjoint",
    "21": "Données parcours du demandeur",
    "22": "Données parcours du conjoint",
    "23": "Nouvelles Données parcours du demandeur",
    "24": "Nouvelles Données parcours du conjoint",
    "31": "Données orientation du demandeur",
    "32": "Données orientation du conjoint",
    "33": "Nouvelles Données orientation du demandeur",
    "34": "Nouvelles Données orientation du conjoint",
  },
});

export const faitGenerateur = listeCodes({
  balise: "FG",
  titre: "Fait générateur",
  source: "WebRSA 4.32.4, liste « Evenement.fg » (annexe A)",
  certitude: "S",
  codes: {
    SUS: "Suspension",
    DESALL: "Désignation allocataire",
    SITPRO: "Situation professionnelle",
    INTGRO: "Interruption de grossesse",
    ETACIV: "État civil",
    SITENFAUT: "Situation d’un enfant ou d’une autre personne",
    RESTRIRSA: "Ressources trimestrielles RSA",
    SITFAM: "Situation de famille",
    DECDEMPCG: "Décision du président du conseil départemental",
    CARRSA: "Caractéristiques du RSA",
    PROPCG: "Proposition au président du conseil départemental",
    HOSPLA: "Hospitalisation, placement",
    CIRMA: "CIRMA ou CAV",
    SUIRMA: "Suivi de CIRMA ou de CAV",
    RECPEN: "Récépissé de pension",
    TITPEN: "Titre de pension",
    REA: "Réaffiliation (fait générateur générique)",
    DERPRE: "Dérogation du président du conseil départemental",
    ABANEURES: "Abattement ou neutralisation de ressources",
    DEMRSA: "Demande de RSA (fait générateur générique)",
    CREALI: "Créance alimentaire",
    ASF: "Demande d’ASF",
    EXCPRE: "Exclusion d’une prestation",
    ADR: "Adresse",
    RAD: "Radiation du dossier",
    MUT: "Mutation du dossier",
    JUSRSAJEU: "Justificatif du RSA jeune",
    AIDFAM: "Aide familiale (outre-mer)",
    ENTDED: "Entrant en droits et devoirs",
    JUSACT: "Justification de l’activité (outre-mer)",
    SURPONEXP: "Surface pondérée de l’exploitation (outre-mer)",
  },
});

export const commandeControle = listeCodes({
  balise: "COMMACONTRO",
  titre: "Origine du contrôle",
  source: "WebRSA 4.32.4, liste « Controleadministratif.commacontro » (annexe A)",
  certitude: "S",
  codes: {
    CAF: "Commande contrôle par CAF",
    CGA: "Commande contrôle par conseil départemental",
    NAT: "Commande contrôle national",
    API: "API",
    DEM: "Autres",
    RMI: "RMI",
  },
});

export const familleControle = listeCodes({
  balise: "FAMCIBCONTRO",
  titre: "Famille du contrôle",
  source: "WebRSA 4.32.4, liste « Controleadministratif.famcibcontro » (annexe A)",
  certitude: "S",
  codes: {
    "01": "Situation Professionnelle",
    "02": "Logement",
    "03": "État Civil",
    "04": "Ressources",
    "05": "Situation Familiale, Charge enfant",
    "06": "Divers",
    "07": "Fraude",
  },
});

export const natureControle = listeCodes({
  balise: "NATCIBCONTRO",
  titre: "Nature du ciblage",
  source: "WebRSA 4.32.4, liste « Controleadministratif.natcibcontro » (annexe A)",
  certitude: "S",
  codes: {
    RSA: "Ciblage lié à un droit RSA",
    AUR: "Ciblage lié à une prestation autre que le RSA",
    SIT: "Ciblage non lié à une prestation",
  },
});

export const typeControle = listeCodes({
  balise: "TYPECONTRO",
  titre: "Type de contrôle",
  source: "WebRSA 4.32.4, liste « Controleadministratif.typecontro » (annexe A)",
  certitude: "S",
  codes: {
    AG: "Agent assermenté",
    EE: "Échanges extérieurs",
    PI: "Appel de pièce",
  },
});

export const impactControle = listeCodes({
  balise: "TYPEIMPACCONTRO",
  titre: "Effet du contrôle",
  source: "WebRSA 4.32.4, liste « Controleadministratif.typeimpaccontro » (annexe A)",
  certitude: "S",
  codes: {
    "0": "Pas d’impact",
    "1": "Impact financier RSA sur fond conseil départemental",
    "2": "Impact sur dossier sans répercussion financière RSA",
  },
});
