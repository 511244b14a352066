import type { DureeAccompagnement, RegleAccompagnement } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";

/** What was granted until now. */
export interface Accorde {
  readonly mois: number | null;
  readonly renouvellements: number;
}

/** Months that one more renewal may add at most; 0 when the limit is reached, `null` when nothing bounds them. */
export function moisRenouvelables(duree: DureeAccompagnement, accorde: Accorde): number | null {
  if (accorde.mois === null) return 0;
  if (duree.renouvellements !== null && accorde.renouvellements >= duree.renouvellements) return 0;
  const reste = duree.plafondMois === null ? null : Math.max(0, duree.plafondMois - accorde.mois);
  if (duree.moisRenouveles === null) return reste;
  return reste === null ? duree.moisRenouveles : Math.min(reste, duree.moisRenouveles);
}

/**
 * Months that a renewal adds.
 * @throws DomainError `renouvellement.sans-duree`, `renouvellement.limite`, `saisie.invalide`
 */
export function renouveler(
  { duree, derogations }: Pick<RegleAccompagnement, "duree" | "derogations">,
  accorde: Accorde,
  demandes: number | null,
): number {
  if (accorde.mois === null) {
    throw new DomainError(
      "renouvellement.sans-duree",
      "Cet accompagnement n’a pas de durée limitée : il n’y a rien à renouveler.",
    );
  }
  const possibles = moisRenouvelables(duree, accorde);
  if (possibles === 0) throw limite(duree, derogations.length > 0);
  if (duree.moisRenouveles !== null) return possibles ?? duree.moisRenouveles;
  if (demandes === null || demandes < 1) {
    throw champ("mois", "Écrivez pour combien de mois l’accompagnement est renouvelé.");
  }
  if (possibles !== null && demandes > possibles) {
    throw champ(
      "mois",
      `Il reste ${possibles} mois avant le plafond : écrivez ${possibles} au plus${derogations.length > 0 ? ", ou demandez une dérogation ensuite" : ""}.`,
    );
  }
  return demandes;
}

export interface DerogationDemandee {
  readonly motif: string;
  readonly mois: number;
  readonly preuve: string | null;
  /** Age of the person on the day it is granted. */
  readonly age: number | null;
}

/** @throws DomainError `derogation.motif`, `derogation.inutile`, `derogation.age`, `derogation.preuve` */
export function exigerDerogation(
  { duree, derogations, libelle }: Pick<RegleAccompagnement, "duree" | "derogations" | "libelle">,
  accorde: Accorde,
  { motif, preuve, age }: DerogationDemandee,
): void {
  const admise = derogations.find(({ code }) => code === motif);
  if (!admise) {
    throw new DomainError(
      "derogation.motif",
      derogations.length === 0
        ? `« ${libelle} » n’admet pas de dérogation : préparez un relais ou une réorientation.`
        : `Ce motif n’ouvre pas de dérogation. Motifs admis : ${derogations.map((un) => un.libelle).join(" ; ")}.`,
    );
  }
  if (moisRenouvelables(duree, accorde) !== 0) {
    throw new DomainError(
      "derogation.inutile",
      "La limite n’est pas atteinte : renouvelez l’accompagnement, sans dérogation.",
    );
  }
  if (admise.ageMinimum !== null && (age === null || age < admise.ageMinimum)) {
    throw new DomainError(
      "derogation.age",
      `Cette dérogation demande ${admise.ageMinimum} ans : ${age === null ? "la date de naissance n’est pas connue" : `la personne a ${age} ans`}.`,
    );
  }
  if (admise.preuveExigee && preuve === null) {
    throw new DomainError(
      "derogation.preuve",
      "Dites quelle pièce justifie cette dérogation : décision, attestation, et sa date.",
    );
  }
}

/** Age in whole years on a day. */
export function ageAu(naissance: string | null, le: string): number | null {
  if (naissance === null) return null;
  const ans = Number(le.slice(0, 4)) - Number(naissance.slice(0, 4));
  return le.slice(5) < naissance.slice(5) ? ans - 1 : ans;
}

function limite({ plafondMois, renouvellements }: DureeAccompagnement, derogeable: boolean) {
  const borne =
    plafondMois === null
      ? `${renouvellements ?? 0} renouvellement${(renouvellements ?? 0) > 1 ? "s" : ""}`
      : `${plafondMois} mois en tout`;
  return new DomainError(
    "renouvellement.limite",
    `La limite est atteinte : ${borne}. ${derogeable ? "Seule une dérogation motivée peut la dépasser : demandez-la à votre responsable." : "Préparez un relais ou une réorientation."}`,
  );
}

function champ(nom: string, message: string): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [nom]: message },
  });
}
