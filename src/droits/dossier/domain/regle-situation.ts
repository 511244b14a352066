import {
  type Referentiel,
  type RegleBeneficiaire,
  type RegleCompletude,
  valeurAu,
} from "#commun/referentiel";

export interface RegleSituation {
  readonly beneficiaire: RegleBeneficiaire;
  /** Rules of completeness in force on the day of the calculation. */
  readonly completude: readonly RegleCompletude[];
}

/** The values of the référentiel that the present of a person is read with, on one day. */
export function regleSituation(referentiel: Referentiel, jour: string): RegleSituation {
  return {
    beneficiaire: valeurAu(referentiel.beneficiaire, jour),
    completude: referentiel.completude.filter(
      (regle) => regle.depuis <= jour && (regle.jusqua === null || jour < regle.jusqua),
    ),
  };
}
