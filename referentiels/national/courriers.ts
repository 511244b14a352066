import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";

/** CASF L262-47 and R262-88 (recours administratif préalable obligatoire); CRPA L231-4 and L411-7; CJA R421-1. */
interface Recours {
  /** To whom the appeal is addressed: « Président du Conseil départemental de la Somme ». */
  readonly autorite: string;
  readonly adresse: string;
  readonly tribunal: string;
}

/** The ways and time limits of appeal against a decision on the RSA, one paragraph each. */
export function recoursRsa({ autorite, adresse, tribunal }: Recours): readonly string[] {
  return [
    `Si vous contestez cette décision, vous devez d’abord former un recours administratif auprès du ${autorite}, dans un délai de deux mois à compter de la réception de cette lettre (articles L. 262-47 et R. 262-88 du code de l’action sociale et des familles). Écrivez à l’adresse suivante, en expliquant vos raisons et en joignant une copie de cette lettre : ${adresse}.`,
    `Sans réponse dans les deux mois qui suivent la réception de votre recours, celui-ci est considéré comme rejeté. Vous pouvez alors saisir le tribunal administratif ${tribunal}, dans les deux mois qui suivent ce rejet ou la réception de la décision qui répond à votre recours, par courrier ou sur www.telerecours.fr. Le tribunal ne peut pas être saisi avant ce recours administratif.`,
  ];
}

/** CASF L262-37, and the information due before any appointment. */
export const absenceSansMotif =
  "Si vous ne pouvez pas venir, prévenez-nous avant le rendez-vous : une autre date vous sera proposée. Une absence sans motif légitime peut conduire le Président du Conseil départemental à engager une procédure de suspension de votre RSA, au cours de laquelle vous pourrez présenter vos observations (article L. 262-37 du code de l’action sociale et des familles).";

type Entete = Pick<ModeleCourrier, "expediteur" | "signature"> & {
  readonly politesse: string;
  readonly source: string;
};

/** Said to each person when whoever accompanied her leaves: nothing else changes. */
export function changementDeReferent({
  expediteur,
  signature,
  politesse,
  source,
}: Entete): ModeleCourrier {
  return {
    code: "changement-referent",
    titre: "Changement de référent",
    usage: "changement-referent",
    expediteur,
    objet: "Votre nouveau référent",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "si",
        champ: "referent.precedent",
        texte: "Jusqu’ici, {{referent.precedent}} vous accompagnait.",
      },
      {
        nature: "paragraphe",
        texte: "À compter du {{courrier.date}}, votre accompagnement se poursuit avec :",
      },
      {
        nature: "encadre",
        texte:
          "{{referent.nom}}\n{{structure.nom}}\n{{structure.adresse?}}\nTéléphone : {{referent.telephone?}}\nTéléphone de la structure : {{structure.telephone?}}",
      },
      {
        nature: "paragraphe",
        texte:
          "Votre orientation, votre contrat et la durée de votre accompagnement ne changent pas. Votre nouveau référent connaît votre parcours et prendra contact avec vous. Les rendez-vous déjà fixés sont maintenus, sauf si vous recevez un autre message.",
      },
      { nature: "paragraphe", texte: politesse },
    ],
    recours: [],
    signature,
    copies: [],
    texte: `${source} ; rédaction proposée`,
  };
}
