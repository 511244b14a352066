import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";

type Entete = Pick<ModeleCourrier, "expediteur" | "signature" | "recours"> & {
  readonly politesse: string;
  readonly source: string;
};

const appel = { nature: "paragraphe", texte: "{{personne.appel}}," } as const;

const referent = {
  nature: "encadre",
  texte:
    "{{structure.nom}}\n{{structure.adresse?}}\nTéléphone : {{structure.telephone?}}\nVotre référent : {{referent.nom?}}\nTéléphone du référent : {{referent.telephone?}}",
} as const;

const dates = {
  nature: "si",
  champ: "contrat.fin",
  texte: "Il engage les deux parties du {{contrat.debut}} au {{contrat.fin}}.",
} as const;

/** CASF L262-37, I, 1°: said before, and never automatic. */
const sansContrat =
  "Refuser de préparer ou de signer ce contrat sans motif légitime peut conduire le Président du Conseil départemental à engager une procédure de suspension de votre RSA, au cours de laquelle vous pourrez présenter vos observations (article L. 262-37 du code de l’action sociale et des familles).";

const pasLeRsa =
  "Cette décision ne suspend pas votre RSA. Une suspension ou une réduction demanderait une autre décision, que l’on vous annoncerait et sur laquelle vous pourriez d’abord présenter vos observations.";

/**
 * The letters of a contract, from the invitation to sign it to its end. The two that decide against the person say how
 * to contest it; what they decide is told with its reasons (CRPA, L211-2 and L211-5).
 */
export function courriersDuContrat(entete: Entete): readonly ModeleCourrier[] {
  return [aSigner(entete), signe(entete), fini(entete), resilie(entete), refuse(entete)];
}

type Lettre = Pick<ModeleCourrier, "code" | "usage" | "titre" | "objet" | "blocs"> & {
  readonly decide?: boolean;
};

function lettre(
  { expediteur, signature, recours, politesse, source }: Entete,
  { blocs, decide = false, ...ecrite }: Lettre,
): ModeleCourrier {
  return {
    ...ecrite,
    expediteur,
    blocs: [appel, ...blocs, { nature: "paragraphe", texte: politesse }],
    recours: decide ? recours : [],
    signature,
    copies: [],
    texte: `${source} ; lettre du contrat, rédaction proposée`,
  };
}

const aSigner = (entete: Entete) =>
  lettre(entete, {
    code: "contrat-a-signer",
    usage: "contrat-a-signer",
    titre: "Contrat à signer",
    objet: "Signature de votre contrat",
    blocs: [
      {
        nature: "paragraphe",
        texte:
          "Vous avez préparé un contrat avec votre référent ({{contrat.proposition}}). Il dit ce que vous voulez atteindre, ce que vous ferez pour y arriver et ce que nous ferons pour vous accompagner. Il est prêt à être signé.",
      },
      {
        nature: "paragraphe",
        texte:
          "Il commencerait le {{contrat.proposition-debut}}, pour une durée de {{contrat.proposition-duree}}.",
      },
      { nature: "titre", texte: "Où le signer" },
      referent,
      {
        nature: "paragraphe",
        texte:
          "Appelez pour convenir du jour. Lisez le contrat avec votre référent avant de le signer : vous pouvez poser toutes vos questions et demander à le changer. Un exemplaire signé vous sera remis.",
      },
      { nature: "paragraphe", texte: sansContrat },
    ],
  });

const signe = (entete: Entete) =>
  lettre(entete, {
    code: "contrat-signe",
    usage: "contrat-signe",
    titre: "Envoi du contrat signé",
    objet: "Votre exemplaire du contrat signé",
    blocs: [
      {
        nature: "paragraphe",
        texte:
          "Vous trouverez avec cette lettre votre exemplaire du contrat signé le {{contrat.signe-le}} ({{contrat.nature}}).",
      },
      dates,
      {
        nature: "si",
        champ: "contrat.bilan-le",
        texte:
          "Le prochain bilan avec votre référent est prévu pour le {{contrat.bilan-le}}. Vous pouvez demander à revoir le contrat plus tôt si votre situation change.",
      },
      { nature: "titre", texte: "Qui vous accompagne" },
      referent,
      { nature: "paragraphe", texte: "Gardez ce contrat avec vos papiers importants." },
    ],
  });

const fini = (entete: Entete) =>
  lettre(entete, {
    code: "contrat-fini",
    usage: "contrat-fini",
    titre: "Fin du contrat",
    objet: "Fin de votre contrat",
    blocs: [
      {
        nature: "paragraphe",
        texte:
          "Le contrat que vous avez signé le {{contrat.signe-le}} ({{contrat.nature}}) a pris fin le {{contrat.fini-le}}. Motif : {{contrat.motif-fin}}.",
      },
      {
        nature: "paragraphe",
        texte:
          "La fin du contrat ne met pas fin, à elle seule, à votre RSA. Si vous avez encore besoin d’être accompagné{{personne.accord-e}}, vous pouvez préparer un nouveau contrat avec votre référent :",
      },
      referent,
    ],
  });

const resilie = (entete: Entete) =>
  lettre(entete, {
    code: "contrat-resilie",
    usage: "contrat-resilie",
    titre: "Résiliation du contrat",
    objet: "Résiliation de votre contrat",
    decide: true,
    blocs: [
      {
        nature: "paragraphe",
        texte:
          "J’ai décidé de mettre fin, à compter du {{contrat.fini-le}}, au contrat que vous avez signé le {{contrat.signe-le}} ({{contrat.nature}}).",
      },
      { nature: "paragraphe", texte: "Motif de cette décision : {{contrat.motif-fin}}." },
      {
        nature: "si",
        champ: "contrat.precision-fin",
        texte: "{{contrat.precision-fin}}",
      },
      { nature: "paragraphe", texte: pasLeRsa },
      {
        nature: "paragraphe",
        texte: "Pour en parler ou pour préparer un nouveau contrat, adressez-vous à :",
      },
      referent,
    ],
  });

const refuse = (entete: Entete) =>
  lettre(entete, {
    code: "renouvellement-refuse",
    usage: "renouvellement-refuse",
    titre: "Refus de renouvellement du contrat",
    objet: "Refus de renouvellement de votre contrat",
    decide: true,
    blocs: [
      {
        nature: "paragraphe",
        texte:
          "Le renouvellement du contrat que vous avez signé le {{contrat.signe-le}} ({{contrat.nature}}) a été examiné. J’ai décidé de ne pas le renouveler.",
      },
      { nature: "paragraphe", texte: "Motif de cette décision : {{contrat.refus-motif}}" },
      {
        nature: "si",
        champ: "contrat.fin",
        texte: "Le dernier jour de ce contrat est le {{contrat.fin}}.",
      },
      { nature: "paragraphe", texte: pasLeRsa },
      {
        nature: "paragraphe",
        texte:
          "Votre référent cherche avec vous la suite qui convient : un autre contrat, une autre orientation ou un relais.",
      },
      referent,
    ],
  });
