import type { Certitude } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type { RegleCompletude } from "../../src/commun/referentiel/domain/referentiel.ts";

interface Origine {
  readonly depuis: string;
  readonly texte: string;
}

const ouvert = ["2", "3", "4"] as const;
const adultes = ["DEM", "CJT"] as const;

const regle = (
  champs: Pick<RegleCompletude, "code" | "libelle" | "depuis" | "texte"> & Partial<RegleCompletude>,
): RegleCompletude => ({
  roles: adultes,
  etats: ouvert,
  population: "tous",
  jusqua: null,
  certitude: "a-confirmer" satisfies Certitude,
  ...champs,
});

/**
 * The list proposed to a département whose document asks for complete files without saying
 * what completes them. Each line is to be confirmed by it.
 */
export function completudeProposee({ depuis, texte }: Origine): readonly RegleCompletude[] {
  const proposee = (
    champs: Pick<RegleCompletude, "code" | "libelle"> & Partial<RegleCompletude>,
  ): RegleCompletude => regle({ depuis, texte, ...champs });
  return [
    proposee({ code: "nir", libelle: "numéro de sécurité sociale" }),
    proposee({ code: "nir-cle", libelle: "numéro de sécurité sociale dont la clé est juste" }),
    proposee({
      code: "date-naissance",
      libelle: "date de naissance",
      roles: ["DEM", "CJT", "ENF", "AUT"],
    }),
    proposee({ code: "role", libelle: "rôle dans le foyer", roles: ["DEM", "CJT", "ENF", "AUT"] }),
    proposee({ code: "adresse", libelle: "adresse", roles: ["DEM"] }),
    proposee({ code: "commune", libelle: "commune reconnue", roles: ["DEM"] }),
    proposee({ code: "situation-familiale", libelle: "situation familiale", roles: ["DEM"] }),
    proposee({
      code: "telephone",
      libelle: "numéro de téléphone",
      roles: ["DEM"],
      population: "soumis-droits-devoirs",
    }),
  ];
}

/** Code du travail, art. L5411-1, 2° and R5411-2, 2°: everyone claiming the RSA is registered. */
export const inscriptionGeneralisee: RegleCompletude = regle({
  code: "demandeur-emploi",
  libelle: "identifiant de demandeur d’emploi",
  population: "soumis-droits-devoirs",
  depuis: "2025-01-01",
  texte:
    "Code du travail, art. L5411-1, 2° et R5411-2, 2° (loi n° 2023-1196) : le demandeur du RSA et son conjoint sont inscrits comme demandeurs d’emploi",
  certitude: "V",
});

/** A rule a département's own document states. */
export const completudeEcrite = regle;
