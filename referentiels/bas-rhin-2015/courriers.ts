import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { absenceSansMotif, changementDeReferent, recoursRsa } from "../national/courriers.ts";
import { courriersDuContrat } from "../national/courriers-contrat.ts";
import { convocationAUnRendezVous } from "../national/courriers-rendez-vous.ts";

const source =
  "Cahier des charges 2015 des référents de parcours professionnels, §2 : désignation, contrat d’orientation, convocation et diagnostic ; rédaction proposée";

const expediteur: ModeleCourrier["expediteur"] = {
  lignes: [
    "Département du Bas-Rhin",
    "Service insertion et emploi",
    "Territoire {{personne.territoire?}}",
    "Hôtel du Département",
    "Place du Quartier-Blanc",
    "67964 STRASBOURG CEDEX 9",
  ],
  lieu: "Strasbourg",
  contact: ["Votre correspondant : {{courrier.auteur}}"],
};

const signature =
  "Le Président du Conseil départemental,\npar délégation,\nle responsable territorial";

const politesse =
  "Veuillez agréer, {{personne.appel}}, l’expression de mes salutations distinguées.";

const recours = recoursRsa({
  autorite: "Président du Conseil départemental du Bas-Rhin",
  adresse: "Hôtel du Département, place du Quartier-Blanc, 67964 Strasbourg Cedex 9",
  tribunal: "de Strasbourg",
});

const modeles: readonly ModeleCourrier[] = [
  {
    code: "notification-designation",
    titre: "Notification de désignation du référent",
    usage: "notification-orientation",
    expediteur,
    objet: "Désignation de votre référent de parcours",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Vous êtes allocataire du RSA et soumis{{personne.accord-e}} aux droits et devoirs. À l’issue du diagnostic de votre situation, je vous ai orienté{{personne.accord-e}}, le {{orientation.date}}, dans le parcours suivant : {{orientation.type}}.",
      },
      {
        nature: "paragraphe",
        texte: "J’ai désigné pour vous accompagner :",
      },
      {
        nature: "encadre",
        texte:
          "{{structure.nom}}\n{{structure.adresse?}}\nTéléphone : {{structure.telephone?}}\nVotre référent de parcours : {{referent.nom?}}",
      },
      {
        nature: "si",
        champ: "orientation.motif",
        texte: "Le diagnostic a fait apparaître : {{orientation.motif}}.",
      },
      { nature: "titre", texte: "Votre contrat d’orientation" },
      {
        nature: "paragraphe",
        texte:
          "Cette désignation prend la forme d’un contrat d’orientation, signé entre le Président du Conseil départemental et vous. Il vaut contrat d’engagement. Deux exemplaires sont joints à cette lettre : signez-les et remettez-en un à votre référent lors de votre première rencontre.",
      },
      { nature: "titre", texte: "La première rencontre" },
      {
        nature: "paragraphe",
        texte:
          "Votre référent vous convoquera pour un premier diagnostic. Il confirmera sa désignation ou, si un autre accompagnement vous convient mieux, demandera l’examen de votre situation par la commission territoriale RSA (CTRSA Réorientation).",
      },
      { nature: "paragraphe", texte: politesse },
    ],
    recours,
    signature,
    copies: ["{{structure.nom}}", "{{referent.nom?}}"],
    texte: source,
  },
  {
    code: "convocation-diagnostic",
    titre: "Convocation au diagnostic individuel",
    usage: "convocation",
    expediteur,
    objet: "Convocation à votre première rencontre avec votre référent de parcours",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Pour démarrer votre parcours, votre référent vous convoque à un diagnostic individuel :",
      },
      {
        nature: "encadre",
        texte:
          "Jour : {{rendez-vous.date}}\nHeure : {{rendez-vous.heure}}\nLieu : {{rendez-vous.lieu}}\nRéférent de parcours : {{referent.nom?}}",
      },
      { nature: "titre", texte: "Ce que vous ferez ensemble" },
      {
        nature: "liste",
        lignes: [
          "vérifier que cet accompagnement vous convient ;",
          "repérer vos atouts, vos difficultés et les compétences que vous avez acquises ;",
          "envisager les formations et les démarches utiles à votre projet.",
        ],
      },
      {
        nature: "paragraphe",
        texte:
          "Apportez votre contrat d’orientation signé, une pièce d’identité et, si vous en avez, votre curriculum vitae et vos diplômes.",
      },
      { nature: "paragraphe", texte: absenceSansMotif },
      { nature: "paragraphe", texte: politesse },
    ],
    recours: [],
    signature,
    copies: ["{{structure.nom?}}"],
    texte: source,
  },
  {
    code: "information-droits-devoirs",
    titre: "Information sur les droits et devoirs",
    usage: "information",
    expediteur,
    objet: "Vos droits et devoirs d’allocataire du RSA",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Vous êtes allocataire du RSA. Le Département du Bas-Rhin mobilise pour vous les employeurs, la formation et des opérateurs d’insertion, afin que chacun puisse accéder à un emploi.",
      },
      { nature: "titre", texte: "Vous avez droit" },
      {
        nature: "liste",
        lignes: [
          "à un diagnostic de votre situation ;",
          "à un référent de parcours, professionnel ou social, qui vous reçoit régulièrement ;",
          "à un contrat d’engagement qui tient compte de votre situation.",
        ],
      },
      { nature: "titre", texte: "Vous vous engagez" },
      {
        nature: "liste",
        lignes: [
          "à vous présenter aux rendez-vous et à participer aux actions prévues ;",
          "à rechercher activement un emploi, ou à entreprendre les démarches inscrites dans votre contrat ;",
          "à signaler sans attendre tout changement de situation.",
        ],
      },
      {
        nature: "paragraphe",
        texte:
          "Vous recevrez bientôt le nom de votre référent et votre contrat d’orientation. D’ici là, vous pouvez joindre votre territoire à l’adresse indiquée en tête de cette lettre.",
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
  { depuis: "2015-01-01", valeur: modeles, texte: source, certitude: "a-confirmer" },
];
