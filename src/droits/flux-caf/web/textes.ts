import { formatCount, formatDate, formatMonth, formatNumber } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { EtatAffiche } from "../domain/avancement.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";

interface Flux {
  readonly nature: "beneficiaires" | "instructions";
  readonly periodicite: string;
  readonly reference: string;
}

/** « Fichier mensuel d’octobre 2026 », « Fichier quotidien du 14/10/2026 », « Instructions du 03/11/2026 ». */
export function nommerFlux({ nature, periodicite, reference }: Flux): string {
  if (nature === "instructions") return `Instructions du ${formatDate(reference)}`;
  if (periodicite === "M") return `Fichier mensuel ${deMois(reference)}`;
  if (periodicite === "R") return `Fichier de reprise du ${formatDate(reference)}`;
  return `Fichier quotidien du ${formatDate(reference)}`;
}

/** « d’octobre 2026 », « de novembre 2026 ». */
export function deMois(jour: string): string {
  const mois = formatMonth(jour);
  return /^[ao]/u.test(mois) ? `d’${mois}` : `de ${mois}`;
}

export const etats: Readonly<Record<EtatAffiche, { readonly mot: string; readonly ton: State }>> = {
  attente: { mot: "En attente", ton: "waiting" },
  "en-cours": { mot: "En cours", ton: "waiting" },
  interrompue: { mot: "Interrompue", ton: "late" },
  terminee: { mot: "Terminée", ton: "ok" },
  abandonnee: { mot: "Abandonnée", ton: "closed" },
};

/** The title of a run says what it is and how it went. */
export function titrer(integration: IntegrationDite): string {
  return `${nommerFlux(integration)} : ${dire(integration)}`;
}

function dire({ dite, lus, enregistrements, aCorriger, rejetes }: IntegrationDite): string {
  const lusEnMots = formatCount(lus, "dossier lu", "dossiers lus");
  if (dite === "attente")
    return `en attente, ${formatCount(enregistrements, "dossier", "dossiers")} à lire`;
  if (dite === "en-cours")
    return `intégration en cours, ${formatNumber(lus)} dossiers sur ${formatNumber(enregistrements)}`;
  if (dite === "interrompue")
    return `lecture interrompue après ${lusEnMots} sur ${formatNumber(enregistrements)}`;
  if (dite === "abandonnee")
    return `lecture abandonnée après ${lusEnMots} sur ${formatNumber(enregistrements)}`;
  if (rejetes === 0) return `${lusEnMots}, aucun rejet`;
  const corriges = rejetes - aCorriger;
  const rejets = formatCount(rejetes, "rejeté", "rejetés");
  return corriges === 0
    ? `${lusEnMots}, ${rejets}`
    : `${lusEnMots}, ${rejets} dont ${formatCount(corriges, "rejoué", "rejoués")}`;
}

/** « 40 secondes », « 3 minutes ». */
export function dureeEnMots(secondes: number): string {
  if (secondes < 1) return "moins d’une seconde";
  if (secondes < 90) return formatCount(Math.round(secondes), "seconde", "secondes");
  return formatCount(Math.round(secondes / 60), "minute", "minutes");
}

/** Reject causes, shorter than the sentence of each reject. */
const causes: Readonly<Record<string, string>> = {
  "enregistrement.illisible": "Enregistrement qui n’est pas du XML bien formé",
  "enregistrement.encodage": "Octets étrangers à l’encodage annoncé",
  "enregistrement.intrus": "Passage entre deux dossiers, qui n’appartient à aucun",
  "enregistrement.sans-fin": "Dossier dont la balise de fin manque",
  "enregistrement.trop-long": "Dossier de plus de 2 Mo",
  "enregistrement.incomplet": "Dossier auquel manque une information indispensable",
  "enregistrement.autre-departement": "Dossier d’un autre département",
  "enregistrement.personne-repetee": "La même personne deux fois dans un dossier",
  "enregistrement.repete": "Dossier répété dans le fichier",
  "enregistrement.valeur-illisible": "Valeur illisible",
  "enregistrement.refuse-par-la-base": "Valeur que la base ne peut pas enregistrer",
};

export function nommerCause(code: string, motif: string): string {
  return causes[code] ?? motif;
}

/** What to do when the footer of a file counts otherwise: it may hold too few records, or too many. */
export function direEcart(annonces: number, lus: number): string {
  const quoi =
    lus < annonces
      ? "il peut manquer des dossiers à ce fichier"
      : "ce fichier contient plus de dossiers qu’il n’en annonce";
  return `Chaque dossier lu est intégré, ou gardé parmi les rejets. Signalez l’écart à l’organisme payeur : ${quoi}.`;
}
