export type { RegleSituation } from "./domain/regle-situation.ts";
export { entretenirApresImport } from "./db/entretien.ts";
export { migrationsDossier } from "./db/migrations.ts";
export {
  aucunDossier,
  type CleDossier,
  type DossierConnu,
  lireDossiersOuverts,
  lireDossiersParDemande,
} from "./db/dossiers.ts";
export {
  type Avertissement,
  type CodeAvertissement,
  libellesAvertissement,
  type Nomenclature,
  type ResoudreCommune,
} from "./domain/constater-foyer.ts";
export type {
  ActiviteDeclaree,
  AdresseDeclaree,
  ContactDeclare,
  DroitDeclare,
  EnTeteFlux,
  FoyerDeclare,
  PersonneDeclaree,
  RessourcesTrimestre,
} from "./domain/foyer-declare.ts";
export { cleNir, examinerNir } from "./domain/nir.ts";
export type { FoyerAInscrire, LotDeFoyers } from "./domain/lot-de-foyers.ts";
export { type FoyerInscrit, inscrireFoyers } from "./usecases/inscrire-foyers.ts";
