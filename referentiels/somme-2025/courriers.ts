import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { absenceSansMotif, changementDeReferent, recoursRsa } from "../national/courriers.ts";
import { courriersDuContrat } from "../national/courriers-contrat.ts";
import { convocationAUnRendezVous } from "../national/courriers-rendez-vous.ts";

const source =
  "Profil de poste « Assistant(e) administratif(ve) insertion » : « Notifier à l’allocataire et au prestataire », « convocation, courrier d’information au bénéficiaire » ; rédaction proposée";

const expediteur: ModeleCourrier["expediteur"] = {
  lignes: [
    "Département de la Somme",
    "Direction de l’insertion, du logement et de l’emploi",
    "Territoire {{personne.territoire?}}",
    "43 rue de la République, CS 32615",
    "80026 AMIENS CEDEX 1",
  ],
  lieu: "Amiens",
  contact: ["Affaire suivie par : {{courrier.auteur}}"],
};

const signature =
  "Pour le Président du Conseil départemental\net par délégation, le responsable territorial\ninsertion, logement et emploi";

const politesse =
  "Je vous prie d’agréer, {{personne.appel}}, l’expression de ma considération distinguée.";

const recours = recoursRsa({
  autorite: "Président du Conseil départemental de la Somme",
  adresse: "43 rue de la République, CS 32615, 80026 Amiens Cedex 1",
  tribunal: "d’Amiens",
});

const modeles: readonly ModeleCourrier[] = [
  {
    code: "notification-orientation",
    titre: "Notification d’orientation",
    usage: "notification-orientation",
    expediteur,
    objet: "Votre orientation dans le cadre du RSA",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Vous bénéficiez du revenu de solidarité active (RSA) et vous êtes soumis{{personne.accord-e}} aux droits et devoirs : vous avez droit à un accompagnement adapté à votre situation, et vous vous engagez à y prendre part (articles L. 262-27 et suivants du code de l’action sociale et des familles).",
      },
      {
        nature: "paragraphe",
        texte:
          "Après étude de votre situation, le Président du Conseil départemental a décidé, le {{orientation.date}}, de vous orienter vers l’accompagnement suivant :",
      },
      {
        nature: "encadre",
        texte:
          "{{orientation.type}}\n{{structure.nom}}\n{{structure.adresse?}}\nTéléphone : {{structure.telephone?}}\nVotre référent : {{referent.nom?}}",
      },
      {
        nature: "si",
        champ: "orientation.motif",
        texte: "Cette orientation tient compte de votre diagnostic : {{orientation.motif}}.",
      },
      { nature: "titre", texte: "Ce qui va se passer maintenant" },
      {
        nature: "liste",
        lignes: [
          "Votre référent vous proposera un premier rendez-vous dans les quinze jours.",
          "Vous ferez le point ensemble et vous préparerez votre contrat d’engagement réciproque.",
          "Vous pouvez demander à changer d’orientation si votre situation évolue : parlez-en à votre référent.",
        ],
      },
      {
        nature: "paragraphe",
        texte:
          "Signalez tout changement de situation, d’adresse ou de téléphone à votre référent et à votre caisse.",
      },
      {
        nature: "paragraphe",
        texte: politesse,
      },
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
    objet: "Convocation à votre premier rendez-vous d’accompagnement",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Dans le cadre de votre accompagnement au titre du RSA, je vous invite à rencontrer votre référent :",
      },
      {
        nature: "encadre",
        texte:
          "Le {{rendez-vous.date}} à {{rendez-vous.heure}}\n{{rendez-vous.lieu}}\navec {{referent.nom?}}",
      },
      { nature: "titre", texte: "Merci de vous munir" },
      {
        nature: "liste",
        lignes: [
          "d’une pièce d’identité ;",
          "de votre dernière attestation de paiement du RSA ;",
          "de votre curriculum vitae, si vous en avez un ;",
          "de tout document utile sur votre situation : formation, emploi, logement, santé.",
        ],
      },
      {
        nature: "paragraphe",
        texte:
          "Ce rendez-vous vous permettra de faire le point sur votre situation et de préparer votre contrat d’engagement réciproque. Vous pouvez venir accompagné{{personne.accord-e}} de la personne de votre choix.",
      },
      { nature: "paragraphe", texte: absenceSansMotif },
      {
        nature: "paragraphe",
        texte: politesse,
      },
    ],
    recours: [],
    signature,
    copies: [],
    texte: source,
  },
  {
    code: "information-droits-devoirs",
    titre: "Information sur les droits et devoirs",
    usage: "information",
    expediteur,
    objet: "Vos droits et vos devoirs dans le cadre du RSA",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte:
          "Votre caisse nous informe que vous bénéficiez du revenu de solidarité active. À ce titre, le Département de la Somme organise votre accompagnement.",
      },
      { nature: "titre", texte: "Vos droits" },
      {
        nature: "liste",
        lignes: [
          "un accompagnement adapté à votre situation, avec un référent unique ;",
          "un contrat d’engagement réciproque construit avec vous ;",
          "un recours contre toute décision que vous contestez.",
        ],
      },
      { nature: "titre", texte: "Vos devoirs" },
      {
        nature: "liste",
        lignes: [
          "vous présenter aux rendez-vous qui vous sont fixés ;",
          "prendre part aux actions inscrites dans votre contrat ;",
          "déclarer vos ressources et tout changement de situation.",
        ],
      },
      {
        nature: "paragraphe",
        texte:
          "La décision d’orientation et le nom de la structure qui vous accompagnera vous seront adressés prochainement. Vous n’avez rien à faire d’ici là.",
      },
      {
        nature: "paragraphe",
        texte: politesse,
      },
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
  { depuis: "2025-01-01", valeur: modeles, texte: source, certitude: "a-confirmer" },
];
