/**
 * The rate of contractualisation: among the persons subject to the duties, oriented for longer than the legal delay,
 * those whom a contract binds today. Internal: followed by the département’s own services; external: by a partner.
 */
export interface Part {
  readonly sousContrat: number;
  readonly attendus: number;
}

export const aucunePart: Part = { sousContrat: 0, attendus: 0 };

export const ajouterPart = (a: Part, b: Part): Part => ({
  sousContrat: a.sousContrat + b.sousContrat,
  attendus: a.attendus + b.attendus,
});

/** Exact comparison, without a division; nobody expected is never under the threshold. */
export function sousLeSeuil({ sousContrat, attendus }: Part, seuil: number): boolean {
  return attendus > 0 && sousContrat * 100 < seuil * attendus;
}

/** A measure of one day, the latest first. */
export interface Releve extends Part {
  readonly le: string;
}

/** The first day of the unbroken run of measures under the threshold that leads to today; null when above. */
export function sousLeSeuilDepuis(
  actuelle: Part,
  seuil: number,
  releves: readonly Releve[],
  aujourdhui: string,
): string | null {
  if (!sousLeSeuil(actuelle, seuil)) return null;
  let depuis = aujourdhui;
  for (const releve of releves) {
    if (!sousLeSeuil(releve, seuil)) break;
    depuis = releve.le;
  }
  return depuis;
}

export const definitionDuTaux =
  "Part des personnes soumises aux droits et devoirs, orientées depuis plus longtemps que le délai légal, qu’un contrat engage aujourd’hui. Interne : suivies par un service du Département ; externe : par un partenaire.";
