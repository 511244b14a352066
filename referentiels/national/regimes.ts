import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

/** Legal frame of an orientation, chosen by the date of the fact. */
export interface RegimeOrientation {
  readonly code: "rsa-2009" | "plein-emploi";
  readonly libelle: string;
  /** Weeks after which France Travail orients in the place of the département; `null` when it never does. */
  readonly franceTravailApresSemaines: number | null;
  /** The référent answers for a contract of this kind. */
  readonly contrat: string;
}

export const regimesOrientation: ParametreDate<RegimeOrientation> = [
  {
    depuis: "2009-06-01",
    valeur: {
      code: "rsa-2009",
      libelle: "RSA avant la loi « plein emploi »",
      franceTravailApresSemaines: null,
      contrat: "contrat d’engagement réciproque",
    },
    texte: "Loi n° 2008-1249 du 1er décembre 2008, CASF L262-29 ; décret n° 2012-294",
    certitude: "V",
  },
  {
    depuis: "2025-01-01",
    valeur: {
      code: "plein-emploi",
      libelle: "loi « plein emploi »",
      franceTravailApresSemaines: 6,
      contrat: "contrat d’engagement",
    },
    texte: "Loi n° 2023-1196 du 18 décembre 2023 ; CASF D262-65-2 (décret n° 2024-1244, art. 2)",
    certitude: "V",
  },
];
