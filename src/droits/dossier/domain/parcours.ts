import { estOuvert } from "./beneficiaire.ts";
import type { FichePersonne, MembreFoyer, PeriodeDroit } from "./fiche.ts";

interface Bornee {
  readonly dossierId: number;
  readonly depuis: string;
  readonly jusqua: string | null;
}

/**
 * Facts of the dossiers of one person, bounded by her time in each of them. Where two dossiers
 * overlap, the one her present is read from speaks; the other is heard before it only.
 */
export function pendantSaPresence<Fait extends Bornee>(
  faits: readonly Fait[],
  fiche: Pick<FichePersonne, "personne" | "dossiers" | "membres">,
): readonly Fait[] {
  const retenus: Fait[] = [];
  for (const { id } of fiche.dossiers) {
    const presence = presenceDans(id, fiche);
    if (!presence) continue;
    for (const fait of faits.filter(({ dossierId }) => dossierId === id)) {
      const borne = restreindre(fait, presence);
      if (borne && !retenus.some((autre) => seChevauchent(autre, borne))) retenus.push(borne);
    }
  }
  return retenus.toSorted((a, b) => a.depuis.localeCompare(b.depuis));
}

function presenceDans(
  dossierId: number,
  { personne, membres }: Pick<FichePersonne, "personne" | "membres">,
): { readonly depuis: string; readonly jusqua: string | null } | null {
  const places = membres.filter(
    (place) => place.dossierId === dossierId && place.personneId === personne.id,
  );
  const debuts = places.map(({ depuis }) => depuis).toSorted();
  const [debut] = debuts;
  if (debut === undefined) return null;
  const fins = places.map(({ jusqua }) => jusqua);
  return { depuis: debut, jusqua: fins.includes(null) ? null : (fins.toSorted().at(-1) ?? null) };
}

/** A claimant was there before the file that named her: only the end of a presence bounds the facts of her dossier. */
function restreindre<Fait extends Bornee>(
  fait: Fait,
  { jusqua }: { readonly jusqua: string | null },
): Fait | null {
  if (jusqua === null || (fait.jusqua !== null && fait.jusqua <= jusqua)) return fait;
  return fait.depuis < jusqua ? { ...fait, jusqua } : null;
}

function seChevauchent(a: Bornee, b: Bornee): boolean {
  return (a.jusqua === null || b.depuis < a.jusqua) && (b.jusqua === null || a.depuis < b.jusqua);
}

/** First day of the right open without interruption up to now, suspended or not; null when it is not open. */
export function ouvertDepuis(droits: readonly PeriodeDroit[]): string | null {
  let depuis: string | null = null;
  for (const droit of droits.toReversed()) {
    if (!estOuvert(droit.etat) || (depuis !== null && droit.jusqua !== depuis)) break;
    depuis = droit.depuis;
  }
  return depuis;
}

/** The households a person lives in, then those she lived in, the latest first. */
export function foyersDe(fiche: Pick<FichePersonne, "dossiers" | "membres">): readonly {
  readonly dossierId: number;
  readonly presents: readonly MembreFoyer[];
  readonly partis: readonly MembreFoyer[];
}[] {
  return fiche.dossiers.map(({ id }) => {
    const membres = fiche.membres.filter(({ dossierId }) => dossierId === id);
    const presents = membres.filter(({ jusqua }) => jusqua === null);
    const la = new Set(presents.map(({ personneId }) => personneId));
    return {
      dossierId: id,
      presents,
      partis: membres.filter(({ personneId }) => !la.has(personneId)),
    };
  });
}
