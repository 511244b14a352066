import type { IssueRendezVous, Modalite, SuiteRendezVous } from "#commun/referentiel";
import type { RaisonSansCreneau } from "./affectation.ts";

export const libellesModalite: Readonly<Record<Modalite, string>> = {
  individuel: "Sur place",
  collectif: "Collectif",
  telephone: "Téléphone",
  visio: "Visioconférence",
};

export type StatutVenue = "prevu" | IssueRendezVous;

export const libellesStatut: Readonly<Record<StatutVenue, string>> = {
  prevu: "Prévu",
  honore: "Honoré",
  "absent-excuse": "Absence excusée",
  "absent-non-excuse": "Absence non excusée",
  annule: "Annulé",
};

/** What is read of a meeting: over and without its outcome, it no longer is to come. */
export type EtatVenue = StatutVenue | "a-renseigner" | "sans-inscrit";

export const libellesEtat: Readonly<Record<EtatVenue, string>> = {
  ...libellesStatut,
  "a-renseigner": "À renseigner",
  "sans-inscrit": "Aucun inscrit",
};

/** Said from the hours and never stored: the outcome of a meeting is due as soon as it is over. */
export function etatDeVenue(
  statut: StatutVenue,
  { fin }: { readonly fin: Date },
  maintenant: Date,
): EtatVenue {
  return statut === "prevu" && fin <= maintenant ? "a-renseigner" : statut;
}

export const libellesSuite: Readonly<Record<SuiteRendezVous, string>> = {
  relancer: "Appeler la personne",
  reconvoquer: "Proposer un nouveau rendez-vous",
  "proposer-manquement": "Un manquement peut être signalé",
};

export const libellesSansCreneau: Readonly<Record<RaisonSansCreneau, string>> = {
  "deja-prevu": "A déjà un rendez-vous de ce motif",
  "autre-structure": "Suivie par une autre structure",
  "sans-referent": "N’a pas de référent",
  "referent-sans-creneau": "Son référent n’a plus de créneau libre sur ces jours",
  "plus-de-creneau": "Plus aucun créneau libre sur ces jours",
};

export const joursEnMots = [
  "lundi",
  "mardi",
  "mercredi",
  "jeudi",
  "vendredi",
  "samedi",
  "dimanche",
] as const;
