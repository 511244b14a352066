export { compterSituations } from "./db/compter-situations.ts";
export { type ContratConnu, noterContrats } from "./db/contrats.ts";
export { definirPersonnes } from "./db/definir-personnes.ts";
export { lireDiagnosticsDeclares } from "./db/diagnostics-declares.ts";
export {
  type DossierConnu,
  lireDossiersOuverts,
  lireDossiersParDemande,
} from "./db/dossiers.ts";
export { type DroitDuJour, lireDroitsAu } from "./db/droits-au.ts";
export { entretenirApresImport, entretenirListes } from "./db/entretien.ts";
export { lireFichesReunies } from "./db/fiches-reunies.ts";
export { lireUnNirScelle } from "./db/identites.ts";
export { requetesDossier } from "./db/liste-personnes.ts";
export { migrationsDossier } from "./db/migrations.ts";
export { nommerPersonnes, type PersonneBreve, personnesSuivies } from "./db/nommer-personnes.ts";
export { conditionPortee } from "./db/portee.ts";
export {
  type ConfieeBreve,
  lireConfieesBreves,
  lirePersonnesConfiees,
  type PersonneConfiee,
} from "./db/portefeuilles.ts";
export {
  lirePresents,
  lirePresentsAOrienter,
  type PersonneAOrienter,
  type PersonnePresente,
} from "./db/presents.ts";
export { type PersonneRetrouvee, retrouverPersonnes } from "./db/retrouver-personnes.ts";
export type {
  Compte,
  Effectifs,
  LigneChangement,
  LigneMouvement,
  PersonneNommee,
} from "./db/suites-de-flux.ts";
export { lireDernierRecit } from "./db/suites-de-flux.ts";
export { sousContrat } from "./db/suivi-des-personnes.ts";
export { compterSansOrientation, compterSuivies, noterSuivis, type Suivi } from "./db/suivis.ts";
export { libellesChamp } from "./domain/comparer.ts";
export {
  type Avertissement,
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
export { etatCourt, manquantsCourts } from "./domain/libelles.ts";
export type { FoyerAInscrire } from "./domain/lot-de-foyers.ts";
export { libellesMouvement, type NatureMouvement } from "./domain/mouvement.ts";
export { examinerNir } from "./domain/nir.ts";
export type { PersonneArrivee } from "./domain/situation.ts";
export { allegerTables } from "./usecases/alleger-tables.ts";
export { analyserTables } from "./usecases/analyser-tables.ts";
export { compterDoublons } from "./usecases/compter-doublons.ts";
export { compterEffectifs } from "./usecases/compter-effectifs.ts";
export { compterSuitesDeFlux } from "./usecases/compter-suites-de-flux.ts";
export { exigerPersonne } from "./usecases/consulter-personne.ts";
export { fusionAnnulee, personnesConstatees, personnesFusionnees } from "./usecases/faits.ts";
export { inscrireFoyers } from "./usecases/inscrire-foyers.ts";
export type { FoyerInscrit } from "./usecases/inscrire-le-foyer.ts";
export { lireChampsPersonnes } from "./usecases/lire-champs-personnes.ts";
export { lireJoignables } from "./usecases/lire-joignables.ts";
export { listerChangementsDeFlux } from "./usecases/lister-changements-de-flux.ts";
export { listerDossiersDeFlux } from "./usecases/lister-dossiers-de-flux.ts";
export { listerMouvementsDeFlux } from "./usecases/lister-mouvements-de-flux.ts";
export { lireCoordonnees, modifierContact } from "./usecases/modifier-contact.ts";
export { nommerDossiers } from "./usecases/nommer-dossiers.ts";
export { noterDiagnostic } from "./usecases/noter-diagnostic.ts";
export { rechercher } from "./usecases/rechercher.ts";
export { type LotRedige, Redacteur } from "./usecases/redacteur.ts";
export { retablirDansLaTransaction, retablirTables } from "./usecases/retablir-tables.ts";
export { changementsEnMots } from "./web/changements.ts";
export type { CadreDeSection } from "./web/ports.ts";
