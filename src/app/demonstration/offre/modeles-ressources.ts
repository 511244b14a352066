/** Services of an invented directory, each of which opens in several communes. */
export interface ModeleRessource {
  readonly lieu: string;
  readonly nom: string;
  readonly description: string;
  readonly type: string;
  readonly besoins: readonly string[];
  readonly publics?: readonly string[];
  readonly conditions?: string;
  readonly frais: "gratuit" | "payant";
  readonly fraisPrecisions?: string;
  readonly modesMobilisation: readonly string[];
  readonly mobilisablePar: readonly string[];
  readonly horaires: string;
  /** How far it receives from. */
  readonly zone: "commune" | "territoire" | "departement";
}

const rsa = ["beneficiaires-des-minimas-sociaux"];
const tous = ["usagers", "professionnels"];
const bureau = "Mo-Fr 09:00-12:00,13:30-17:00; PH off";

export const modelesRessource: readonly ModeleRessource[] = [
  {
    lieu: "Garage solidaire La Clé de douze",
    nom: "Faire réparer sa voiture à prix réduit",
    description:
      "Des mécaniciens réparent les voitures des personnes qui en ont besoin pour travailler ou se former. Un devis est donné avant tout travail.",
    ...{ type: "aide-materielle", besoins: ["mobilite--entretenir-reparer-son-vehicule"] },
    ...{
      publics: rsa,
      conditions: "Une fiche d’orientation du référent, la carte grise.",
      frais: "payant",
    },
    fraisPrecisions: "Main-d’œuvre à 18 € de l’heure, pièces au prix d’achat",
    ...{ modesMobilisation: ["telephoner", "se-presenter"], mobilisablePar: ["professionnels"] },
    ...{ horaires: "Tu-Fr 08:30-12:00,13:30-17:30; PH off", zone: "territoire" },
  },
  {
    lieu: "Auto-école associative Cap Permis",
    nom: "Préparer le permis de conduire, à son rythme",
    description:
      "Un apprentissage du code et de la conduite pour les personnes qui n’ont pas pu suivre une auto-école ordinaire, avec un accompagnement vers le financement.",
    ...{
      type: "formation",
      besoins: ["mobilite--preparer-un-permis", "mobilite--financer-ma-mobilite"],
    },
    ...{ publics: rsa, conditions: "Un projet d’emploi ou de formation.", frais: "payant" },
    fraisPrecisions: "Participation de 150 €, payable en plusieurs fois",
    ...{
      modesMobilisation: ["telephoner"],
      mobilisablePar: tous,
      horaires: "Mo-Sa 09:00-12:00; PH off",
      zone: "territoire",
    },
  },
  {
    lieu: "Multi-accueil Les Petits Pas",
    nom: "Garde d’enfants aux horaires décalés",
    description:
      "Des places d’urgence pour un entretien, une formation ou une reprise d’emploi, tôt le matin et le soir, le temps de trouver une solution durable.",
    ...{ type: "aide-materielle", besoins: ["famille--garde-denfants"], publics: ["familles"] },
    ...{
      conditions: "Enfant de moins de quatre ans.",
      frais: "payant",
      fraisPrecisions: "Selon le quotient familial",
    },
    ...{
      modesMobilisation: ["telephoner"],
      mobilisablePar: tous,
      horaires: "Mo-Fr 05:30-21:00; PH off",
      zone: "territoire",
    },
  },
  {
    lieu: "Épicerie sociale Le Panier partagé",
    nom: "Faire ses courses à petit prix",
    description:
      "Des produits à dix pour cent de leur prix, pour quelques mois, avec un projet que l’on choisit : payer une dette, réparer sa voiture, s’équiper.",
    ...{
      type: "aide-materielle",
      besoins: [
        "equipement-et-alimentation--alimentation",
        "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
      ],
    },
    ...{
      conditions: "Un rendez-vous avec la conseillère, les ressources et les charges du mois.",
      frais: "payant",
    },
    fraisPrecisions: "Environ 10 % du prix d’un magasin",
    ...{
      modesMobilisation: ["se-presenter", "telephoner"],
      mobilisablePar: tous,
      horaires: "Tu,Th 14:00-18:00; Sa 09:30-12:00; PH off",
      zone: "commune",
    },
  },
  {
    lieu: "Point conseil budget",
    nom: "Faire le point sur son budget et ses dettes",
    description:
      "Un conseiller écoute, classe les factures, négocie avec les créanciers et aide à déposer un dossier de surendettement quand il le faut.",
    ...{
      type: "accompagnement",
      besoins: [
        "difficultes-financieres--situation-dendettement-surendettement",
        "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
      ],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["telephoner", "envoyer-un-courriel"],
      mobilisablePar: tous,
      horaires: bureau,
      zone: "territoire",
    },
  },
  {
    lieu: "Association Mots pour tous",
    nom: "Apprendre à lire, écrire et compter",
    description:
      "Deux demi-journées par semaine en petit groupe, pour adultes, à partir des besoins de chacun : un courrier, un horaire, un formulaire.",
    ...{
      type: "formation",
      besoins: [
        "lecture-ecriture-calcul--maitriser-le-francais",
        "lecture-ecriture-calcul--maitriser-le-calcul",
      ],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["telephoner"],
      mobilisablePar: tous,
      horaires: "Mo,Th 09:00-12:00; PH off",
      zone: "territoire",
    },
  },
  {
    lieu: "Espace public numérique",
    nom: "Faire ses démarches en ligne avec quelqu’un",
    description:
      "Un conseiller numérique aide à déclarer ses ressources, à retrouver un mot de passe, à créer une adresse électronique ; des ordinateurs sont en libre accès.",
    ...{
      type: "atelier",
      besoins: [
        "numerique--acceder-a-des-services-en-ligne",
        "numerique--maitriser-les-fondamentaux-du-numerique",
      ],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["se-presenter"],
      mobilisablePar: tous,
      horaires: "Tu-Sa 10:00-12:00,14:00-18:00; PH off",
      zone: "commune",
    },
  },
  {
    lieu: "Recyclerie Deuxième Souffle",
    nom: "Acheter un ordinateur remis en état",
    description:
      "Des ordinateurs et des téléphones remis en état, garantis six mois, avec une prise en main d’une heure.",
    ...{
      type: "aide-materielle",
      besoins: ["numerique--acquerir-un-equipement", "equipement-et-alimentation--electromenager"],
    },
    ...{
      frais: "payant",
      fraisPrecisions: "À partir de 60 €",
      modesMobilisation: ["se-presenter"],
      mobilisablePar: tous,
      horaires: "We-Sa 10:00-12:30,14:00-18:00",
      zone: "departement",
    },
  },
  {
    lieu: "Agence immobilière à vocation sociale",
    nom: "Trouver un logement adapté à ses ressources",
    description:
      "L’agence loue des logements de propriétaires solidaires et accompagne l’entrée dans les lieux : garantie, assurance, aides.",
    ...{
      type: "accompagnement",
      besoins: [
        "logement-hebergement--louer-un-logement",
        "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement",
      ],
    },
    ...{
      conditions: "Une demande de logement social déposée.",
      frais: "gratuit",
      modesMobilisation: ["envoyer-un-courriel"],
      mobilisablePar: ["professionnels"],
      horaires: bureau,
      zone: "territoire",
    },
  },
  {
    lieu: "Permanence des impayés",
    nom: "Agir dès le premier loyer impayé",
    description:
      "Une juriste et une travailleuse sociale reçoivent ensemble, écrivent au bailleur et cherchent les aides mobilisables.",
    ...{
      type: "information",
      besoins: [
        "logement-hebergement--reduire-les-impayes-de-loyer",
        "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
      ],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["telephoner"],
      mobilisablePar: tous,
      horaires: "We 09:00-12:00",
      zone: "territoire",
    },
  },
  {
    lieu: "Maison des santés",
    nom: "Un bilan de santé et un médecin traitant",
    description:
      "Une infirmière fait le point, ouvre les droits et trouve un médecin ; une psychologue reçoit sans rendez-vous le jeudi.",
    ...{ type: "accompagnement", besoins: ["sante--acces-aux-soins", "sante--sante-mentale"] },
    ...{
      frais: "gratuit",
      modesMobilisation: ["se-presenter", "telephoner"],
      mobilisablePar: tous,
      horaires: "Mo-We,Fr 08:30-12:30; Th 08:30-12:30,14:00-17:00; PH off",
      zone: "commune",
    },
  },
  {
    lieu: "Centre social L’Escale",
    nom: "Café des projets : reprendre confiance à plusieurs",
    description:
      "Un groupe se retrouve chaque semaine pour cuisiner, sortir, apprendre et préparer un projet. On y vient comme on est.",
    ...{
      type: "atelier",
      besoins: ["remobilisation--bien-etre-confiance-en-soi", "remobilisation--lien-social"],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["se-presenter"],
      mobilisablePar: tous,
      horaires: "Fr 13:30-16:30",
      zone: "commune",
    },
  },
  {
    lieu: "Couveuse Pousse d’idées",
    nom: "Tester son activité avant de s’installer",
    description:
      "Un contrat d’appui permet de facturer ses premiers clients en gardant ses droits, avec un conseiller chaque mois.",
    ...{
      type: "accompagnement",
      besoins: [
        "creer-une-entreprise--definir-son-projet-de-creation-dentreprise",
        "creer-une-entreprise--structurer-son-projet-de-creation-dentreprise",
      ],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["envoyer-un-courriel", "telephoner"],
      mobilisablePar: tous,
      horaires: bureau,
      zone: "departement",
    },
  },
  {
    lieu: "Vestiaire La Penderie",
    nom: "S’habiller pour un entretien",
    description:
      "Des tenues choisies avec une bénévole, prêtées ou données, et un essai d’entretien dans la foulée pour qui le souhaite.",
    ...{
      type: "aide-materielle",
      besoins: [
        "equipement-et-alimentation--habillement",
        "trouver-un-emploi--convaincre-un-recruteur-en-entretien",
      ],
    },
    ...{
      frais: "gratuit",
      modesMobilisation: ["telephoner"],
      mobilisablePar: tous,
      horaires: "Mo,We 14:00-17:00; PH off",
      zone: "territoire",
    },
  },
];
