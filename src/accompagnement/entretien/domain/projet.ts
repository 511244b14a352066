import { DomainError } from "#platform/errors/domain-error.ts";
import type { EtatProjet, RefusProjet } from "./synthese.ts";

/** The project as said on the day of one act, whole. */
export interface ContenuProjet {
  readonly intitule: string;
  readonly metiers: readonly { readonly code: string; readonly libelle: string }[];
  readonly rayonKm: number | null;
  readonly transports: readonly string[];
  readonly heures: number | null;
  readonly refus: RefusProjet;
  readonly commentaire: string;
}

export const libellesEtatProjet: Readonly<Record<EtatProjet, string>> = {
  emergence: "En émergence",
  validation: "Validé",
  reevaluation: "À réévaluer",
  abandon: "Abandonné",
};

/** What may be said after what was last said. */
const passages: Readonly<Record<EtatProjet | "aucun", readonly EtatProjet[]>> = {
  aucun: ["emergence", "validation"],
  emergence: ["emergence", "validation", "abandon"],
  validation: ["reevaluation", "validation", "abandon"],
  reevaluation: ["validation", "reevaluation", "abandon"],
  abandon: ["emergence", "validation"],
};

export function suitesProjet(etat: EtatProjet | null): readonly EtatProjet[] {
  return passages[etat ?? "aucun"];
}

/** @throws DomainError `projet.passage` */
export function exigerPassage(de: EtatProjet | null, vers: EtatProjet): void {
  if (suitesProjet(de).includes(vers)) return;
  throw new DomainError(
    "projet.passage",
    de === null
      ? "Il n’y a pas encore de projet : dites d’abord ce qui émerge."
      : `Un projet « ${libellesEtatProjet[de].toLocaleLowerCase("fr")} » ne passe pas directement à « ${libellesEtatProjet[vers].toLocaleLowerCase("fr")} ».`,
    { de, vers },
  );
}

/** A validated project names what is aimed at. @throws DomainError `projet.sans-metier` */
export function exigerMetier(etat: EtatProjet, { metiers, intitule }: ContenuProjet): void {
  if (etat !== "validation" || metiers.length > 0 || intitule !== "") return;
  throw new DomainError(
    "projet.sans-metier",
    "Un projet validé dit ce qu’il vise : choisissez un métier, ou donnez-lui un intitulé.",
  );
}

export const transports = {
  pied: "À pied",
  velo: "Vélo ou trottinette",
  commun: "Transports en commun",
  covoiturage: "Covoiturage",
  "deux-roues": "Deux-roues à moteur",
  "voiture-sans-permis": "Voiture sans permis",
  voiture: "Voiture",
} as const;
export type Transport = keyof typeof transports;
