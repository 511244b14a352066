import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { absenceSansMotif, changementDeReferent, recoursRsa } from "../national/courriers.ts";
import { courriersDuContrat } from "../national/courriers-contrat.ts";
import { convocationAUnRendezVous } from "../national/courriers-rendez-vous.ts";

const source =
  "Guide du porteur de projet, appel à projets 2019-2021 : accueil « des allocataires adressés par le PIPLE », missions des référents ; rédaction proposée";

const expediteur: ModeleCourrier["expediteur"] = {
  lignes: [
    "Département du Nord",
    "Pôle insertion professionnelle et lutte contre les exclusions (PIPLE)",
    "Direction territoriale {{personne.territoire?}}",
    "51 rue Gustave-Delory",
    "59047 LILLE CEDEX",
  ],
  lieu: "Lille",
  contact: ["Dossier suivi par : {{courrier.auteur}}"],
};

const signature =
  "Pour le Président du Conseil départemental\ndu Nord et par délégation,\nle responsable du pôle insertion professionnelle\net lutte contre les exclusions";

const politesse =
  "Je vous prie de croire, {{personne.appel}}, à l’assurance de ma considération distinguée.";

const recours = recoursRsa({
  autorite: "Président du Conseil départemental du Nord",
  adresse: "Hôtel du Département, 51 rue Gustave-Delory, 59047 Lille Cedex",
  tribunal: "de Lille",
});

const modeles: readonly ModeleCourrier[] = [
  {
    code: "notification-orientation",
    titre: "Notification d’orientation",
    usage: "notification-orientation",
    expediteur,
    objet: "Votre orientation vers un référent d’accompagnement",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Le Département du Nord vous verse le RSA et agit avec vous pour votre accès à l’emploi. En tant qu’allocataire soumis{{personne.accord-e}} aux droits et devoirs, vous êtes accompagné{{personne.accord-e}} par un référent.",
      },
      {
        nature: "paragraphe",
        texte:
          "Le PIPLE a étudié votre situation. Par décision du {{orientation.date}}, vous êtes orienté{{personne.accord-e}} vers :",
      },
      {
        nature: "encadre",
        texte:
          "{{orientation.type}}\nStructure : {{structure.nom}}\n{{structure.adresse?}}\nTéléphone : {{structure.telephone?}}\nRéférent d’accompagnement : {{referent.nom?}}",
      },
      {
        nature: "si",
        champ: "orientation.motif",
        texte: "Nous avons retenu de votre situation : {{orientation.motif}}.",
      },
      { nature: "titre", texte: "Votre premier entretien" },
      {
        nature: "paragraphe",
        texte:
          "Votre référent prend contact avec vous pour un premier entretien. Vous y ferez le point sur votre parcours et vous préparerez ensemble votre contrat d’engagements réciproques (CER), qui fixe les étapes vers l’emploi ou vers la levée des difficultés que vous rencontrez.",
      },
      {
        nature: "encadre",
        texte:
          "Si vous n’avez reçu aucune nouvelle dans le mois, appelez la structure ci-dessus ou votre direction territoriale.",
      },
      { nature: "paragraphe", texte: politesse },
    ],
    recours,
    signature,
    copies: ["{{structure.nom}}", "direction territoriale {{personne.territoire?}}"],
    texte: source,
  },
  {
    code: "convocation-premier-rendez-vous",
    titre: "Convocation au premier entretien",
    usage: "convocation",
    expediteur,
    objet: "Convocation à un premier entretien d’accompagnement",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte: "Votre référent d’accompagnement vous attend pour votre premier entretien :",
      },
      {
        nature: "encadre",
        texte:
          "{{rendez-vous.date}}, à {{rendez-vous.heure}}\n{{rendez-vous.lieu}}\nauprès de {{referent.nom?}}, {{structure.nom}}",
      },
      {
        nature: "paragraphe",
        texte:
          "Pendant cet entretien, vous parlerez de votre projet, de vos expériences et de ce qui vous freine aujourd’hui : garde d’enfant, mobilité, santé, logement. Vous commencerez à écrire votre contrat d’engagements réciproques.",
      },
      { nature: "titre", texte: "À apporter" },
      {
        nature: "liste",
        lignes: [
          "cette lettre et une pièce d’identité ;",
          "votre attestation d’inscription comme demandeur d’emploi, si vous l’avez ;",
          "vos diplômes, vos certificats de travail et votre curriculum vitae.",
        ],
      },
      { nature: "paragraphe", texte: absenceSansMotif },
      { nature: "paragraphe", texte: politesse },
    ],
    recours: [],
    signature,
    copies: [],
    texte: source,
  },
  {
    code: "information-accompagnement",
    titre: "Information sur l’accompagnement",
    usage: "information",
    expediteur,
    objet: "Votre RSA et votre accompagnement vers l’emploi",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Vous percevez le RSA depuis peu. Le Département du Nord propose à chaque allocataire un parcours vers l’emploi, à votre rythme et avec un référent.",
      },
      { nature: "titre", texte: "Les étapes" },
      {
        nature: "liste",
        lignes: [
          "Le PIPLE étudie votre situation et vous oriente vers une structure d’accompagnement.",
          "Votre référent vous reçoit et fait le point avec vous.",
          "Vous signez un contrat d’engagements réciproques et vous avancez étape par étape.",
        ],
      },
      { nature: "titre", texte: "Ce que nous vous demandons" },
      {
        nature: "liste",
        lignes: [
          "répondre aux convocations et prévenir en cas d’empêchement ;",
          "tenir les engagements inscrits dans votre contrat ;",
          "déclarer chaque trimestre vos ressources à votre caisse.",
        ],
      },
      {
        nature: "si",
        champ: "dossier.soumis-depuis",
        texte: "Ces droits et ces devoirs s’appliquent à vous depuis le {{dossier.soumis-depuis}}.",
      },
      { nature: "paragraphe", texte: politesse },
    ],
    recours: [],
    signature,
    copies: [],
    texte: source,
  },
  convocationAUnRendezVous({ expediteur, signature, politesse, source }),
  changementDeReferent({ expediteur, signature, politesse, source }),
  ...courriersDuContrat({ expediteur, signature, recours, politesse, source }),
];

export const courriers: ParametreDate<readonly ModeleCourrier[]> = [
  { depuis: "2019-01-01", valeur: modeles, texte: source, certitude: "a-confirmer" },
];
