import type { RegleBeneficiaire } from "#commun/referentiel";
import type { DroitDeclare } from "./foyer-declare.ts";

/** The right of a dossier as it stands over a period. */
export interface ValeurDroit {
  readonly etat: string;
  readonly motifsVersement: readonly string[];
  readonly motifsDroit: readonly string[];
  readonly motifCloture: string | null;
  readonly motifRefus: string | null;
}

export function valeurDuDroit(droit: DroitDeclare): ValeurDroit {
  return {
    etat: droit.etat,
    motifsVersement: droit.suspensionsVersement.map(({ motif }) => motif).toSorted(),
    motifsDroit: droit.suspensionsDroit.map(({ motif }) => motif).toSorted(),
    motifCloture: droit.cloture?.motif ?? null,
    motifRefus: droit.refus?.motif ?? null,
  };
}

export function memeDroit(a: ValeurDroit, b: ValeurDroit): boolean {
  return (
    a.etat === b.etat &&
    a.motifCloture === b.motifCloture &&
    a.motifRefus === b.motifRefus &&
    a.motifsVersement.join() === b.motifsVersement.join() &&
    a.motifsDroit.join() === b.motifsDroit.join()
  );
}

/**
 * Who has to be accompanied. The values come from the référentiel; analyse-flux-insertion
 * (`reference/rdv-insertion-carnet-de-bord.md` §3.2) gives the usual ones: état 2 or 3, or 4 with a
 * motive kept, and TOPPERSDRODEVORSA = 1.
 */
export function estBeneficiaire(
  regle: RegleBeneficiaire,
  droit: ValeurDroit | null,
  soumis: boolean | null,
): boolean {
  if (droit === null || (regle.soumisDroitsDevoirs && soumis !== true)) return false;
  if (regle.etats.includes(droit.etat)) return true;
  return (
    droit.etat === "4" && droit.motifsVersement.some((motif) => regle.motifsEtat4.includes(motif))
  );
}

/** An open right: payable or suspended. */
export function estOuvert(etat: string | null): boolean {
  return etat === "2" || etat === "3" || etat === "4";
}

/**
 * The day the organism gives to the état it announces, or null when it gives none:
 * the earliest of several suspensions, the day of closure, of refusal.
 */
export function jourDeLEtat(droit: DroitDeclare): string | null {
  const suspensions = [...droit.suspensionsDroit, ...droit.suspensionsVersement]
    .map(({ depuis }) => depuis)
    .filter((depuis) => depuis !== null)
    .toSorted();
  switch (droit.etat) {
    case "1":
      return droit.refus?.le ?? null;
    case "3":
    case "4":
      return suspensions[0] ?? null;
    case "5":
    case "6":
      return droit.cloture?.le ?? null;
    default:
      return null;
  }
}
