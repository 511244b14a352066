import { ajouterJours } from "#commun/echeance";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatDate } from "#platform/ui/format.ts";

/** A refusal that stands under one field of the form, with its own code. */
export function refuser(code: string, champ: string, message: string): never {
  throw new DomainError(code, message, { champs: { [champ]: message } });
}

/** @throws DomainError `action.conflit` */
export function exigerVersion(
  action: { readonly nom: string; readonly version: number },
  version: number,
): void {
  if (action.version === version) return;
  throw new DomainError(
    "action.conflit",
    `Un autre agent a modifié « ${action.nom} » pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez où elle en est, puis recommencez.`,
  );
}

interface Jours {
  readonly du: string;
  readonly dernierJour: string | null;
}

/** @throws DomainError `action.periode` */
export function exigerOrdre({ du, dernierJour }: Jours): void {
  if (dernierJour === null || dernierJour >= du) return;
  refuser("action.periode", "dernierJour", "Le dernier jour doit suivre le premier.");
}

/** @throws DomainError `action.hors-periode`, `action.periode` */
export function exigerJours(
  action: { readonly du: string; readonly au: string | null },
  jours: Jours,
): void {
  const { du, au } = action;
  if (jours.du < du || (au !== null && jours.du >= au)) {
    const quand =
      au === null
        ? `à partir du ${formatDate(du)}`
        : `entre le ${formatDate(du)} et le ${formatDate(ajouterJours(au, -1))}`;
    refuser(
      "action.hors-periode",
      "du",
      `L’action ne court pas le ${formatDate(jours.du)} : choisissez un jour ${quand}.`,
    );
  }
  exigerOrdre(jours);
}

/** @throws DomainError `action.places` */
export function exigerPlaces({
  places,
  placesQuartiers,
}: {
  readonly places: number;
  readonly placesQuartiers: number | null;
}): void {
  if (placesQuartiers === null || placesQuartiers <= places) return;
  refuser(
    "action.places",
    "placesQuartiers",
    `Les places des quartiers prioritaires ne peuvent pas dépasser les ${places} places de l’action.`,
  );
}
