import type { ModeleMessage, RegleMessages } from "../../src/commun/referentiel/domain/message.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const changerDavis =
  "Vous ne souhaitez plus recevoir de courriel ? Dites-le à la personne qui vous accompagne : nous vous écrirons par la poste.";

function courriel(...paragraphes: readonly string[]): string {
  return ["{{personne.appel}},", ...paragraphes, "{{message.expediteur}}", changerDavis].join(
    "\n\n",
  );
}

const quand = "{{rendez-vous.date}} à {{rendez-vous.heure}}";

const lieuEtAgent = [
  "Quand : {{rendez-vous.date}} à {{rendez-vous.heure}}",
  "Où : {{rendez-vous.lieu}}",
  "Avec : {{rendez-vous.avec?}}",
  "Objet : {{rendez-vous.motif?}}",
  "{{rendez-vous.pieces?}}",
].join("\n");

const empeche = [
  "Vous ne pouvez pas venir ? Prévenez-nous dès que vous le savez, avant le rendez-vous : une autre date vous sera proposée.",
  "Téléphone : {{structure.telephone?}}",
  "Courriel : {{structure.courriel?}}",
].join("\n");

/** Nothing here announces a consequence: only the letter says what the law provides, in its own words. */
const modeles: readonly ModeleMessage[] = [
  {
    usage: "convocation-rendez-vous",
    objet: "Votre rendez-vous du {{rendez-vous.date}} à {{rendez-vous.heure}}",
    courriel: courriel(
      "Un rendez-vous est prévu pour vous, dans le cadre de votre accompagnement.",
      lieuEtAgent,
      empeche,
    ),
    sms: [
      `Rendez-vous ${quand}, {{rendez-vous.lieu}}.`,
      "Empêchement ? Prévenez-nous, une autre date sera proposée.",
      "Tél. {{structure.telephone?}}",
      "{{message.expediteur}}",
    ].join("\n"),
  },
  {
    usage: "rappel-rendez-vous",
    objet: "Rappel : votre rendez-vous du {{rendez-vous.date}} à {{rendez-vous.heure}}",
    courriel: courriel("Nous vous rappelons votre rendez-vous.", lieuEtAgent, empeche),
    sms: [
      `Rappel : rendez-vous ${quand}, {{rendez-vous.lieu}}.`,
      "Empêchement ? Prévenez-nous, une autre date sera proposée.",
      "Tél. {{structure.telephone?}}",
      "{{message.expediteur}}",
    ].join("\n"),
  },
  {
    usage: "annulation-rendez-vous",
    objet: "Annulé : votre rendez-vous du {{rendez-vous.date}} à {{rendez-vous.heure}}",
    courriel: courriel(
      `Votre rendez-vous du ${quand} est annulé : vous n’avez pas à venir.\nObjet : {{rendez-vous.motif?}}`,
      "Si un autre rendez-vous est nécessaire, une nouvelle date vous sera proposée.",
      "Une question ?\nTéléphone : {{structure.telephone?}}\nCourriel : {{structure.courriel?}}",
    ),
    sms: [
      `Votre rendez-vous du ${quand} est annulé : ne venez pas.`,
      "Une question ? Tél. {{structure.telephone?}}",
      "{{message.expediteur}}",
    ].join("\n"),
  },
  {
    usage: "deplacement-rendez-vous",
    objet: "Changé : votre rendez-vous est le {{rendez-vous.date}} à {{rendez-vous.heure}}",
    courriel: courriel(
      "Votre rendez-vous a changé. Voici la nouvelle date :",
      lieuEtAgent,
      "Il remplace celui du {{rendez-vous.avant?}}.",
      empeche,
    ),
    sms: [
      `Rendez-vous changé : ${quand}, {{rendez-vous.lieu}}.`,
      "Il remplace celui du {{rendez-vous.avant?}}.",
      "Empêchement ? Prévenez-nous.",
      "Tél. {{structure.telephone?}}",
      "{{message.expediteur}}",
    ].join("\n"),
  },
];

type Reglage = Pick<RegleMessages, "expediteur" | "expediteurSms"> & { readonly depuis: string };

/**
 * The same proposal everywhere. An unknown agreement lets through what a person must know of her own appointments
 * (RGPD, art. 6 § 1 e: mission of public interest); a refusal never does.
 */
export function messagesProposes({
  depuis,
  expediteur,
  expediteurSms,
}: Reglage): ParametreDate<RegleMessages> {
  return [
    {
      depuis,
      valeur: {
        modeles,
        expediteur,
        expediteurSms,
        canaux: ["courriel", "sms"],
        accordInconnu: [
          "convocation-rendez-vous",
          "annulation-rendez-vous",
          "deplacement-rendez-vous",
        ],
        partiesSms: 2,
        conservationJours: 180,
      },
      texte:
        "Proposés : un accord inconnu laisse écrire ce qui touche un rendez-vous déjà fixé, mais pas de rappel ; un refus arrête tout",
      certitude: "a-confirmer",
    },
  ];
}
