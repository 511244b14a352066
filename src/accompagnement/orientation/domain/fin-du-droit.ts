/** States of a dossier whose right has ended: « droit clos » and « droit clos sur mois antérieur ». */
const clos: ReadonlySet<string | null> = new Set(["5", "6"]);

interface Droit {
  readonly present: boolean;
  readonly etat: string | null;
  readonly etatDepuis: string | null;
}

/**
 * The day an orientation ends because its right does; `null` while it goes on. A suspension does not end it:
 * the duties of the person, and the work of who follows her, remain.
 */
export function finDuDroit(droit: Droit | undefined, aujourdhui: string): string | null {
  if (!droit?.present) return aujourdhui;
  if (!clos.has(droit.etat)) return null;
  return droit.etatDepuis === null || droit.etatDepuis > aujourdhui ? aujourdhui : droit.etatDepuis;
}
