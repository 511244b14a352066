/** What référents of the demonstration write: nobody real, each line one of many lives alike. */

interface RecitFrein {
  readonly nature: string;
  readonly theme: string;
  readonly libelle: string;
  readonly poids: "leger" | "important" | "bloquant";
  readonly etapes: readonly (readonly [
    quoi: string,
    qui: "personne" | "referent" | "partenaire",
    nom: string,
  ])[];
  readonly preuve: string;
  readonly document: string;
  readonly situation: string;
  readonly objectif: string;
}

export const freins: readonly RecitFrein[] = [
  {
    nature: "mobilite",
    theme: "mobilite",
    libelle: "Pas de permis, et les emplois visés ne sont pas sur une ligne de bus",
    poids: "bloquant",
    etapes: [
      ["Faire un bilan de mobilité", "partenaire", "Plateforme mobilité"],
      ["S’inscrire au code", "personne", ""],
    ],
    preuve: "Permis obtenu, copie remise au référent",
    document: "Permis B",
    situation: "sans-permis",
    objectif: "passer-permis",
  },
  {
    nature: "garde-enfants",
    theme: "famille",
    libelle: "Pas de mode de garde avant 8 h ni après 18 h",
    poids: "bloquant",
    etapes: [
      ["Demander une place en crèche", "personne", ""],
      [
        "Chercher une assistante maternelle aux horaires décalés",
        "partenaire",
        "Relais petite enfance",
      ],
    ],
    preuve: "Place en crèche confirmée par la commune",
    document: "Attestation d’admission",
    situation: "garde-horaires",
    objectif: "garde-atypique",
  },
  {
    nature: "numerique",
    theme: "numerique",
    libelle: "Les démarches en ligne se font toujours avec de l’aide",
    poids: "leger",
    etapes: [["Suivre l’atelier numérique du mardi", "partenaire", "Médiathèque"]],
    preuve: "Dernière candidature déposée en ligne sans aide",
    document: "Attestation de l’atelier",
    situation: "aide-en-ligne",
    objectif: "demarches-seule",
  },
  {
    nature: "langue",
    theme: "langue",
    libelle: "Comprend les consignes orales, ne lit pas un planning",
    poids: "important",
    etapes: [
      ["Faire évaluer le niveau de français", "partenaire", "Organisme de formation linguistique"],
      ["Commencer les cours du soir", "personne", ""],
    ],
    preuve: "Niveau A2 atteint à l’évaluation de fin de session",
    document: "Attestation A2",
    situation: "lecture-difficile",
    objectif: "lire-ecrire",
  },
  {
    nature: "budget",
    theme: "budget",
    libelle: "Deux loyers en retard, le découvert absorbe toute reprise",
    poids: "important",
    etapes: [
      ["Prendre rendez-vous au point conseil budget", "referent", ""],
      ["Signer le plan d’apurement", "personne", ""],
    ],
    preuve: "Plan d’apurement signé et respecté trois mois",
    document: "Plan d’apurement",
    situation: "dettes",
    objectif: "traiter-dettes",
  },
  {
    nature: "droits",
    theme: "droits",
    libelle: "Titre de séjour à renouveler, aucun employeur ne peut signer",
    poids: "bloquant",
    etapes: [["Déposer la demande de renouvellement", "personne", ""]],
    preuve: "Titre renouvelé, vu par le référent",
    document: "Titre de séjour",
    situation: "titre-a-renouveler",
    objectif: "reunir-papiers",
  },
  {
    nature: "qualification",
    theme: "competences",
    libelle: "Habilitation électrique périmée",
    poids: "important",
    etapes: [["Inscrire au recyclage de l’habilitation", "referent", ""]],
    preuve: "Habilitation renouvelée",
    document: "Titre d’habilitation",
    situation: "habilitation-perimee",
    objectif: "renouveler-habilitation",
  },
  {
    nature: "confiance",
    theme: "attentes",
    libelle: "N’ose pas se présenter à un employeur",
    poids: "leger",
    etapes: [["Préparer deux entretiens blancs", "referent", ""]],
    preuve: "Deux visites à des employeurs, sans aide",
    document: "",
    situation: "hesite",
    objectif: "preparer-entretiens",
  },
];

interface RecitProjet {
  readonly intitule: string;
  readonly metiers: readonly string[];
  readonly rayonKm: number;
  readonly transports: readonly ("commun" | "voiture" | "velo" | "pied" | "covoiturage")[];
  readonly heures: number;
  readonly refus: readonly [metiers: string, distance: string, salaire: string];
  readonly commentaire: string;
}

export const projets: readonly RecitProjet[] = [
  {
    intitule: "Aider des personnes âgées chez elles",
    metiers: ["K1302", "K1304"],
    rayonKm: 15,
    transports: ["commun"],
    heures: 24,
    refus: ["Ménage de bureaux la nuit", "Pas plus d’une heure de trajet", ""],
    commentaire: "A aidé sa mère pendant quatre ans et veut que cela compte.",
  },
  {
    intitule: "Préparation de commandes, puis cariste",
    metiers: ["N1103", "N1101"],
    rayonKm: 30,
    transports: ["covoiturage", "voiture"],
    heures: 35,
    refus: ["", "", "Au moins le salaire minimum à temps plein"],
    commentaire: "Veut passer le certificat de conduite de chariot.",
  },
  {
    intitule: "Cuisine de collectivité",
    metiers: ["G1602", "G1603"],
    rayonKm: 10,
    transports: ["velo", "commun"],
    heures: 30,
    refus: ["Restauration rapide", "Ni soir ni week-end", ""],
    commentaire: "Immersion à prévoir dans un restaurant scolaire.",
  },
  {
    intitule: "Reprendre l’électricité du bâtiment",
    metiers: ["F1602"],
    rayonKm: 40,
    transports: ["voiture"],
    heures: 39,
    refus: ["Grand déplacement", "", ""],
    commentaire: "Douze ans de métier, l’habilitation est à renouveler.",
  },
  {
    intitule: "Accueil et secrétariat",
    metiers: ["M1601", "M1607"],
    rayonKm: 20,
    transports: ["commun", "pied"],
    heures: 28,
    refus: ["Démarchage par téléphone", "", "Un temps partiel qui fasse plus que le RSA"],
    commentaire: "À l’aise à l’oral, les logiciels de bureau sont à revoir.",
  },
  {
    intitule: "Espaces verts",
    metiers: ["A1203"],
    rayonKm: 25,
    transports: ["velo"],
    heures: 26,
    refus: ["", "Pas de changement d’équipe sans prévenir", ""],
    commentaire: "Chantier d’insertion envisagé comme première marche.",
  },
];

interface RecitEntretien {
  readonly texte: string;
  readonly decide: string;
  readonly suite: string;
  readonly modalite: "sur-place" | "telephone" | "visio" | "domicile";
  readonly minutes: number;
}

export const premiersEntretiens: readonly RecitEntretien[] = [
  {
    texte:
      "Premier entretien. Les droits et les devoirs sont expliqués, l’emploi est abordé d’entrée. Raconte volontiers son parcours et dit ce qui bloque aujourd’hui.",
    decide: "Se voir tous les quinze jours. Commencer par ce qui bloque.",
    suite: "Apporter le CV et les attestations",
    modalite: "sur-place",
    minutes: 60,
  },
  {
    texte:
      "Vient avec une liste d’offres découpées. Cherche surtout près de chez soi. La situation est vue thème par thème.",
    decide: "Écrire le projet au prochain rendez-vous.",
    suite: "Reprendre les thèmes restants",
    modalite: "sur-place",
    minutes: 50,
  },
  {
    texte:
      "Rencontre à domicile, faute de transport. Dit ne plus croire aux démarches, mais accepte d’essayer une immersion courte.",
    decide: "Chercher une immersion d’une semaine.",
    suite: "Appeler deux employeurs",
    modalite: "domicile",
    minutes: 75,
  },
];

export const entretiensSuivants: readonly RecitEntretien[] = [
  {
    texte: "Point téléphonique. Les démarches prévues sont faites, une réponse est attendue.",
    decide: "Rester sur la même piste.",
    suite: "Relancer l’organisme",
    modalite: "telephone",
    minutes: 15,
  },
  {
    texte:
      "Deux candidatures envoyées, une réponse négative. L’entretien sert à reprendre la lettre et à préparer le suivant.",
    decide: "Cibler les employeurs à moins de trente minutes.",
    suite: "Relire la nouvelle lettre",
    modalite: "sur-place",
    minutes: 45,
  },
  {
    texte: "L’immersion s’est bien passée. L’employeur propose de la revoir en fin de mois.",
    decide: "Préparer l’entretien avec l’employeur.",
    suite: "Entretien blanc",
    modalite: "visio",
    minutes: 30,
  },
  {
    texte:
      "Vient un peu en retard, prévenu. La semaine a été difficile ; les étapes sont revues pour tenir sur deux semaines.",
    decide: "Une étape à la fois.",
    suite: "Refaire le point sur les étapes",
    modalite: "sur-place",
    minutes: 40,
  },
  {
    texte: "Bonne nouvelle à confirmer : une mission de trois semaines est proposée.",
    decide: "Accepter la mission, garder le rendez-vous suivant.",
    suite: "",
    modalite: "telephone",
    minutes: 10,
  },
];
