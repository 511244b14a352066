import { requetesContrat } from "#accompagnement/contrat";
import { requetesEntretien } from "#accompagnement/entretien";
import { requetesOrientation } from "#accompagnement/orientation";
import { lireFichesReunies, requetesDossier } from "#droits/dossier";
import type { Route } from "#platform/http/route.ts";
import { routesAgenda } from "../accompagnement/agenda/http.ts";
import { routesContrat } from "../accompagnement/contrat/http.ts";
import { routesDiagnostic } from "../accompagnement/diagnostic/http.ts";
import { routesEntretien } from "../accompagnement/entretien/http.ts";
import { routesOrientation } from "../accompagnement/orientation/http.ts";
import { routesParcours } from "../accompagnement/parcours/http.ts";
import { routesPrescription } from "../accompagnement/prescription/http.ts";
import { routesAgent } from "../commun/agent/http.ts";
import { routesCourrier } from "../commun/courrier/http.ts";
import { routesEcheance } from "../commun/echeance/http.ts";
import { routesJournal } from "../commun/journal/http.ts";
import { routesMessage } from "../commun/message/http.ts";
import { routesReferentiel } from "../commun/referentiel/http.ts";
import { routesStructure } from "../commun/structure/http.ts";
import { cellulesPersonnes, nomComplet, routesDossier } from "../droits/dossier/http.ts";
import { type PortsFlux, routesFluxCaf } from "../droits/flux-caf/http.ts";
import { routesTerritoire } from "../droits/territoire/http.ts";
import { routesApi } from "../echanges/api/http.ts";
import { routesTableur } from "../echanges/tableur/http.ts";
import { routesOperateur } from "../financement/operateur/http.ts";
import { routesRestitution } from "../financement/restitution-mensuelle/http.ts";
import { routesCatalogue } from "../offre/catalogue/http.ts";
import { carteParcours, routesComptage } from "../offre/comptage/http.ts";
import { routesParticipation } from "../offre/participation/http.ts";
import { routesRessources } from "../offre/ressource/http.ts";
import { routesSeance } from "../offre/seance/http.ts";
import { routesRequete } from "../pilotage/requete/http.ts";
import { portsComptage } from "./comptage.ts";
import { readConfig } from "./config.ts";
import { portsAgenda, portsCourrier, portsMessage } from "./courriers.ts";
import { portsEcheance } from "./echeances.ts";
import { cadreAction, portsCatalogue } from "./offre.ts";
import { routesProduit } from "./pages.tsx";
import { cadrePersonne, portsDossier } from "./personne.ts";
import { lieux, portsStructure } from "./reseau.ts";
import { ouvrirJobs, portsFlux } from "./travaux.ts";

/** Every page and every act of the product, each module giving its own. */
export function routesAvec(flux: PortsFlux): readonly Route[] {
  return [
    ...routesProduit,
    ...routesAgent(lieux),
    ...routesReferentiel,
    ...routesTerritoire,
    ...routesStructure(portsStructure),
    ...routesOrientation(cadrePersonne),
    ...routesDossier(portsDossier),
    ...routesDiagnostic(cadrePersonne),
    ...routesAgenda(portsAgenda(cadrePersonne)),
    ...routesEntretien(cadrePersonne, { cellules: cellulesPersonnes, nommer: nomComplet }),
    ...routesContrat(cadrePersonne, portsDossier.lots),
    ...routesParcours(cadrePersonne),
    ...routesComptage(portsComptage),
    ...routesCatalogue(portsCatalogue),
    ...routesPrescription(cadrePersonne, cadreAction, carteParcours),
    ...routesParticipation(cadreAction),
    ...routesRessources,
    ...routesSeance(cadrePersonne, cadreAction),
    ...routesEcheance(portsEcheance),
    ...routesCourrier(portsCourrier(cadrePersonne)),
    ...routesMessage(portsMessage),
    ...routesFluxCaf(flux),
    ...routesTableur,
    ...routesApi,
    ...routesOperateur,
    ...routesRestitution(cadreAction),
    ...routesJournal(lireFichesReunies),
    ...routesRequete([
      ...requetesDossier,
      ...requetesOrientation,
      ...requetesContrat,
      ...requetesEntretien,
    ]),
  ];
}

export const routes = routesAvec(
  portsFlux({ dataFolder: () => readConfig().dataFolder, jobs: () => ouvrirJobs() }),
);
