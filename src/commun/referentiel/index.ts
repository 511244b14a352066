export type { ListeCodes } from "#referentiels/national/codes/liste.ts";
export {
  codeConnu,
  codesCaf,
  groupesNaturePrestation,
  libelle,
  listeDeBalise,
  suspensionsMaintenant,
  vieEnCouple,
} from "#referentiels/national/codes-caf.ts";
export {
  majorationsFoyer,
  montantForfaitaire,
  seuilVersement,
} from "#referentiels/national/montants.ts";
export {
  type Certitude,
  type ParametreDate,
  parametreDate,
  type ValeurDatee,
  valeurAu,
  versionAu,
} from "./domain/parametre-date.ts";
export {
  type CodeCompletude,
  type Couleurs,
  type Referentiel,
  type RegleBeneficiaire,
  type RegleCompletude,
  reglesApplicables,
  type Situation,
  type TerritoireDefini,
  type Vocabulaire,
} from "./domain/referentiel.ts";
export {
  chargerReferentiel,
  listerReferentiels,
  validerReferentiel,
} from "./usecases/charger-referentiel.ts";
