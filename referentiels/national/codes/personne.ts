import { listeCodes } from "./liste.ts";

export const role = listeCodes({
  balise: "ROLEPERS",
  titre: "Rôle dans le dossier",
  source: "WebRSA 4.32.4, liste « Prestation.rolepers » (annexe A)",
  certitude: "S",
  codes: {
    DEM: "Demandeur du RSA",
    CJT: "Conjoint du demandeur",
    ENF: "Enfant",
    AUT: "Autre personne",
    RDO: "Responsable du dossier",
  },
});

export const naturePrestations = listeCodes({
  balise: "NATPREST",
  titre: "Prestation dont relève le rôle",
  source: "WebRSA 4.32.4, liste « Prestation.natprest » (annexe A)",
  certitude: "S",
  codes: {
    RSA: "RSA",
    PFA: "Prestations familiales",
  },
});

export const qualite = listeCodes({
  balise: "QUAL",
  titre: "Civilité",
  source: "WebRSA 4.32.4, liste « Personne.qual » (annexe A)",
  certitude: "S",
  codes: {
    MME: "Madame",
    MR: "Monsieur",
  },
});

export const sexe = listeCodes({
  balise: "SEXE",
  titre: "Sexe",
  source: "WebRSA 4.32.4, liste « Personne.sexe » (annexe A)",
  certitude: "S",
  codes: {
    "1": "Homme",
    "2": "Femme",
  },
});

export const nationalite = listeCodes({
  balise: "NATI",
  titre: "Nationalité",
  source: "WebRSA 4.32.4, liste « Personne.nati » (annexe A)",
  certitude: "S",
  codes: {
    F: "Française",
    C: "Ressortissant de l’Union européenne ou de la Suisse",
    A: "Autre nationalité",
  },
});

export const typeDateNaissance = listeCodes({
  balise: "TYPEDTNAI",
  titre: "Précision de la date de naissance",
  source: "WebRSA 4.32.4, liste « Personne.typedtnai » (annexe A)",
  certitude: "S",
  codes: {
    J: "Jour inconnu",
    N: "Jour et mois connus",
    O: "Jour et mois inconnus",
  },
});

export const typeParente = listeCodes({
  balise: "TYPEPAR",
  titre: "Lien de parenté",
  source: "WebRSA 4.32.4, liste « Rattachement.typepar » (annexe A)",
  certitude: "S",
  codes: {
    ADP: "Adoption simple",
    ASC: "Ascendant",
    AUT: "Autre",
    BFI: "Gendre ou bru",
    COL: "Collatéral au quatrième degré",
    DES: "Descendant",
    FRE: "Frère ou soeur",
    LEG: "Enfant légitime",
    NAT: "Enfant naturel",
    NEV: "Neveu ou nièce",
    ONC: "Oncle ou tante",
    REA: "Recueilli en vue d’adoption",
    REC: "Recueilli",
  },
});

export const finGrossesse = listeCodes({
  balise: "NATFINGRO",
  titre: "Fin de grossesse",
  source: "WebRSA 4.32.4, liste « Grossesse.natfingro » (annexe A)",
  certitude: "S",
  codes: {
    D: "Départ de madame du foyer",
    I: "Interruption de grossesse",
    M: "Enfant mort-né sans déclaration à l’état civil",
    N: "Naissance",
    R: "Dossier radié sans connaissance des suites de la grossesse",
    F: "Fin de grossesse non justifiée",
  },
});

export const natureTelephone = listeCodes({
  balise: "NATTEL",
  titre: "Nature du téléphone",
  source: "WebRSA 4.32.4, liste « Modecontact.nattel » (annexe A)",
  certitude: "S",
  codes: {
    D: "Domicile",
    T: "Travail",
  },
});

export const materielTelephone = listeCodes({
  balise: "MATETEL",
  titre: "Matériel",
  source: "WebRSA 4.32.4, liste « Modecontact.matetel » (annexe A)",
  certitude: "S",
  codes: {
    FAX: "Fax seul",
    TEL: "Téléphone seul",
    TFA: "Téléphone/Fax",
  },
});

export const accordTelephone = listeCodes({
  balise: "AUTORUTITEL",
  titre: "Accord pour l’usage du téléphone",
  source: "WebRSA 4.32.4, liste « Modecontact.autorutitel » (annexe A)",
  certitude: "S",
  codes: {
    A: "Accord d’utilisation",
    I: "Inconnu",
    R: "Refus d’utilisation",
  },
});

export const accordCourriel = listeCodes({
  balise: "AUTORUTIADRELEC",
  titre: "Accord pour l’usage du courriel",
  source: "WebRSA 4.32.4, liste « Modecontact.autorutiadrelec » (annexe A)",
  certitude: "S",
  codes: {
    A: "Accord d’utilisation",
    I: "Inconnu",
    R: "Refus d’utilisation",
  },
});

export const titreSejour = listeCodes({
  balise: "NATTITSEJ",
  titre: "Titre de séjour",
  source: "WebRSA 4.32.4, liste « Titresejour.nattitsej » (annexe A)",
  certitude: "S",
  codes: {
    AND: "Titre d’identité d’andorran",
    APF: "Attestation préfectorale",
    APS: "Autorisation provisoire de séjour",
    APT: "Autorisation provisoire de travail",
    AUT: "Autres",
    CRA: "Certificat de résidence de ressortissant Algérien",
    CRC: "Carte de Ressortissant Communautaire ou Suisse",
    CRE: "Carte de résident",
    CST: "Carte de séjour temporaire",
    CTS: "Contrat de travail saisonnier",
    DIS: "Dispense de titre de séjour",
    DCE: "Document de circulation pour étranger mineur",
    FRO: "Carte de frontalier",
    MON: "Passeport monégasque",
    OFP: "Livret de famille ou acte de naissance OFPRA",
    OMI: "Certificat délivré par l’ANAEM(ex-OMI) valant autorisation séjour",
    PDC: "Membres du personnel diplomatiques et consulaires",
    RAF: "Récépissé admission en France au titre de l’asile",
    RDA: "Récépissé dépôt demande d’asile",
    REF: "Certificat de réfugié",
    RCS: "Récépissé renouvellement de carte de séjour temporaire",
    RPI: "Récépissé reconnaissance protection internationale",
    RRA: "Récépissé renouvel. certificat résidence ressortissant algérien",
    RRE: "Récépissé carte résident",
    RSA: "Récépissé dépôt demande statut réfugié ou adm bénéfice asile",
    RSR: "Récépissé dépôt demande statut réfugié",
    RTS: "Récépissé demande TSJ",
    RUN: "Récépissé de 1ère demande de titre de séjour",
    RVA: "Récépissé demande TSJ valant autorisation de séjour",
    VAC: "Visa délivré par l’Autorité Consulaire",
    VLS: "Visa de long séjour",
    CVC: "Conversion Cristal - Valeur de transposition",
  },
});

export const mentionTitreSejour = listeCodes({
  balise: "MENTTITSEJ",
  titre: "Mention du titre de séjour",
  source: "WebRSA 4.32.4, liste « Titresejour.menttitsej » (annexe A)",
  certitude: "S",
  codes: {
    AC: "Absence Condition Mention",
    AD: "Apatride",
    AM: "Autres mentions",
    AO: "Fourniture TS tardive - Attente justificatif OFII",
    AP: "Activité professionnelle et résidence de moins de 5 ans",
    A5: "Activité professionnelle et résidence de plus de 5 ans",
    AS: "Étranger admis au titre de l’asile",
    AT: "Il autorise son titulaire à travailler",
    CA: "Constatant le dépôt d’une demande d’asile",
    CN: "A déposé un recours devant le CNDA",
    CR: "Constatant le dépôt d’une demande de réexamen",
    CS: "Carte spéciale jusqu’en 03/1996",
    DO: "Décision favorable de l’OFPRA/CNDA",
    DR: "A demandé le statut de réfugié",
    DT: "A demandé la délivrance d’un premier titre de séjour",
    DS: "Droit au séjour",
    EO: "Étudiant- Attente justificatif OFII",
    ET: "Étudiant - Justificatif OFII reçue",
    IO: "Visiteur - Attente justificatif OFII",
    JT: "Jugement de tutelle",
    MF: "Membre de la famille",
    PE: "Permettant l’établissement (L.M. du 29/09/94)",
    PF: "Bénéficiaire Prestations familiales - RMI avant 18 ans",
    PR: "Permanent",
    PS: "Protection subsidiaire",
    PT: "Autorisation provisoire de travail",
    RE: "Retraité (titre de séjour date début < à 11/2006)",
    RF: "Regroupe les N° de procédure 07,08,09,17,18 ou 19 pour l’introduction en France",
    RM: "Mayotte condition résidence 15 ans",
    RR: "Reconnu réfugié / Certificat de réfugié",
    RS: "Option régime de S.S. français",
    RT: "Retraité",
    R5: "Condition résidence vérifiée",
    SA: "Salarié - Justificatif OFII reçue",
    SC: "Scientifique et résidence de moins de 5 ans",
    S5: "Scientifique et résidence de plus de 5 ans",
    SO: "Salarié - Attente justificatif OFII",
    TO: "Travailleur temporaire - Attente justificatif OFII",
    TT: "Travailleur temporaire- Justificatif OFII reçue",
    VF: "Vie privée ou familiale et résidence de moins de 5 ans",
    VI: "Visiteur - Justificatif OFII reçue",
    V5: "Vie privée et familiale et résidence de plus de 5 ans",
    VO: "Vie privée et familiale et attente justificatif OFII",
  },
});

export const besoinRecueil = listeCodes({
  balise: "SITPERSSOCPRO",
  titre: "Recueil socioprofessionnel",
  source: "WebRSA 4.32.4, liste « Suiviappuiorientation.sitperssocpro » (annexe A)",
  certitude: "S",
  codes: {
    AF: "Recueil des données socio-professionnelles à faire",
    EF: "Recueil des données socio-professionnelles effectué",
    RE: "Recueil des données socio-professionnelles refusé",
  },
});
