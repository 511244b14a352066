export {
  lireEquipe,
  type MembreEquipe,
  referentsDuCompte,
  structuresDuPerimetre,
} from "./db/equipes.ts";
export {
  confieeALAgent,
  jointureReferent,
  jointureStructure,
  nomsDesReferents,
  nomsDesStructures,
} from "./db/jointures.ts";
export { migrationsStructure } from "./db/migrations.ts";
export { lireOffre } from "./db/offre.ts";
export { lireOrganismes, type OrganismeConnu } from "./db/organismes.ts";
export { libellesClasse } from "./domain/libelles.ts";
export { siretEnMots, siretValide } from "./domain/siret.ts";
export { accueillirReferent } from "./usecases/accueillir-referent.ts";
export { creerStructure } from "./usecases/creer-structure.ts";
export { declarerAbsence } from "./usecases/declarer-absence.ts";
export { definirCapacite } from "./usecases/definir-capacite.ts";
export { referentParti, structureFermee } from "./usecases/faits.ts";
export { listerReferents } from "./usecases/lister-referents.ts";
export { listerStructures } from "./usecases/lister-structures.ts";
export { quitterReferent } from "./usecases/quitter-referent.ts";
export { typesDecidables } from "./usecases/regles.ts";
export { depassementEnMots } from "./web/places-en-mots.ts";
