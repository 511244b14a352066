export type { ListeCodes } from "#referentiels/national/codes/liste.ts";
export {
  codeConnu,
  codesCaf,
  libelle,
  listeDeBalise,
  suspensionsMaintenant,
  vieEnCouple,
} from "#referentiels/national/codes-caf.ts";
export { valeurAu } from "./domain/parametre-date.ts";
export {
  type Referentiel,
  type RegleBeneficiaire,
  type RegleCompletude,
  reglesApplicables,
  type TerritoireDefini,
} from "./domain/referentiel.ts";
export {
  chargerReferentiel,
  listerReferentiels,
} from "./usecases/charger-referentiel.ts";
