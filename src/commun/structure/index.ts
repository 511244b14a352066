export {
  confieeALAgent,
  jointureReferent,
  jointureStructure,
  nomsDesReferents,
  nomsDesStructures,
} from "./db/jointures.ts";
export { migrationsStructure } from "./db/migrations.ts";
export { type LigneOffre, lireOffre, type ReferentOffert } from "./db/offre.ts";
export { libellesClasse } from "./domain/libelles.ts";
export { accueillirReferent } from "./usecases/accueillir-referent.ts";
export { creerStructure } from "./usecases/creer-structure.ts";
export { declarerAbsence } from "./usecases/declarer-absence.ts";
export { definirCapacite } from "./usecases/definir-capacite.ts";
export { definirSecteurs } from "./usecases/definir-secteurs.ts";
export { referentParti, structureFermee } from "./usecases/faits.ts";
export { fermerStructure } from "./usecases/fermer-structure.ts";
export { lireReferent } from "./usecases/lire-referent.ts";
export { lireStructure } from "./usecases/lire-structure.ts";
export { listerReferents } from "./usecases/lister-referents.ts";
export { listerStructures } from "./usecases/lister-structures.ts";
export { modifierReferent } from "./usecases/modifier-referent.ts";
export { modifierStructure } from "./usecases/modifier-structure.ts";
export { quitterReferent } from "./usecases/quitter-referent.ts";
export { typesDecidables } from "./usecases/regles.ts";
export { terminerAbsence } from "./usecases/terminer-absence.ts";
