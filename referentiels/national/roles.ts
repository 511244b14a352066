/**
 * Who may do what: the one place. A right is an act or a family of acts; a role gives a list of rights
 * inside a perimeter chosen when the role is given to an agent. What is not listed is refused.
 * Days of each role: design of the product, table of roles; minimisation: CNIL délibération 2021-028 §7.
 */
export const droits = {
  "personne:lister": "Chercher et lister les personnes",
  "personne:lire": "Lire le dossier d’une personne",
  "personne:exporter": "Exporter une liste de personnes",
  "contact:modifier": "Modifier les coordonnées d’une personne",
  "dossier:lire": "Lire un dossier RSA et son historique",
  "dossier:lire-nir": "Voir le numéro de sécurité sociale en entier",
  "flux:lire": "Voir les intégrations de fichiers",
  "flux:importer": "Intégrer un fichier CAF ou MSA",
  "flux:corriger": "Corriger et rejouer un rejet",
  "doublon:traiter": "Rapprocher deux personnes, ou les séparer",
  "territoire:gerer": "Définir les territoires du département",
  "agent:lire": "Voir les agents et leurs droits",
  "agent:gerer": "Créer des agents, donner et retirer des droits",
  "journal:lire": "Lire le journal des lectures et des modifications",
  "vue:partager": "Partager une vue enregistrée",
  "requete:lire": "Consulter les requêtes du département",
  "echeance:lire": "Voir ce qu’il faut faire, et pour quel jour",
  "structure:lire": "Voir les structures, leurs référents et leurs places",
  "structure:gerer": "Tenir les structures, leurs places, les arrivées et les départs",
  "orientation:lire": "Voir les orientations et où elles en sont",
  "orientation:proposer": "Proposer des orientations, tenir leurs suites et les notifier",
  "orientation:transmettre": "Transmettre des propositions pour décision",
  "orientation:decider": "Décider des orientations et des réorientations",
  "orientation:confirmer": "Confirmer ou contester sa désignation, tenir le premier rendez-vous",
  "orientation:reorienter": "Demander une réorientation",
  "matrice:lire": "Voir la matrice d’orientation et simuler un brouillon",
  "matrice:editer": "Écrire et adopter une matrice d’orientation",
  "diagnostic:lire": "Lire les diagnostics d’une personne",
  "diagnostic:saisir": "Saisir et valider un diagnostic",
  "agenda:lire": "Voir les agendas et les rendez-vous",
  "agenda:tenir": "Prendre des rendez-vous, convoquer, noter leur issue",
  "agenda:ouvrir": "Définir les lieux, les horaires et les permanences",
  "entretien:lire": "Lire le bilan, les freins, le projet et les entretiens d’une personne",
  "entretien:saisir": "Écrire le bilan, les freins, le projet et les entretiens d’une personne",
  "entretien:catalogue":
    "Écrire et adopter les thèmes de situation, charger le répertoire des métiers",
  "contrat:lire": "Voir les contrats et leur échéancier",
  "contrat:rediger": "Rédiger et faire signer un contrat, en faire le bilan",
  "contrat:valider": "Valider, refuser ou résilier un contrat pour le département",
  "contrat:suivre": "Tenir l’échéancier des contrats et préparer les convocations",
  "parcours:lire": "Voir les portefeuilles et les périodes d’accompagnement",
  "parcours:tenir": "Tenir les périodes d’accompagnement et ce qui est mobilisé autour",
  "parcours:deroger": "Accorder une dérogation de durée",
  "manquement:signaler": "Signaler un manquement, avec ses faits et ses pièces",
  "manquement:recevoir": "Recevoir un manquement et dire ce qui en est fait",
  "courrier:lire": "Voir les courriers émis",
  "courrier:emettre": "Émettre des courriers, noter leur envoi et leur réception",
  "courrier:modele": "Écrire et adopter les modèles de courrier",
} as const;

type Droit = keyof typeof droits;

/** What bounds a role: the whole département, some territories, some structures, or one’s own caseload. */
export const perimetres = {
  departement: "tout le département",
  territoires: "un ou plusieurs territoires",
  structures: "une ou plusieurs structures",
  portefeuille: "les personnes qu’il accompagne",
} as const;

type Perimetre = keyof typeof perimetres;

export interface Role {
  readonly libelle: string;
  readonly description: string;
  readonly perimetre: Perimetre;
  readonly droits: readonly Droit[];
}

const lecture = ["personne:lister", "personne:lire", "dossier:lire"] as const;

export const roles = {
  gestionnaire: {
    libelle: "Gestionnaire",
    description:
      "Intègre les fichiers de la CAF et de la MSA, vérifie les dossiers, prépare les orientations et suit les délais.",
    perimetre: "departement",
    droits: [
      "agenda:lire",
      "agenda:tenir",
      "entretien:lire",
      "contrat:lire",
      "contrat:suivre",
      "parcours:lire",
      "manquement:recevoir",

      "matrice:lire",
      "diagnostic:lire",
      "diagnostic:saisir",
      ...lecture,
      "personne:exporter",
      "contact:modifier",
      "echeance:lire",
      "dossier:lire-nir",
      "flux:lire",
      "flux:importer",
      "flux:corriger",
      "doublon:traiter",
      "vue:partager",
      "requete:lire",
      "structure:lire",
      "orientation:lire",
      "orientation:proposer",
      "orientation:transmettre",
      "orientation:reorienter",
      "courrier:lire",
      "courrier:emettre",
      "courrier:modele",
    ],
  },
  responsable: {
    libelle: "Responsable territorial",
    description:
      "Décide des orientations et des suites sur son territoire, suit la capacité et les délais.",
    perimetre: "territoires",
    droits: [
      "agenda:lire",
      "agenda:tenir",
      "agenda:ouvrir",
      "entretien:lire",
      "entretien:catalogue",
      "contrat:lire",
      "contrat:valider",
      "contrat:suivre",
      "parcours:lire",
      "parcours:tenir",
      "parcours:deroger",
      "manquement:recevoir",

      "matrice:lire",
      "matrice:editer",
      "diagnostic:lire",
      "diagnostic:saisir",
      ...lecture,
      "personne:exporter",
      "contact:modifier",
      "echeance:lire",
      "agent:lire",
      "vue:partager",
      "requete:lire",
      "structure:lire",
      "structure:gerer",
      "orientation:lire",
      "orientation:decider",
      "orientation:reorienter",
      "courrier:lire",
      "courrier:emettre",
    ],
  },
  referent: {
    libelle: "Référent",
    description: "Accompagne les personnes de son portefeuille, et ne voit qu’elles.",
    perimetre: "portefeuille",
    droits: [
      "agenda:lire",
      "agenda:tenir",
      "agenda:ouvrir",
      "entretien:lire",
      "entretien:saisir",
      "contrat:lire",
      "contrat:rediger",
      "parcours:lire",
      "parcours:tenir",
      "manquement:signaler",

      "diagnostic:lire",
      "diagnostic:saisir",
      ...lecture,
      "contact:modifier",
      "echeance:lire",
      "structure:lire",
      "orientation:lire",
      "orientation:confirmer",
      "orientation:reorienter",
      "courrier:lire",
      "courrier:emettre",
    ],
  },
  accueil: {
    libelle: "Accueil et secrétariat",
    description: "Tient l’agenda de sa structure, reçoit et rappelle les personnes qu’elle suit.",
    perimetre: "structures",
    droits: [
      "personne:lister",
      "personne:lire",
      "contact:modifier",
      "agenda:lire",
      "agenda:tenir",
      "agenda:ouvrir",
      "structure:lire",
      "courrier:lire",
      "courrier:emettre",
    ],
  },
  "correspondant-emploi": {
    libelle: "Correspondant emploi",
    description: "Rapproche les offres d’emploi et les personnes de son territoire.",
    perimetre: "territoires",
    droits: ["personne:lister", "personne:lire"],
  },
  "correspondant-fonctionnel": {
    libelle: "Correspondant fonctionnel",
    description:
      "Signale les arrivées et les départs d’agents, répond aux questions ; il ne voit aucun dossier.",
    perimetre: "departement",
    droits: ["agent:lire", "structure:lire", "structure:gerer"],
  },
  "chef-de-projet": {
    libelle: "Chef de projet d’un opérateur",
    description: "Suit les personnes et les agents de sa structure, rend compte au département.",
    perimetre: "structures",
    droits: [
      "agenda:lire",
      "agenda:ouvrir",
      "contrat:lire",
      "parcours:lire",
      "personne:lister",
      "personne:lire",
      "structure:lire",
      "orientation:lire",
    ],
  },
  "membre-commission": {
    libelle: "Membre de commission",
    description: "Lit les dossiers de la séance et donne un avis ; rien en dehors d’une séance.",
    perimetre: "portefeuille",
    droits: ["personne:lister", "personne:lire"],
  },
  pilotage: {
    libelle: "Pilotage départemental",
    description: "Suit l’activité du département par ses requêtes et ses chiffres.",
    perimetre: "departement",
    droits: [
      "contrat:lire",
      "parcours:lire",

      "matrice:lire",
      ...lecture,
      "personne:exporter",
      "flux:lire",
      "vue:partager",
      "requete:lire",
      "structure:lire",
      "orientation:lire",
    ],
  },
  administrateur: {
    libelle: "Administrateur",
    description:
      "Gère les comptes, les droits et les territoires, lit le journal ; il ne voit pas les dossiers.",
    perimetre: "departement",
    droits: [
      "matrice:lire",
      "matrice:editer",
      "agent:lire",
      "agent:gerer",
      "journal:lire",
      "territoire:gerer",
      "flux:lire",
      "structure:lire",
      "structure:gerer",
      "courrier:modele",
      "entretien:catalogue",
    ],
  },
} as const satisfies Record<string, Role>;

export type CodeRole = keyof typeof roles;

export const codesRole = Object.keys(roles) as readonly CodeRole[];
