import { normaliser } from "./cles.ts";

/** What identity is decided on, for a member already known and for one the file declares. */
export interface Signalement {
  readonly role: string | null;
  /** Hex of the keyed hash of the 13-character NIR. */
  readonly nir: string | null;
  readonly cleIdentite: string | null;
  readonly dateNaissance: string | null;
  readonly nom: string;
  readonly prenom: string;
}

/**
 * Pairs the persons a file declares with those a dossier already holds; -1 for a newcomer.
 *
 * Identity is NUMDEMRSA + ROLEPERS (analyse-flux-insertion since June 2021), as long as one person
 * holds the role. Real files put two persons on one role: then the NIR decides, then name, first name
 * and birth date. The same role held by somebody else (a new conjoint) is a newcomer, not a correction:
 * two NIRs that differ, or a birth date and a name that both differ, say so.
 */
export function rapprocherMembres(
  connus: readonly Signalement[],
  declares: readonly Signalement[],
): readonly number[] {
  const libres = new Set(connus.keys());
  const places = declares.map(() => -1);
  for (const accord of [tousDeuxPareils, memeNir, memeIdentite, memeRole(connus, declares)]) {
    for (const [rang, declare] of declares.entries()) {
      if (places[rang] !== -1) continue;
      const place = connus.findIndex((connu, libre) => libres.has(libre) && accord(connu, declare));
      places[rang] = place;
      libres.delete(place);
    }
  }
  return places;
}

/** Before the NIR alone: twins may be declared under the NIR of one parent, in any order. */
function tousDeuxPareils(a: Signalement, b: Signalement): boolean {
  return a.nir !== null && a.nir === b.nir && memeIdentite(a, b);
}

/** A child may be declared under the NIR of a parent: first name and birth date both say otherwise. */
function memeNir(a: Signalement, b: Signalement): boolean {
  return a.nir !== null && a.nir === b.nir && !contredite(a, b);
}

function memeIdentite(a: Signalement, b: Signalement): boolean {
  return a.cleIdentite !== null && a.cleIdentite === b.cleIdentite && !nirDifferents(a, b);
}

function memeRole(connus: readonly Signalement[], declares: readonly Signalement[]) {
  const seul = (liste: readonly Signalement[], role: string) =>
    liste.filter((membre) => membre.role === role).length === 1;
  return (a: Signalement, b: Signalement): boolean =>
    (a.role === "DEM" || a.role === "CJT") &&
    a.role === b.role &&
    seul(connus, a.role) &&
    seul(declares, a.role) &&
    !nirDifferents(a, b) &&
    !(naissancesDifferentes(a, b) && nomsDifferents(a, b));
}

function nirDifferents(a: Signalement, b: Signalement): boolean {
  return a.nir !== null && b.nir !== null && a.nir !== b.nir;
}

function naissancesDifferentes(
  a: Omit<Signalement, "role">,
  b: Omit<Signalement, "role">,
): boolean {
  return (
    a.dateNaissance !== null && b.dateNaissance !== null && a.dateNaissance !== b.dateNaissance
  );
}

function nomsDifferents(a: Signalement, b: Signalement): boolean {
  return !memePrenom(a, b) || normaliser(a.nom) !== normaliser(b.nom);
}

type Prenommee = Pick<Signalement, "prenom">;

export function memePrenom(a: Prenommee, b: Prenommee): boolean {
  return normaliser(a.prenom) === normaliser(b.prenom);
}

/** Two civil status that cannot be one person, whatever the NIR: birth date and first name both differ. */
export function contredite(a: Omit<Signalement, "role">, b: Omit<Signalement, "role">): boolean {
  return naissancesDifferentes(a, b) && !memePrenom(a, b);
}
