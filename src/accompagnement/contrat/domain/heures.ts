import type { HeuresContrat } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { HeuresConvenues } from "./contenu.ts";

/** Hours of a week. */
const SEMAINE = 168;

/**
 * Fifteen hours at least; fewer with a ground, never zero; none at all for the grounds of the law only
 * (Code du travail, L5411-6, II, 3°).
 * @throws DomainError `contrat.heures`
 */
export function verifierHeures(heures: HeuresConvenues, regle: HeuresContrat): void {
  const { regime, hebdomadaires: nombre, motif } = heures;
  if (regime === "dispense") {
    if (nombre !== null) throw refus("Sans durée d’activité, n’indiquez pas d’heures.");
    exiger(regle.motifsDispense, motif, "La dispense d’heures demande un motif prévu par la loi.");
    return;
  }
  if (nombre === null || !(nombre > 0)) {
    throw refus(
      "La durée d’activité n’est jamais nulle : indiquez des heures, ou une dispense et son motif.",
    );
  }
  if (nombre > SEMAINE) throw refus("Une semaine n’a pas autant d’heures.");
  if (regime === "reduite") {
    if (nombre >= regle.minimum) {
      throw refus(`À partir de ${regle.minimum} heures, la durée n’est pas réduite.`);
    }
    exiger(regle.motifsReduction, motif, "Une durée réduite demande un motif.");
    return;
  }
  if (nombre < regle.minimum) {
    throw refus(
      `La durée est d’au moins ${regle.minimum} heures par semaine : choisissez « durée réduite » et son motif s’il en faut moins.`,
    );
  }
}

function exiger(motifs: HeuresContrat["motifsDispense"], motif: string | null, message: string) {
  if (motif !== null && motifs.some(({ code }) => code === motif)) return;
  throw refus(message, "motif");
}

function refus(message: string, champ = "hebdomadaires"): DomainError {
  return new DomainError("contrat.heures", message, { champ });
}
