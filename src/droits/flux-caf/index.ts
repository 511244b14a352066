export type { Porteur } from "./db/integrations.ts";
export { migrationsFluxCaf } from "./db/migrations.ts";
export type { FoyerLu, LotLu, RejetLu } from "./domain/lot-lu.ts";
export type { FluxPresente } from "./domain/recevoir-flux.ts";
export { abandonnerIntegration } from "./usecases/abandonner-integration.ts";
export { demarrerIntegration } from "./usecases/demarrer-integration.ts";
export { type Integration, integrerLot, rejeterApresEchec } from "./usecases/integrer-lot.ts";
export { rejouerRejet } from "./usecases/rejouer-rejet.ts";
export { terminerIntegration } from "./usecases/terminer-integration.ts";
