import type { RegleAccompagnement } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Arret, type PeriodeComptee, termeDe } from "./compteur.ts";
import { enChiffres } from "./jours.ts";

export interface SuspensionDemandee extends Arret {
  readonly motif: string;
}

/** @throws DomainError `suspension.motif`, `suspension.inversee`, `suspension.hors-periode`, `suspension.chevauchement` */
export function exigerSuspension(
  { suspensions, libelle }: Pick<RegleAccompagnement, "suspensions" | "libelle">,
  periode: PeriodeComptee,
  { motif, du, au }: SuspensionDemandee,
): void {
  if (!suspensions.some(({ code }) => code === motif)) {
    throw new DomainError(
      "suspension.motif",
      suspensions.length === 0
        ? `« ${libelle} » ne se suspend pas : le compteur continue.`
        : `Ce motif ne suspend pas « ${libelle} ». Motifs admis : ${suspensions.map((un) => un.libelle.toLowerCase()).join(", ")}.`,
    );
  }
  if (au !== null && au <= du) {
    throw new DomainError(
      "suspension.inversee",
      "La reprise vient avant la suspension. Écrivez un jour de reprise après le premier jour.",
    );
  }
  exigerDansLaPeriode(periode, du);
  exigerLibre(periode.arrets, { du, au });
}

function exigerDansLaPeriode(periode: PeriodeComptee, du: string): void {
  const { compteDu } = periode;
  if (compteDu === null) {
    throw new DomainError(
      "suspension.hors-periode",
      "Le compteur n’a pas commencé : il part de la signature du contrat. Il n’y a rien à suspendre.",
    );
  }
  const terme = termeDe(periode);
  if (du < compteDu || (terme !== null && du >= terme)) {
    const bornes = terme === null ? "" : ` et avant le ${enChiffres(terme)}`;
    throw new DomainError(
      "suspension.hors-periode",
      `La suspension doit commencer dans la période : à partir du ${enChiffres(compteDu)}${bornes}.`,
    );
  }
}

function exigerLibre(arrets: readonly Arret[], nouvel: Arret): void {
  const autre = arrets.find((arret) => seChevauchent(arret, nouvel));
  if (!autre) return;
  throw new DomainError(
    "suspension.chevauchement",
    `Le compteur est déjà suspendu ${autre.au === null ? `depuis le ${enChiffres(autre.du)}` : `du ${enChiffres(autre.du)} au ${enChiffres(autre.au)}`}. Choisissez d’autres jours, ou notez d’abord la reprise.`,
  );
}

export function seChevauchent(a: Arret, b: Arret): boolean {
  return (b.au === null || a.du < b.au) && (a.au === null || b.du < a.au);
}
