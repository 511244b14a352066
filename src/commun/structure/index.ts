export {
  confieeALAgent,
  jointureReferent,
  jointureStructure,
  nomsDesReferents,
  nomsDesStructures,
} from "./db/jointures.ts";
export { migrationsStructure } from "./db/migrations.ts";
