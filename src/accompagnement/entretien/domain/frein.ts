import { DomainError } from "#platform/errors/domain-error.ts";
import type { PoidsFrein } from "./synthese.ts";

/** Days during which a frein weighs: from `du`, until the day before `au`. */
export interface PeriodeFrein {
  readonly du: string;
  readonly au: string | null;
  readonly poids: PoidsFrein;
  readonly fin: "leve" | "repese" | null;
}

export type EtatFrein = "a-venir" | "ouvert" | "leve";

/** Where a frein is on a day, from its dates alone. Periods follow each other, oldest first. */
export function etatAu(periodes: readonly PeriodeFrein[], jour: string): EtatFrein {
  const derniere = periodes.findLast(({ du }) => du <= jour);
  if (!derniere) return "a-venir";
  return derniere.au !== null && derniere.au <= jour ? "leve" : "ouvert";
}

/** The weight it has on a day; null when it does not weigh. */
export function poidsAu(periodes: readonly PeriodeFrein[], jour: string): PoidsFrein | null {
  const derniere = periodes.findLast(({ du }) => du <= jour);
  if (!derniere || (derniere.au !== null && derniere.au <= jour)) return null;
  return derniere.poids;
}

/** The day it was last opened: a new weight does not open it again. */
export function ouvertLe(periodes: readonly PeriodeFrein[]): string {
  let jour = periodes[0]?.du ?? "";
  for (const [rang, { du }] of periodes.entries()) {
    if (rang > 0 && periodes[rang - 1]?.fin === "leve") jour = du;
  }
  return jour;
}

/** @throws DomainError `frein.deja-leve` */
export function exigerOuvert<Periode extends PeriodeFrein>(periodes: readonly Periode[]): Periode {
  const derniere = periodes.at(-1);
  if (derniere && derniere.au === null) return derniere;
  throw new DomainError(
    "frein.deja-leve",
    "Ce frein est déjà levé. S’il pèse de nouveau, rouvrez-le d’abord.",
  );
}

/** @throws DomainError `frein.date` when the day is not between the last opening and today */
export function exigerJour(
  jour: string,
  { depuis, aujourdhui }: { readonly depuis: string; readonly aujourdhui: string },
  message: string,
): void {
  if (jour < depuis || jour > aujourdhui) throw new DomainError("frein.date", message);
}
