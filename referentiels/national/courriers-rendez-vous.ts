import type { ModeleCourrier } from "../../src/commun/referentiel/domain/courrier.ts";
import { absenceSansMotif } from "./courriers.ts";

/** Says of a meeting what the agenda knows of it, whatever its reason: the first one has a letter of its own. */
export function convocationAUnRendezVous({
  expediteur,
  signature,
  politesse,
  source,
}: Pick<ModeleCourrier, "expediteur" | "signature"> & {
  readonly politesse: string;
  readonly source: string;
}): ModeleCourrier {
  return {
    code: "convocation-rendez-vous",
    titre: "Convocation à un rendez-vous",
    usage: "convocation-rendez-vous",
    expediteur,
    objet: "Convocation à un rendez-vous",
    blocs: [
      { nature: "paragraphe", texte: "{{personne.appel}}," },
      {
        nature: "paragraphe",
        texte: "Dans le cadre de votre accompagnement, un rendez-vous est prévu pour vous :",
      },
      {
        nature: "encadre",
        texte:
          "Quand : {{rendez-vous.date}} à {{rendez-vous.heure}}\nOù : {{rendez-vous.lieu}}\nAvec : {{rendez-vous.avec?}}\nObjet : {{rendez-vous.motif?}}\nPour nous joindre : {{structure.telephone?}}",
      },
      {
        nature: "si",
        champ: "rendez-vous.avant",
        texte: "Ce rendez-vous remplace celui du {{rendez-vous.avant}}.",
      },
      { nature: "si", champ: "rendez-vous.pieces", texte: "{{rendez-vous.pieces}}" },
      { nature: "paragraphe", texte: absenceSansMotif },
      { nature: "paragraphe", texte: politesse },
    ],
    recours: [],
    signature,
    copies: [],
    texte: `${source} ; rédaction proposée`,
  };
}
