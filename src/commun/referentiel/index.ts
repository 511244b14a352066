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
export { metiersFrequents } from "#referentiels/national/metiers.ts";
export { type RegimeOrientation, regimesOrientation } from "#referentiels/national/regimes.ts";
export { servicePublicEmploi } from "#referentiels/national/service-public-emploi.ts";
export { naturesProposees } from "#referentiels/national/themes.ts";
export { vocabulaireInsertion } from "#referentiels/national/vocabulaire-insertion.ts";
export {
  type IssueRendezVous,
  type Modalite,
  type MotifRendezVous,
  modalites,
  type RegleAgenda,
  type SuiteRendezVous,
} from "./domain/agenda.ts";
export {
  type HeuresContrat,
  type NatureContrat,
  type QualiteSignataire,
  qualitesSignataire,
  type RegleContrats,
} from "./domain/contrat.ts";
export {
  type BlocCourrier,
  type ModeleCourrier,
  type UsageCourrier,
  usagesCourrier,
} from "./domain/courrier.ts";
export type { Calendrier, Delai, PorteurEcheance, RegleEcheance } from "./domain/echeance.ts";
export type { Choix, RegleEntretien, ThemeSituation } from "./domain/entretien.ts";
export {
  type CanalMessage,
  type ModeleMessage,
  type RegleMessages,
  type UsageMessage,
  usagesMessage,
} from "./domain/message.ts";
export {
  type AxeOffre,
  type CategorieJuridique,
  type ClasseSortie,
  categoriesJuridiques,
  classesSortie,
  type DoublePresence,
  type FicheAction,
  type LigneSortie,
  type NatureSortie,
  naturesSortie,
  type ProgrammeOffre,
  type RegleComptage,
  type RegleRestitution,
  type ResultatAttendu,
} from "./domain/offre.ts";
export {
  libellesCategorie,
  libellesClasseSortie,
  libellesNatureSortie,
} from "./domain/offre-libelles.ts";
export {
  type CelluleMatrice,
  type CircuitOrientation,
  type ClasseOrganisme,
  type ConditionMatrice,
  classesOrganisme,
  type Dominante,
  dominantes,
  type EtapeOrientation,
  type Matrice,
  type QuestionDiagnostic,
  type RegleMatrice,
  type RegleOrientation,
  type TypeOrientation,
} from "./domain/orientation.ts";
export { type Certitude, valeurAu, versionAu } from "./domain/parametre-date.ts";
export type {
  ChargeReferent,
  DureeAccompagnement,
  FrequenceRencontres,
  RegleAccompagnement,
  RegleParcours,
} from "./domain/parcours.ts";
export {
  type Referentiel,
  type RegleBeneficiaire,
  type RegleCompletude,
  reglesApplicables,
  type TerritoireDefini,
} from "./domain/referentiel.ts";
export { themeSituation as schemaTheme } from "./schemas-entretien.ts";
export { matrice as schemaMatrice } from "./schemas-orientation.ts";
export {
  chargerReferentiel,
  listerReferentiels,
} from "./usecases/charger-referentiel.ts";
