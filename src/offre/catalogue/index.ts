export { migrationsCatalogue } from "./db/migrations.ts";
export { conditionAction } from "./db/portee.ts";
export { actionsChangees } from "./usecases/faits.ts";
