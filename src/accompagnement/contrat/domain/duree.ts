import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { NatureContrat } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/** The last day it binds, as people say it. */
export const dernierJour = (fin: string): string => ajouterJours(fin, -1);

/** The first day on which it no longer binds, and its last day. Months go date to date. */
export function termeDe(
  debut: string,
  mois: number,
): { readonly fin: string; readonly dernier: string } {
  const fin = ajouterMois(debut, mois);
  return { fin, dernier: dernierJour(fin) };
}

/** Months bound between two days, what is begun counted whole: of a contract taken over, nothing else is known. */
export function moisEngages({
  debut,
  terme,
}: {
  readonly debut: string | null;
  readonly terme: string | null;
}): number {
  if (debut === null || terme === null) return 0;
  let mois = 0;
  while (ajouterMois(debut, mois) < terme) mois += 1;
  return mois;
}

/** A ground granted for one contract, by its code in the référentiel. */
interface Derogation {
  readonly code: string;
}

/** What came before a contract in its chain of renewals. */
export interface Anteriorite {
  /** Contracts before this one: none for a first contract. */
  readonly renouvellements: number;
  /** Months already bound. */
  readonly mois: number;
}

export const premierContrat: Anteriorite = { renouvellements: 0, mois: 0 };

/**
 * A duration within its bounds, renewals included. A derogation lifts the number of renewals and carries the total
 * as far as its ground allows.
 * @throws DomainError `contrat.duree`, `contrat.renouvellement-epuise`
 */
export function verifierDuree(
  mois: number,
  { duree, derogations }: Pick<NatureContrat, "duree" | "derogations">,
  anteriorite: Anteriorite = premierContrat,
  accordee: Derogation | null = null,
): void {
  if (!Number.isInteger(mois) || mois < duree.min) {
    throw new DomainError(
      "contrat.duree",
      `La durée est d’au moins ${duree.min} mois. Indiquez un nombre entier de mois.`,
    );
  }
  const derogation = derogations.find(({ code }) => code === accordee?.code) ?? null;
  if (duree.max !== null && mois > duree.max && derogation === null) {
    throw new DomainError(
      "contrat.duree",
      `La durée est d’au plus ${duree.max} mois. Réduisez-la, ou demandez une dérogation à votre responsable.`,
    );
  }
  const total = anteriorite.mois + mois;
  const plafond = derogation === null ? duree.totalMax : derogation.totalMax;
  if (plafond !== null && total > plafond) throw epuise(`${plafond} mois en tout`, total);
  if (derogation === null) verifierRenouvellements(duree.renouvellements, anteriorite, total);
}

function verifierRenouvellements(
  permis: number | null,
  { renouvellements }: Anteriorite,
  total: number,
): void {
  if (permis === null || renouvellements <= permis) return;
  throw epuise(
    permis === 0 ? "aucun renouvellement" : `${permis} renouvellement${permis === 1 ? "" : "s"}`,
    total,
  );
}

function epuise(limite: string, total: number): DomainError {
  return new DomainError(
    "contrat.renouvellement-epuise",
    `La limite est atteinte : ${limite}. Le contrat ne se renouvelle plus sans dérogation : demandez-la à votre responsable, qui en écrit le motif.`,
    { total },
  );
}

/** The day of the next review: never after the last day of the contract. */
export function prochainBilan(depuis: string, bilanMois: number, fin: string | null): string {
  const prevu = ajouterMois(depuis, bilanMois);
  return fin !== null && prevu >= fin ? dernierJour(fin) : prevu;
}
