import type { VNode } from "preact";
import { Etat } from "#platform/ui/components/tag.tsx";
import { daysBetween, formatDate, formatRelative } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";
import type { Compteur } from "../domain/compteur.ts";
import { FIN_PROCHE } from "../domain/portefeuille.ts";
import { conclusions } from "../schemas.ts";

export type Href = (path: string) => string;

const qualites: Readonly<Record<string, string>> = { MME: "Mme", MLE: "Mme", MR: "M." };

interface Nommee {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
}

export function nommer({ qualite, nom, prenom }: Nommee): string {
  const titre = qualite === null ? null : (qualites[qualite.trim().toUpperCase()] ?? null);
  return [titre, formatFamilyName(nom), formatGivenName(prenom)].filter(Boolean).join(" ");
}

const pluriel = (nombre: number) => (nombre > 1 ? "s" : "");

/** « 4 mois sur 6 » */
export function compteurEnMots({ etat, moisEcoules, moisAccordes }: Compteur): string {
  if (etat === "attend-le-contrat") return "Attend le contrat";
  const vecus = moisEcoules === 0 ? "moins d’un mois" : `${moisEcoules} mois`;
  if (moisAccordes === null) return `${vecus}, sans limite`;
  return `${vecus} sur ${moisAccordes}`;
}

export function tonDuCompteur({ etat, joursRestants }: Compteur): State {
  if (etat === "suspendu" || etat === "attend-le-contrat") return "waiting";
  if (etat === "depasse") return "late";
  if (etat === "sans-limite") return "neutral";
  return joursRestants !== null && joursRestants <= FIN_PROCHE ? "soon" : "ok";
}

/** « reste 56 jours » */
export function resteEnMots({ etat, joursRestants }: Compteur): string | null {
  if (joursRestants === null) return null;
  if (etat === "suspendu")
    return `suspendu, ${joursRestants} jour${pluriel(joursRestants)} à la reprise`;
  if (joursRestants > 0) return `reste ${joursRestants} jour${pluriel(joursRestants)}`;
  const passes = -joursRestants;
  return passes === 0 ? "terme aujourd’hui" : `terme passé de ${passes} jour${pluriel(passes)}`;
}

export function EtatCompteur({ compteur }: { readonly compteur: Compteur }): VNode {
  return <Etat tone={tonDuCompteur(compteur)}>{compteurEnMots(compteur)}</Etat>;
}

const fins: Readonly<Record<string, string>> = {
  ...conclusions,
  reorientation: "Réorientation",
  "droit-clos": "Droit clos",
  "orientation-finie": "Orientation terminée",
  "changement-de-cadre": "Autre accompagnement",
  fusion: "Fiches réunies",
};

export const finEnMots = (motif: string | null): string =>
  motif === null ? "" : (fins[motif] ?? motif);

export function Jour({ jour, le }: { readonly jour: string; readonly le: string }): VNode {
  const jours = daysBetween(le, jour);
  const tone: State = jours < 0 ? "late" : jours <= 7 ? "soon" : "ok";
  return <Etat tone={tone}>{formatRelative(jour, le)}</Etat>;
}

export function periodeEnMots(du: string, auExclu: string | null): string {
  if (auExclu === null) return `depuis le ${formatDate(du)}`;
  return `du ${formatDate(du)} au ${formatDate(veille(auExclu))}`;
}

export function veille(jour: string): string {
  return new Date(Date.parse(jour) - 86_400_000).toISOString().slice(0, 10);
}
