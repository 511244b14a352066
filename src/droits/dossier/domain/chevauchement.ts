interface Plage {
  readonly depuis: string;
  readonly jusqua: string | null;
}

/**
 * What the exclusion constraints of the base refuse, found before it is asked: a first import takes them off
 * its tables. The code is PostgreSQL's exclusion_violation: whoever writes treats both refusals alike.
 */
export class PeriodesIncompatibles extends Error {
  readonly code = "23P01";
}

/** @throws PeriodesIncompatibles when a period ends before it begins, or two of them share a day */
export function exigerSansChevauchement(periodes: readonly Plage[]): void {
  for (const [place, periode] of periodes.entries()) {
    if (periode.jusqua !== null && periode.jusqua < periode.depuis)
      throw new PeriodesIncompatibles(`period ends on ${periode.jusqua}, before ${periode.depuis}`);
    for (let autre = place + 1; autre < periodes.length; autre += 1) {
      const suivante = periodes[autre];
      if (suivante && seChevauchent(periode, suivante))
        throw new PeriodesIncompatibles(
          `periods since ${periode.depuis} and since ${suivante.depuis} share a day`,
        );
    }
  }
}

function seChevauchent(a: Plage, b: Plage): boolean {
  if (a.depuis === a.jusqua || b.depuis === b.jusqua) return false;
  return (b.jusqua === null || a.depuis < b.jusqua) && (a.jusqua === null || b.depuis < a.jusqua);
}
