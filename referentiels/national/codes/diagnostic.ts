import { listeCodes } from "./liste.ts";

export const situationDemande = listeCodes({
  balise: "SITPERSDEMRSA",
  titre: "Motif de la demande de RSA",
  source: "WebRSA 4.32.4, liste « dsps.sitpersdemrsa » (annexe A)",
  certitude: "S",
  codes: {
    "0101": "Fin de droits ASSEDIC",
    "0102": "Fin de droits AAH",
    "0103": "Fin d’indemnités journalières (maternité)",
    "0104": "Fin d’indemnités journalières (maladie et accidents du travail)",
    "0105": "Attente de pension vieillesse ou invalidité ou d’allocation handicapé",
    "0106": "Changement de situation familiale",
    "0107": "Faibles ressources",
    "0108": "Cessation d’activité",
    "0109": "Fin d’études",
  },
});

export const droitMinimaAnterieur = listeCodes({
  balise: "DRORSARMIANTA-2",
  titre: "Droit au RSA ou au RMI dans les deux dernières années",
  source: "WebRSA 4.32.4, liste « dsps.drorsarmianta2 » (annexe A)",
  certitude: "S",
  codes: {
    N: "Non",
    O: "Oui",
    S: "Ne sait pas",
  },
});

export const accompagnementFamilial = listeCodes({
  balise: "ACCOSOCFAM",
  titre: "Accompagnement social familial",
  source: "WebRSA 4.32.4, liste « dsps.accosocfam » (annexe A)",
  certitude: "S",
  codes: {
    N: "Non",
    O: "Oui",
    V: "Ne veut pas répondre",
  },
});

export const accompagnementIndividuel = listeCodes({
  balise: "ACCOSOCINDI",
  titre: "Accompagnement social individuel",
  source: "WebRSA 4.32.4, liste « dsps.accosocindi » (annexe A)",
  certitude: "S",
  codes: {
    N: "Non",
    O: "Oui",
    V: "Ne veut pas répondre",
  },
});

export const soutienDemarches = listeCodes({
  balise: "SOUTDEMARSOC",
  titre: "Soutien dans les démarches sociales",
  source: "WebRSA 4.32.4, liste « dsps.soutdemarsoc » (annexe A)",
  certitude: "S",
  codes: {
    N: "Non",
    O: "Oui",
    V: "Ne veut pas répondre",
  },
});

export const difficulteSociale = listeCodes({
  balise: "DIFSOC",
  titre: "Difficulté sociale",
  source: "WebRSA 4.32.4, liste « detailsdifsocs.difsoc » (annexe A)",
  certitude: "S",
  codes: {
    "0401": "Aucune difficulté",
    "0402": "Santé",
    "0403": "Reconnaissance de la qualité de travailleur handicapé",
    "0404": "Lecture, écriture ou compréhension du français",
    "0405": "Démarches et formalités administratives",
    "0406": "Endettement",
    "0407": "Autres",
  },
});

export const natureAccompagnementFamilial = listeCodes({
  balise: "NATACCOSOCFAM",
  titre: "Nature de l’accompagnement familial",
  source: "WebRSA 4.32.4, liste « detailsaccosocfams.nataccosocfam » (annexe A)",
  certitude: "S",
  codes: {
    "0410": "Logement",
    "0411": "Endettement",
    "0412": "Familiale",
    "0413": "Autres",
  },
});

export const natureAccompagnementIndividuel = listeCodes({
  balise: "NATACCOSOCINDI",
  titre: "Nature de l’accompagnement individuel",
  source: "WebRSA 4.32.4, liste « detailsaccosocindis.nataccosocindi » (annexe A)",
  certitude: "S",
  codes: {
    "0416": "Santé",
    "0417": "Emploi",
    "0418": "Insertion professionnelle",
    "0419": "Formation",
    "0420": "Autres",
  },
});

export const obstacleDisponibilite = listeCodes({
  balise: "DIFDISP",
  titre: "Obstacle à la disponibilité",
  source: "WebRSA 4.32.4, liste « detailsdifdisps.difdisp » (annexe A)",
  certitude: "S",
  codes: {
    "0501": "Aucun obstacle",
    "0502": "La garde d’enfant de moins de 6 ans",
    "0503": "La garde d’enfant de plus de 6 ans",
    "0504": "La garde d’enfant(s) ou de proche(s) invalide(s)",
    "0505": "La charge de proche(s) dépendant(s)",
    "0506":
      "L’éloignement de parent ou de conjoint causé par une hospitalisation longue durée ou incarcération",
    "0507": "Mobilité",
    "0508": "Santé",
    "0509": "Logement",
    "0510": "Illettrisme",
    "0511": "Absence de qualification",
    "0512": "Qualification trop spécifique",
    "0513": "Discrimination (âge-sexe-origine ethnique)",
    "0514": "La garde d’enfant(s)",
  },
});

export const niveauEtude = listeCodes({
  balise: "NIVETU",
  titre: "Niveau d’étude",
  source: "WebRSA 4.32.4, liste « dsps.nivetu » (annexe A)",
  certitude: "S",
  codes: {
    "1201":
      "Niveau I/II : sorties avec un diplôme de niveau supérieur à bac+2 (licence, maîtrise, master, DEA, DESS, doctorat, diplôme de grande école)",
    "1202":
      "Niveau III : sorties avec un diplôme de niveau Bac + 2 ans (DUT, BTS, DEUG, écoles des formations sanitaires ou sociales, etc.)",
    "1203":
      "Niveau IV : sorties des classes de terminale de l’enseignement secondaire (avec ou sans le baccalauréat). Abandons des études supérieures sans diplôme",
    "1204":
      "Niveau V : sorties de dernière année de CAP, BEP ou équivalent avec ou sans diplôme. Abandons des études en seconde ou en première",
    "1205":
      "Niveau Vbis : sorties de troisième générale, de quatrième et de troisième technologiques et des classes du second cycle court (notamment CAP, BEP) avant l’année terminale",
    "1206":
      "Niveau VI : sorties du 1er cycle de l’enseignement secondaire (sixième, cinquième, quatrième) et des formations préprofessionnelles en un an",
    "1207": "Niveau VII : jamais scolarisé",
  },
});

export const diplomeObtenu = listeCodes({
  balise: "NIVDIPMAXOBT",
  titre: "Diplôme le plus élevé",
  source: "WebRSA 4.32.4, liste « dsps.nivdipmaxobt » (annexe A)",
  certitude: "S",
  codes: {
    "2601":
      "Niveaux I et II : diplômes de second ou troisième cycle universitaire (licence, maîtrise, master, DEA, DESS, doctorat) ou diplômes de grande école",
    "2602":
      "Niveau III : diplômes de niveau Bac plus 2 (DUT, BTS, DEUG, écoles des formations sanitaires ou sociales…)",
    "2603": "Niveau IV : Baccalauréat général, technologique ou professionnel",
    "2604": "Niveau V : CAP ou BEP",
    "2605": "Niveau VI : sans diplôme ou Brevet des collèges",
    "2606": "Niveau VII : Aucun",
  },
});

export const histoireProfessionnelle = listeCodes({
  balise: "HISPRO",
  titre: "Histoire professionnelle",
  source: "WebRSA 4.32.4, liste « dsps.hispro » (annexe A)",
  certitude: "S",
  codes: {
    "1901": "Vous avez toujours travaillé",
    "1902": "Vous travaillez par intermittence",
    "1903": "Vous avez déjà exercé une activité professionnelle",
    "1904": "Vous n’avez jamais travaillé",
  },
});

export const cessationActivite = listeCodes({
  balise: "CESSDERACT",
  titre: "Cessation de la dernière activité",
  source: "WebRSA 4.32.4, liste « dsps.cessderact » (annexe A)",
  certitude: "S",
  codes: {
    "2701": "Encore en activité ou cessation depuis moins d’un an",
    "2702": "Cessation d’activité depuis plus d’un an",
  },
});

export const dureeActivite = listeCodes({
  balise: "DURACTDOMI",
  titre: "Durée de l’activité dominante",
  source: "WebRSA 4.32.4, liste « dsps.duractdomi » (annexe A)",
  certitude: "S",
  codes: {
    "2104": "Moins d’un an",
    "2105": "De 1 à 3 ans",
    "2106": "De 4 à 6 ans",
    "2107": "Plus de 6 ans",
  },
});

export const inscriptionEmploi = listeCodes({
  balise: "INSCDEMEMPLOI",
  titre: "Inscription comme demandeur d’emploi",
  source: "WebRSA 4.32.4, liste « dsps.inscdememploi » (annexe A)",
  certitude: "S",
  codes: {
    "4301": "Pas encore inscrit ou démarche en cours",
    "4302": "Moins de un an",
    "4303": "Entre 1 et 5 ans",
    "4304": "Plus de 5 ans",
  },
});

export const accompagnementEmploi = listeCodes({
  balise: "ACCOEMPLOI",
  titre: "Accompagnement vers l’emploi",
  source: "WebRSA 4.32.4, liste « dsps.accoemploi » (annexe A)",
  certitude: "S",
  codes: {
    "1801": "Pas d’accompagnement",
    "1802": "Pôle emploi",
    "1803": "Autres",
  },
});

export const formationConforme = listeCodes({
  balise: "CONCOFORMQUALIEMPLOI",
  titre: "Formation conforme à l’emploi recherché",
  source: "WebRSA 4.32.4, liste « dsps.concoformqualiemploi » (annexe A)",
  certitude: "S",
  codes: {
    N: "Non",
    O: "Oui",
    S: "Ne sait pas",
  },
});

export const difficulteProfessionnelle = listeCodes({
  balise: "DIFSOCPRO",
  titre: "Difficulté socioprofessionnelle",
  source: "WebRSA 4.32.4, liste « detailsdifsocpros.difsocpro » (annexe A)",
  certitude: "S",
  codes: {
    "2101": "Santé",
    "2102": "Logement",
    "2103": "Familiale",
    "2104": "Endettement",
    "2105": "Démarches et formalités administratives",
    "2106": "Lecture, écriture ou compréhension du français",
    "2107": "Mobilisation",
    "2108": "Qualification professionnelle",
    "2109": "Accès à l’emploi",
    "2110": "Autres",
  },
});

export const projetProfessionnel = listeCodes({
  balise: "PROJPRO",
  titre: "Secteur du projet professionnel",
  source: "WebRSA 4.32.4, liste « detailsprojpros.projpro » (annexe A)",
  certitude: "S",
  codes: {
    "2201": "Agriculture-Sylviculture-Pêche",
    "2202": "Industrie",
    "2203": "Métiers de l’énergie (matières premières, eau, combustibles)",
    "2204": "Construction-Bâtiment-Travaux publics",
    "2205": "Banques-Assurances",
    "2206": "Hôtellerie-Restauration-Tourisme",
    "2207": "Aide à la personne",
    "2208": "Éducation-Santé-Action sociale",
    "2209": "Administration",
    "2210": "Arts-Spectacles-Activités récréatives",
    "2211": "Commerce",
    "2212": "Transports",
    "2213": "Autres",
  },
});

export const freinFormation = listeCodes({
  balise: "FREINFORM",
  titre: "Frein à la formation",
  source: "WebRSA 4.32.4, liste « detailsfreinforms.freinform » (annexe A)",
  certitude: "S",
  codes: {
    "2301": "Coûts",
    "2302": "Raisons familiales",
    "2303": "Réticence vis-à-vis du système scolaire",
    "2304": "Mobilité",
    "2305": "Santé",
    "2306": "Illettrisme",
    "2307": "Pas d’offre",
    "2308": "Âge",
  },
});

export const mobilite = listeCodes({
  balise: "NATMOB",
  titre: "Mobilité",
  source: "WebRSA 4.32.4, liste « detailsnatmobs.natmob » (annexe A)",
  certitude: "S",
  codes: {
    "2504": "Non",
    "2501": "Sur la commune",
    "2502": "Sur le département",
    "2503": "Sur un autre département",
  },
});

export const moyenTransport = listeCodes({
  balise: "MOYTRANS",
  titre: "Moyen de transport",
  source: "WebRSA 4.32.4, liste « detailsmoytrans.moytrans » (annexe A)",
  certitude: "S",
  codes: {
    "2001": "Transport en commun",
    "2002": "Véhicule personnel",
    "2003": "Voiture",
    "2004": "Moto",
    "2005": "Mobylette",
    "2006": "Vélo",
    "2007": "Covoiturage",
    "2008": "Autre",
  },
});

export const natureLogement = listeCodes({
  balise: "NATLOG",
  titre: "Nature du logement",
  source: "WebRSA 4.32.4, liste « dsps.natlog » (annexe A)",
  certitude: "S",
  codes: {
    "0901": "Logement autonome : habitat individuel",
    "0902": "Logement autonome : habitat collectif",
    "0903": "Logement d’urgence : foyer d’urgence",
    "0904": "Logement d’urgence : CHRS (centre d’hébergement et de réinsertion sociale)",
    "0905": "Logement d’urgence : hôtel social",
    "0906": "Autre logement d’urgence",
    "0907": "Logement temporaire : appartement relais",
    "0908": "Logement temporaire : bail glissant",
    "0909": "Logement temporaire : chez parent ou tiers",
    "0910": "Logement précaire : caravane, bateau ou autre",
    "0911": "Logement précaire : résidence sociale",
    "0912": "Logement précaire : sans hébergement",
    "0913": "Logement précaire : autre situation",
  },
});

export const demarcheLogement = listeCodes({
  balise: "DEMARLOG",
  titre: "Démarche de logement",
  source: "WebRSA 4.32.4, liste « dsps.demarlog » (annexe A)",
  certitude: "S",
  codes: {
    "1101": "Accès à un logement",
    "1102": "Maintien dans le logement",
    "1103": "Aucune",
  },
});

export const difficulteLogement = listeCodes({
  balise: "DIFLOG",
  titre: "Difficulté de logement",
  source: "WebRSA 4.32.4, liste « detailsdiflogs.diflog » (annexe A)",
  certitude: "S",
  codes: {
    "1001": "Aucune difficulté de logement",
    "1002": "Impayés de loyer ou de remboursement",
    "1003": "Problèmes financiers",
    "1004": "Logement insalubre ou indécent",
    "1005": "Logement géographiquement isolé ou absence de transport collectif",
    "1006": "Fin de bail, expulsion",
    "1007": "Logement surpeuplé",
    "1008": "Éloignement entre le lieu de résidence et le lieu de travail",
    "1009": "Autres situations particulières",
  },
});

export const confort = listeCodes({
  balise: "CONFORT",
  titre: "Confort du logement",
  source: "WebRSA 4.32.4, liste « detailsconforts.confort » (annexe A)",
  certitude: "S",
  codes: {
    "2401": "Électricité",
    "2402": "Eau courante",
    "2403": "WC",
    "2404": "Salle d’eau",
  },
});
