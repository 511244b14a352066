import { ajouterJours } from "#commun/echeance";
import type { Mois } from "#offre/comptage";
import { DomainError } from "#platform/errors/domain-error.ts";
import { moisFini } from "./calendrier.ts";

export const etatsRestitution = [
  "a-venir",
  "ouverte",
  "non-transmise",
  "a-corriger",
  "a-certifier",
  "certifiee",
  "transmise",
  "acceptee",
] as const;
export type EtatRestitution = (typeof etatsRestitution)[number];

/** What a return keeps: dates, from which its state is read on any day. */
export interface DatesRestitution {
  readonly mois: Mois;
  readonly dueLe: string;
  readonly saisieLe: string | null;
  readonly certifieeLe: string | null;
  readonly transmiseLe: string | null;
  readonly premiereTransmissionLe: string | null;
  readonly renvoyeeLe: string | null;
  readonly rouverteLe: string | null;
  readonly accepteeLe: string | null;
}

export function etatAu(
  restitution: DatesRestitution,
  le: string,
  nonTransmiseApres: number,
): EtatRestitution {
  const { mois, dueLe } = restitution;
  if (restitution.accepteeLe !== null) return "acceptee";
  if (restitution.transmiseLe !== null) return "transmise";
  if (!moisFini(mois, le)) return "a-venir";
  if (restitution.certifieeLe !== null) return "certifiee";
  if (restitution.saisieLe !== null) return "a-certifier";
  if (restitution.renvoyeeLe !== null || restitution.rouverteLe !== null) return "a-corriger";
  return le > ajouterJours(dueLe, nonTransmiseApres) ? "non-transmise" : "ouverte";
}

/** Days of lateness: of the first sending, or until today; 0 when in time. */
export function retardAu(
  { dueLe, premiereTransmissionLe }: Pick<DatesRestitution, "dueLe" | "premiereTransmissionLe">,
  le: string,
): number {
  const jour = premiereTransmissionLe ?? le;
  return jour <= dueLe ? 0 : (Date.parse(jour) - Date.parse(dueLe)) / 86_400_000;
}

export const actesRestitution = [
  "verifier",
  "certifier",
  "transmettre",
  "rectifier",
  "renvoyer",
  "accepter",
  "relancer",
] as const;
export type ActeRestitution = (typeof actesRestitution)[number];

/** States from which each act may be made. */
const passages: Readonly<Record<ActeRestitution, readonly EtatRestitution[]>> = {
  verifier: ["ouverte", "non-transmise", "a-corriger", "a-certifier", "certifiee"],
  certifier: ["a-certifier"],
  transmettre: ["certifiee"],
  rectifier: ["transmise", "acceptee"],
  renvoyer: ["transmise", "acceptee"],
  accepter: ["transmise"],
  relancer: ["ouverte", "non-transmise", "a-corriger", "a-certifier", "certifiee"],
};

export const permet = (acte: ActeRestitution, etat: EtatRestitution): boolean =>
  passages[acte].includes(etat);

const refus: Readonly<Record<ActeRestitution, string>> = {
  verifier:
    "Cette restitution est transmise : elle ne change plus. Écrivez une rectification, avec son motif.",
  certifier:
    "Cette restitution n’est pas à certifier : quelqu’un l’a déjà certifiée, ou elle reste à vérifier. Rechargez la page.",
  transmettre:
    "Cette restitution n’est pas prête à partir : elle reste à certifier, ou elle est déjà transmise. Rechargez la page.",
  rectifier: "Seule une restitution transmise se rectifie. Corrigez celle-ci directement.",
  renvoyer: "Cette restitution n’est pas entre vos mains : l’opérateur ne l’a pas transmise.",
  accepter:
    "Cette restitution ne s’accepte pas : elle n’est pas transmise, ou elle est déjà acceptée.",
  relancer:
    "Cette restitution est transmise, ou son mois n’est pas fini : il n’y a rien à relancer.",
};

/** @throws DomainError `restitution.mois-en-cours`, `restitution.etape` */
export function exigerPassage(acte: ActeRestitution, etat: EtatRestitution): void {
  if (permet(acte, etat)) return;
  if (etat === "a-venir") {
    throw new DomainError(
      "restitution.mois-en-cours",
      "Le mois n’est pas fini : sa restitution se fait à partir du premier jour du mois suivant.",
    );
  }
  throw new DomainError("restitution.etape", refus[acte], { etat });
}
