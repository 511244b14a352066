import { apportAgenda, lotDeRendezVous } from "../accompagnement/agenda/http.ts";
import { apportContrat } from "../accompagnement/contrat/http.ts";
import { ongletDiagnostic } from "../accompagnement/diagnostic/http.ts";
import { apportEntretien } from "../accompagnement/entretien/http.ts";
import { apportOrientation } from "../accompagnement/orientation/http.ts";
import { apportParcours } from "../accompagnement/parcours/http.ts";
import { apportPrescription } from "../accompagnement/prescription/http.ts";
import { cadreDeSection, type PortsDossier } from "../droits/dossier/http.ts";
import { apportParticipation } from "../offre/participation/http.ts";
import { apportSeance, lotDeSeance } from "../offre/seance/http.ts";
import { apportCourriers, lotsDeCourriers } from "./courriers.ts";
import { apportEcheances } from "./echeances.ts";

/** What the modules show of a person on her pages, and do to the persons chosen in their list. */
export const portsDossier: PortsDossier = {
  personne: [
    apportOrientation,
    { onglets: [ongletDiagnostic] },
    apportAgenda,
    apportEntretien,
    apportContrat,
    apportParcours,
    apportPrescription,
    apportParticipation,
    apportSeance,
    apportEcheances,
    apportCourriers,
  ],
  lots: [lotDeRendezVous, lotDeSeance, ...lotsDeCourriers],
};

/** For the modules whose pages are tabs of a person. */
export const cadrePersonne = cadreDeSection(portsDossier.personne);
