import type {
  Choix,
  RegleEntretien,
  ThemeSituation,
} from "../../src/commun/referentiel/domain/entretien.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const depuis = "2009-06-01";

type Lignes = Readonly<Record<string, string>>;

const choix = (lignes: Lignes): readonly Choix[] =>
  Object.entries(lignes).map(([code, libelle]) => ({ code, libelle }));

interface Contenu {
  readonly aide: string;
  readonly situations: Lignes;
  readonly objectifs: Lignes;
  readonly freins: readonly string[];
  readonly consequencesSeules?: boolean;
}

function theme(code: string, libelle: string, contenu: Contenu): ThemeSituation {
  const { aide, situations, objectifs, freins, consequencesSeules = false } = contenu;
  return {
    code,
    libelle,
    aide,
    consequencesSeules,
    pose: true,
    situations: choix(situations),
    objectifs: choix(objectifs),
    freins,
  };
}

const versLEmploi: readonly ThemeSituation[] = [
  theme("experience", "Expérience professionnelle", {
    aide: "Ce que la personne a fait, où, combien de temps, et ce qu’elle en garde. Les emplois non déclarés, bénévoles ou familiaux apprennent aussi.",
    situations: {
      "jamais-travaille": "N’a pas encore travaillé",
      "emplois-courts": "A surtout connu des emplois courts",
      "un-meme-metier": "A exercé longtemps un même métier",
      "arret-recent": "A cessé de travailler depuis moins d’un an",
      "arret-un-a-trois-ans": "A cessé de travailler depuis un à trois ans",
      "arret-plus-de-trois-ans": "A cessé de travailler depuis plus de trois ans",
      "travaille-trop-peu": "Travaille, mais trop peu pour en vivre",
      "a-son-compte": "Travaille ou a travaillé à son compte",
      "experience-etranger": "A travaillé dans un autre pays",
    },
    objectifs: {
      "retracer-parcours": "Retracer son parcours et en tirer un CV",
      "reprendre-contact":
        "Reprendre contact avec le travail : immersion, atelier, insertion par l’activité",
      "plus-d-heures": "Augmenter ses heures ou trouver un second contrat",
      "changer-metier": "Changer de métier",
      "developper-activite": "Rendre son activité viable, ou la fermer",
    },
    freins: ["qualification", "confiance"],
  }),
  theme("attentes", "Attentes et envies", {
    aide: "Ses mots d’abord : ce que la personne attend de l’accompagnement, ce qu’elle veut et ce qu’elle ne veut pas.",
    situations: {
      "emploi-vite": "Veut un emploi le plus tôt possible",
      "metier-precis": "A un métier précis en tête",
      hesite: "Hésite entre plusieurs pistes",
      "sans-idee": "Ne voit pas encore de piste",
      formation: "Veut d’abord se former",
      creer: "Veut créer ou reprendre une activité",
      "autre-priorite": "A une autre priorité que l’emploi pour l’instant",
    },
    objectifs: {
      "decouvrir-metiers": "Découvrir des métiers et rencontrer ceux qui les font",
      "confirmer-choix": "Confirmer son choix par une mise en situation",
      "chercher-emploi": "Organiser sa recherche d’emploi",
      "preparer-entretiens": "Se préparer aux entretiens d’embauche",
      "monter-projet-creation": "Étudier la création de son activité",
      "choisir-formation": "Choisir une formation et la financer",
    },
    freins: ["confiance", "savoir-etre"],
  }),
  theme("competences", "Savoir-faire et diplômes", {
    aide: "Ce que la personne sait faire, au travail et ailleurs, et ce qui le prouve.",
    situations: {
      "sans-diplome": "N’a pas de diplôme",
      "diplome-non-reconnu": "A un diplôme étranger qui n’est pas reconnu en France",
      "diplome-ancien": "A un diplôme ancien, dans un métier qui a changé",
      qualifiee: "A une qualification demandée",
      "savoir-faire-caches": "A des savoir-faire qu’elle ne met pas en avant",
      "habilitation-perimee": "A une habilitation ou un titre à renouveler",
    },
    objectifs: {
      "faire-reconnaitre": "Faire reconnaître ses acquis ou son diplôme",
      "se-qualifier": "Obtenir une qualification",
      "remise-a-niveau": "Se remettre à niveau",
      "renouveler-habilitation": "Renouveler une habilitation",
      "nommer-competences": "Nommer ses compétences et les présenter",
    },
    freins: ["qualification"],
  }),
  theme("disponibilite", "Disponibilité", {
    aide: "Quand et combien d’heures la personne peut travailler ou se former, et ce qui l’en empêche.",
    situations: {
      disponible: "Disponible tout de suite, à temps plein",
      "temps-partiel": "Disponible à temps partiel",
      "horaires-ecole": "Disponible aux heures d’école",
      "nuit-impossible": "Ne peut travailler ni la nuit ni le week-end",
      bientot: "Disponible dans quelques semaines",
      "non-disponible": "Pas disponible pour l’instant",
    },
    objectifs: {
      "elargir-horaires": "Élargir ses horaires possibles",
      "preparer-reprise": "Préparer l’organisation de la reprise",
      "trouver-rythme": "Retrouver un rythme : activité, bénévolat, atelier",
    },
    freins: ["disponibilite", "garde-enfants"],
  }),
];

const outils: readonly ThemeSituation[] = [
  theme("langue", "Français et savoirs de base", {
    aide: "Ce que la personne comprend, dit, lit et écrit dans la vie courante et au travail. Une attestation de niveau se note dans les certificats.",
    situations: {
      "a-l-aise": "À l’aise à l’oral et à l’écrit",
      "oral-difficile": "Comprend ou parle difficilement",
      "lecture-difficile": "Lit difficilement",
      "ecriture-difficile": "Écrit difficilement",
      "calcul-difficile": "Compte difficilement",
      apprend: "Suit déjà un cours de français",
    },
    objectifs: {
      "evaluer-niveau": "Faire évaluer son niveau",
      "apprendre-francais": "Apprendre le français",
      "lire-ecrire": "Mieux lire, écrire ou compter",
      "francais-du-metier": "Apprendre les mots de son métier",
    },
    freins: ["langue"],
  }),
  theme("numerique", "Numérique", {
    aide: "Ce que la personne a pour se connecter et ce qu’elle fait sans aide : actualisation, messagerie, candidature.",
    situations: {
      "autonome-en-ligne": "Fait ses démarches en ligne sans aide",
      "aide-en-ligne": "Fait ses démarches avec de l’aide",
      "sans-materiel": "N’a ni ordinateur ni tablette",
      "sans-connexion": "N’a pas de connexion fiable",
      "sans-adresse": "N’a pas d’adresse électronique, ou ne l’ouvre pas",
      "telephone-seul": "N’a que son téléphone",
    },
    objectifs: {
      "avoir-materiel": "S’équiper à moindre coût",
      "demarches-seule": "Faire ses démarches sans aide",
      messagerie: "Avoir une messagerie et s’en servir",
      "bases-numeriques": "Apprendre les bases",
    },
    freins: ["numerique"],
  }),
  theme("mobilite", "Mobilité", {
    aide: "Comment la personne se déplace, jusqu’où, à quelles heures et à quel prix.",
    situations: {
      "permis-et-voiture": "A le permis et une voiture",
      "permis-sans-voiture": "A le permis, sans voiture",
      "voiture-a-reparer": "A une voiture à réparer ou à assurer",
      "sans-permis": "N’a pas le permis",
      "permis-en-cours": "Prépare le code ou la conduite",
      "permis-a-convertir": "A un permis étranger à échanger",
      "permis-perdu": "N’a plus le droit de conduire",
      "transports-commun": "Se déplace en transports en commun",
      "velo-marche": "Se déplace à vélo ou à pied",
      isolee: "Habite loin de tout transport",
      "n-ose-pas": "N’ose pas sortir de son quartier sans aide",
    },
    objectifs: {
      "bilan-mobilite": "Faire un bilan de mobilité",
      "passer-permis": "Obtenir ou récupérer le permis",
      "avoir-vehicule": "Disposer d’un véhicule : achat, location solidaire, prêt",
      "reparer-vehicule": "Faire réparer son véhicule",
      "connaitre-transports": "Connaître les lignes et les tarifs réduits",
      covoiturer: "Covoiturer",
    },
    freins: ["mobilite"],
  }),
];

const vie: readonly ThemeSituation[] = [
  theme("sante", "Santé", {
    aide: "N’écrivez que ce que cela change pour le parcours : gestes, horaires, absences, soins à prévoir. Jamais le nom d’une maladie, d’un traitement ou d’un service de soins.",
    consequencesSeules: true,
    situations: {
      "sans-consequence": "Rien qui change le parcours",
      "gestes-limites": "Certains gestes ou certains postes sont exclus",
      "rythme-adapte": "A besoin d’un rythme ou d’horaires adaptés",
      "rendez-vous-frequents": "A des rendez-vous fréquents à respecter",
      "pause-necessaire": "Ne peut pas travailler pour l’instant",
      "droits-sante-a-ouvrir": "N’a pas de couverture santé à jour",
      "reconnaissance-en-cours": "A, ou demande, une reconnaissance de travailleur handicapé",
    },
    objectifs: {
      "ouvrir-droits-sante": "Ouvrir ou mettre à jour sa couverture santé",
      "trouver-soignant": "Trouver à qui s’adresser pour se soigner",
      "demander-reconnaissance": "Demander la reconnaissance de travailleur handicapé",
      "amenager-poste": "Définir les aménagements qu’il faut au travail",
    },
    freins: ["sante"],
  }),
  theme("logement", "Logement", {
    aide: "Où la personne habite, si elle peut y rester, et ce que cela coûte.",
    situations: {
      "logement-stable": "A un logement stable et adapté",
      "chez-un-proche": "Loge chez un proche",
      "en-structure": "Loge dans une structure d’hébergement",
      "sans-logement": "N’a pas de logement",
      "menace-expulsion": "Risque de perdre son logement",
      "loyer-impaye": "A des loyers en retard",
      "trop-petit-ou-degrade": "Habite un logement trop petit ou en mauvais état",
      "loin-de-l-emploi": "Habite loin des emplois qu’elle vise",
    },
    objectifs: {
      "trouver-logement": "Trouver un logement",
      "garder-logement": "Garder son logement",
      "changer-logement": "Changer de logement",
      "se-domicilier": "Avoir une adresse pour son courrier",
    },
    freins: ["logement"],
  }),
  theme("famille", "Famille et entourage", {
    aide: "Qui vit avec la personne, qui compte sur elle, sur qui elle peut compter. Notez ce qui pèse sur le parcours, pas l’histoire des proches.",
    consequencesSeules: true,
    situations: {
      soutien: "Peut compter sur ses proches",
      "seule-avec-enfants": "Élève ses enfants sans conjoint",
      "enfant-sans-garde": "A un enfant sans mode de garde",
      "garde-horaires": "A un mode de garde qui ne couvre pas ses horaires",
      "enfant-a-naitre": "Attend un enfant",
      "proche-aide": "Aide un proche malade, âgé ou handicapé",
      separation: "Traverse une séparation",
      isolement: "Vit dans l’isolement",
    },
    objectifs: {
      "trouver-garde": "Trouver un mode de garde",
      "garde-atypique": "Trouver une garde pour des horaires décalés",
      "relais-aidant": "Se faire relayer auprès d’un proche",
      apaiser: "Trouver un appui dans une période difficile",
      "sortir-isolement": "Rencontrer du monde",
    },
    freins: ["garde-enfants", "disponibilite", "confiance"],
  }),
  theme("budget", "Budget", {
    aide: "Si le mois est tenable, et ce qui le rendrait tenable. Aucun relevé n’est à recopier.",
    situations: {
      "budget-tenu": "Tient son budget",
      "fin-de-mois": "N’arrive pas au bout du mois",
      dettes: "A des dettes ou des crédits qui pèsent",
      surendettement: "A déposé, ou doit déposer, un dossier de surendettement",
      "sans-revenu": "N’a aucun revenu en ce moment",
      "reprise-couteuse": "Perdrait de l’argent en reprenant un emploi",
      "sans-compte": "N’a pas de compte bancaire",
    },
    objectifs: {
      "faire-budget": "Faire le point sur son budget",
      "traiter-dettes": "Traiter ses dettes",
      "aide-urgence": "Obtenir une aide d’urgence",
      "simuler-reprise": "Simuler ce que rapporterait une reprise d’emploi",
      "ouvrir-compte": "Ouvrir un compte",
    },
    freins: ["budget"],
  }),
  theme("droits", "Droits et démarches", {
    aide: "Ce que la personne a demandé, ce qu’elle pourrait demander, et les papiers qui manquent.",
    situations: {
      "droits-a-jour": "Ses droits sont à jour",
      "papiers-manquants": "Il lui manque une pièce d’identité ou un titre de séjour",
      "titre-a-renouveler": "Son titre de séjour arrive à échéance",
      "droits-non-demandes": "N’a pas demandé tout ce à quoi elle a droit",
      "dossier-bloque": "A un dossier bloqué auprès d’un organisme",
      "trop-percu": "Rembourse un trop-perçu",
      procedure: "A une procédure qui limite ses démarches",
      "retraite-proche": "Approche de l’âge de la retraite",
    },
    objectifs: {
      "reunir-papiers": "Réunir ou renouveler ses papiers",
      "demander-droits": "Demander ce à quoi elle a droit",
      "debloquer-dossier": "Débloquer un dossier",
      "preparer-retraite": "Préparer sa retraite",
      "etre-conseillee": "Avoir un conseil sur une question de droit",
    },
    freins: ["droits"],
  }),
];

export const themesProposes: readonly ThemeSituation[] = [...versLEmploi, ...outils, ...vie];

export const naturesProposees: readonly Choix[] = choix({
  mobilite: "Mobilité",
  "garde-enfants": "Garde d’enfants",
  logement: "Logement",
  sante: "Conséquences de la santé",
  langue: "Français et savoirs de base",
  numerique: "Numérique",
  budget: "Budget et dettes",
  droits: "Droits et papiers",
  qualification: "Qualification",
  disponibilite: "Disponibilité",
  confiance: "Confiance et isolement",
  "savoir-etre": "Codes du travail",
});

const themes: ParametreDate<readonly ThemeSituation[]> = [
  {
    depuis,
    valeur: themesProposes,
    texte:
      "Proposés. Ce qui doit être connu : CASF, art. L262-34 et L262-36 (situation et besoins particuliers) ; CT, art. L5411-5-2 (diagnostic global) ; santé et entourage réduits à leurs conséquences : CNIL, délibération 2021-028, §7",
    certitude: "a-confirmer",
  },
];

/** What a département asks until it says otherwise. */
export const entretienNational: RegleEntretien = {
  themes,
  naturesFrein: [
    {
      depuis,
      valeur: naturesProposees,
      texte: "Proposées, une par thème qui peut empêcher de chercher ou de garder un emploi",
      certitude: "a-confirmer",
    },
  ],
  freinsLeves: [
    {
      depuis,
      valeur: null,
      texte: "Aucun objectif de freins levés n’est fixé",
      certitude: "a-confirmer",
    },
  ],
};
