import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { absenceSansMotif, changementDeReferent, recoursRsa } from "../national/courriers.ts";
import { courriersDuContrat } from "../national/courriers-contrat.ts";
import { convocationAUnRendezVous } from "../national/courriers-rendez-vous.ts";

const source =
  "Lettre de mission unique 2018-2020, Projet de Ville RSA : information du bénéficiaire, diagnostic, concertation entre services référents ; rédaction proposée";

const expediteur: ModeleCourrier["expediteur"] = {
  lignes: [
    "Département de la Seine-Saint-Denis",
    "Service de l’insertion et de la solidarité",
    "Projet de Ville RSA {{personne.territoire?}}",
    "3 esplanade Jean-Moulin",
    "93006 BOBIGNY CEDEX",
  ],
  lieu: "Bobigny",
  contact: ["Votre contact : {{courrier.auteur}}"],
};

const signature =
  "Pour le Président du Conseil départemental\nde la Seine-Saint-Denis et par délégation,\nle chef de service";

const politesse =
  "Nous vous prions d’agréer, {{personne.appel}}, l’expression de nos salutations les meilleures.";

const recours = recoursRsa({
  autorite: "Président du Conseil départemental de la Seine-Saint-Denis",
  adresse: "Hôtel du Département, 3 esplanade Jean-Moulin, 93006 Bobigny Cedex",
  tribunal: "de Montreuil",
});

const modeles: readonly ModeleCourrier[] = [
  {
    code: "notification-orientation",
    titre: "Notification d’orientation",
    usage: "notification-orientation",
    expediteur,
    objet: "Le service qui vous accompagne dans le cadre du RSA",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Vous êtes bénéficiaire du RSA et la loi vous ouvre droit à un accompagnement. Le {{orientation.date}}, après concertation entre les services référents de votre territoire, le Département a choisi pour vous : {{orientation.type}}.",
      },
      { nature: "paragraphe", texte: "Le service qui vous suit désormais est :" },
      {
        nature: "encadre",
        texte:
          "{{structure.nom}}\n{{structure.adresse?}}\nTéléphone : {{structure.telephone?}}\nCourriel : {{structure.courriel?}}\nVotre référent RSA : {{referent.nom?}}",
      },
      {
        nature: "si",
        champ: "orientation.motif",
        texte: "Ce choix s’appuie sur ce que vous nous avez dit : {{orientation.motif}}.",
      },
      { nature: "titre", texte: "La suite" },
      {
        nature: "liste",
        lignes: [
          "Votre référent vous proposera un rendez-vous pour évaluer avec vous votre situation, vos atouts et vos projets.",
          "Vous formaliserez ensemble votre parcours dans un contrat d’engagement réciproque.",
          "Si ce service ne vous convient pas, dites-le à votre référent : votre situation peut être présentée à l’équipe pluridisciplinaire.",
        ],
      },
      { nature: "paragraphe", texte: politesse },
    ],
    recours,
    signature,
    copies: ["{{structure.nom}}"],
    texte: source,
  },
  {
    code: "convocation-premier-rendez-vous",
    titre: "Convocation au premier rendez-vous",
    usage: "convocation",
    expediteur,
    objet: "Rendez-vous avec votre référent RSA",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte: "Nous vous invitons à rencontrer votre référent RSA :",
      },
      {
        nature: "encadre",
        texte:
          "{{rendez-vous.date}} à {{rendez-vous.heure}}\n{{structure.nom?}}\n{{rendez-vous.lieu}}\nVotre référent RSA : {{referent.nom?}}",
      },
      {
        nature: "paragraphe",
        texte:
          "Ce rendez-vous dure environ une heure. Il sert à faire le point sur votre situation : vos expériences, vos projets, vos démarches, votre santé, vos enfants, votre logement. Vous commencerez à préparer votre contrat d’engagement réciproque.",
      },
      {
        nature: "paragraphe",
        texte:
          "Merci d’apporter cette lettre, une pièce d’identité et, si vous en avez, votre curriculum vitae. Si vous avez besoin d’un interprète, dites-le-nous à l’avance.",
      },
      { nature: "encadre", texte: absenceSansMotif },
      { nature: "paragraphe", texte: politesse },
    ],
    recours: [],
    signature,
    copies: [],
    texte: source,
  },
  {
    code: "information-reunion",
    titre: "Information sur le RSA et l’accompagnement",
    usage: "information",
    expediteur,
    objet: "Bienvenue dans le dispositif RSA de la Seine-Saint-Denis",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Vous êtes maintenant bénéficiaire du RSA. Cette lettre vous explique ce que le Département fait pour vous, et ce qu’il attend de vous.",
      },
      { nature: "titre", texte: "Le Département s’engage" },
      {
        nature: "liste",
        lignes: [
          "à vous proposer un service qui vous accompagne : Projet de Ville RSA, service social, association ou service de l’emploi ;",
          "à vous donner un référent RSA, que vous pouvez joindre ;",
          "à vous aider à accéder à une formation ou à un emploi durable.",
        ],
      },
      { nature: "titre", texte: "Vous vous engagez" },
      {
        nature: "liste",
        lignes: [
          "à venir aux rendez-vous ;",
          "à construire et à suivre votre contrat d’engagement réciproque ;",
          "à déclarer vos ressources et vos changements de situation à votre caisse.",
        ],
      },
      {
        nature: "paragraphe",
        texte:
          "Vous recevrez une seconde lettre avec le nom du service qui vous accompagne. Gardez ces deux lettres.",
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
  { depuis: "2018-01-01", valeur: modeles, texte: source, certitude: "a-confirmer" },
];
