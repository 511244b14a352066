import { instantDe } from "./heures.ts";
import { joursEntre, rangDansLaSemaine } from "./jours.ts";

/** Minutes of a day, end excluded. */
export interface Heures {
  readonly de: number;
  readonly a: number;
}

/** Days, end excluded; null when none is said. */
export interface Periode {
  readonly du: string;
  readonly jusque: string | null;
}

export interface Permanence {
  readonly id: number;
  readonly lieuId: number;
  readonly salleId: number | null;
  readonly referentId: number | null;
  readonly jour: number;
  readonly heures: Heures;
  readonly duree: number;
  readonly motifs: readonly string[];
  readonly periode: Periode;
  /** Days on which it is not held. */
  readonly exceptions: readonly string[];
}

/** A time already taken, of a référent, of a room, or of both. */
export interface TempsPris {
  readonly debut: Date;
  readonly fin: Date;
  readonly referentId: number | null;
  readonly salleId: number | null;
}

export interface Creneau {
  readonly permanenceId: number;
  readonly referentId: number | null;
  readonly salleId: number | null;
  readonly lieuId: number;
  readonly jour: string;
  readonly heures: Heures;
  readonly debut: Date;
  readonly fin: Date;
  readonly motifs: readonly string[];
}

export interface Cadre {
  readonly debut: string;
  /** First day after. */
  readonly fin: string;
  readonly permanences: readonly Permanence[];
  /** Hours of each place on a day of the week; a place with none said follows the département. */
  readonly ouverture: (lieuId: number, jour: string) => readonly Heures[];
  readonly ferie: (jour: string) => string | null;
  /** Whether a référent is there that day. */
  readonly present: (referentId: number, jour: string) => boolean;
  readonly pris: readonly TempsPris[];
  /** What is before it is over. */
  readonly maintenant: Date;
}

/** Free slots, in the order of time: never stored, since absences and holidays change them. */
export function calculerCreneaux(cadre: Cadre): readonly Creneau[] {
  const occupe = indexer(cadre.pris);
  return joursEntre(cadre.debut, cadre.fin)
    .filter((jour) => cadre.ferie(jour) === null)
    .flatMap((jour) =>
      cadre.permanences
        .filter((permanence) => seTient(cadre, permanence, jour))
        .flatMap((permanence) => creneauxDe(cadre, permanence, jour)),
    )
    .filter((creneau) => creneau.debut >= cadre.maintenant && !occupe(creneau))
    .toSorted((a, b) => a.debut.getTime() - b.debut.getTime() || a.permanenceId - b.permanenceId);
}

function creneauxDe(
  { ouverture }: Cadre,
  permanence: Permanence,
  jour: string,
): readonly Creneau[] {
  return ouverture(permanence.lieuId, jour)
    .flatMap((ouvertes) => decouper(permanence.heures, ouvertes, permanence.duree))
    .map((heures) => situer(permanence, jour, heures));
}

export function contient({ du, jusque }: Periode, jour: string): boolean {
  return du <= jour && (jusque === null || jour < jusque);
}

function seTient({ present }: Cadre, permanence: Permanence, jour: string): boolean {
  return (
    permanence.jour === rangDansLaSemaine(jour) &&
    contient(permanence.periode, jour) &&
    !permanence.exceptions.includes(jour) &&
    (permanence.referentId === null || present(permanence.referentId, jour))
  );
}

/** Slots follow each other from the start of the permanence; one that the opening cuts is not offered. */
function decouper(permanence: Heures, ouvertes: Heures, duree: number): readonly Heures[] {
  const nombre = Math.max(0, Math.floor((permanence.a - permanence.de) / duree));
  return Array.from({ length: nombre }, (_, rang) => {
    const de = permanence.de + rang * duree;
    return { de, a: de + duree };
  }).filter(({ de, a }) => ouvertes.de <= de && a <= ouvertes.a);
}

function situer(permanence: Permanence, jour: string, heures: Heures): Creneau {
  const { id, referentId, salleId, lieuId, motifs } = permanence;
  const debut = instantDe(jour, heures.de);
  const fin = new Date(debut.getTime() + (heures.a - heures.de) * 60_000);
  return { permanenceId: id, referentId, salleId, lieuId, jour, heures, debut, fin, motifs };
}

/** Says whether a slot meets a time taken by its référent or in its room. */
function indexer(pris: readonly TempsPris[]): (creneau: Creneau) => boolean {
  const parCle = new Map<string, TempsPris[]>();
  const ranger = (cle: string, temps: TempsPris) => {
    const connus = parCle.get(cle);
    if (connus) connus.push(temps);
    else parCle.set(cle, [temps]);
  };
  for (const temps of pris) {
    if (temps.referentId !== null) ranger(`r${temps.referentId}`, temps);
    if (temps.salleId !== null) ranger(`s${temps.salleId}`, temps);
  }
  const rencontre = (cle: string, { debut, fin }: Creneau) =>
    (parCle.get(cle) ?? []).some((temps) => temps.debut < fin && debut < temps.fin);
  return (creneau) =>
    (creneau.referentId !== null && rencontre(`r${creneau.referentId}`, creneau)) ||
    (creneau.salleId !== null && rencontre(`s${creneau.salleId}`, creneau));
}
