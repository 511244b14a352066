import { migrationsAgenda } from "#accompagnement/agenda";
import { migrationsContrat } from "#accompagnement/contrat";
import { migrationsDiagnostic } from "#accompagnement/diagnostic";
import { migrationsEntretien } from "#accompagnement/entretien";
import { migrationsMatrice, migrationsOrientation } from "#accompagnement/orientation";
import { migrationsParcours } from "#accompagnement/parcours";
import { migrationsPrescription } from "#accompagnement/prescription";
import { migrationsAgent } from "#commun/agent";
import { migrationsCourrier } from "#commun/courrier";
import { migrationsEcheance } from "#commun/echeance";
import { migrationsJournal } from "#commun/journal";
import { migrationsMessage } from "#commun/message";
import { migrationsStructure } from "#commun/structure";
import { migrationsDossier } from "#droits/dossier";
import { migrationsFluxCaf } from "#droits/flux-caf";
import { migrationsTerritoire } from "#droits/territoire";
import { migrationsApi } from "#echanges/api";
import { migrationsTableur } from "#echanges/tableur";
import { migrationsOperateur } from "#financement/operateur";
import { migrationsRestitution } from "#financement/restitution-mensuelle";
import { migrationsCatalogue } from "#offre/catalogue";
import { migrationsParticipation } from "#offre/participation";
import { migrationsRessource } from "#offre/ressource";
import { migrationsSeance } from "#offre/seance";
import { migrationsRequete } from "#pilotage/requete";
import type { Migration } from "#platform/db/migration.ts";
import { migrationsPlatform } from "#platform/db/migrations.ts";

/** Every step of the schema, each module giving its own. */
export const migrations: readonly Migration[] = [
  ...migrationsPlatform,
  ...migrationsAgent,
  ...migrationsJournal,
  ...migrationsDossier,
  ...migrationsStructure,
  ...migrationsCourrier,
  ...migrationsMessage,
  ...migrationsEcheance,
  ...migrationsTerritoire,
  ...migrationsFluxCaf,
  ...migrationsRequete,
  ...migrationsDiagnostic,
  ...migrationsOrientation,
  ...migrationsMatrice,
  ...migrationsEntretien,
  ...migrationsParcours,
  ...migrationsContrat,
  ...migrationsAgenda,
  ...migrationsCatalogue,
  ...migrationsParticipation,
  ...migrationsTableur,
  ...migrationsApi,
  ...migrationsPrescription,
  ...migrationsRestitution,
  ...migrationsOperateur,
  ...migrationsSeance,
  ...migrationsRessource,
];
