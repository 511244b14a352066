import type { EtatPrescription, GestePrescription } from "./etapes.ts";

export const libellesEtat: Readonly<Record<EtatPrescription, string>> = {
  prescrite: "Attend une réponse",
  "liste-attente": "En liste d’attente",
  acceptee: "Acceptée",
  absente: "Absence au premier accueil",
  recue: "Premier accueil fait",
  entree: "Dans l’action",
  sortie: "Sortie de l’action",
  refusee: "Refusée",
  expiree: "Expirée sans réponse",
  annulee: "Annulée",
};

/** What each event was, said of the past. */
export const libellesGeste: Readonly<Record<GestePrescription, string>> = {
  prescrire: "Action prescrite",
  relancer: "Opérateur relancé",
  accepter: "Acceptée par l’opérateur",
  "mettre-en-attente": "Mise en liste d’attente",
  refuser: "Refusée par l’opérateur",
  expirer: "Expirée sans réponse",
  annuler: "Annulée par le prescripteur",
  recevoir: "Premier accueil fait",
  "noter-absence": "Absence au premier accueil",
  entrer: "Entrée dans l’action",
  sortir: "Sortie de l’action",
  "revenir-sur-la-sortie": "Sortie annulée",
  "annuler-entree": "Entrée annulée",
};

/** Said of the référent wherever an answer is awaited or given. */
export const resteResponsable =
  "Le référent reste responsable de l’accompagnement, quelle que soit la réponse.";

/** Said to the operator wherever the coordinates of the person would stand. */
export const coordonneesTues =
  "D’une prescription close, l’opérateur garde le nom de la personne et sa réponse : ses coordonnées ne lui sont plus données.";
