import type { Dominante } from "#commun/referentiel";

interface TypeConnu {
  readonly code: string;
  readonly libelle: string;
  readonly dominante: Dominante;
}

interface StructureOuverte {
  readonly id: number;
  readonly nom: string;
  readonly commune: string | null;
  readonly types: readonly { readonly type: string; readonly places: number | null }[];
  readonly territoires: readonly (number | null)[];
}

interface ChargeConnue {
  readonly structureId: number;
  readonly type: string;
  readonly suivies: number;
  readonly franceTravail: number;
  readonly visibles: number;
  readonly attendues: number;
}

/** Followed and places of one type in one structure, or of several together. */
export interface Occupation {
  readonly suivies: number;
  /** Among them, those France Travail oriented: it takes no place of ours. */
  readonly franceTravail: number;
  readonly visibles: number;
  readonly attendues: number;
  /** `null`: no limit is said for at least one of them. */
  readonly places: number | null;
  /** Places nobody holds: what one structure follows beyond its own leaves those of the others free. */
  readonly libres: number | null;
}

export interface CaseDuTableau extends Occupation {
  readonly type: string;
  readonly libelle: string;
}

export interface LigneDuTableau {
  readonly id: number;
  readonly nom: string;
  readonly commune: string | null;
  readonly territoires: readonly (number | null)[];
  readonly cases: Readonly<Record<Dominante, readonly CaseDuTableau[]>>;
  readonly total: Occupation;
  /** Followed at the start of each of the last months, then today. */
  readonly tendance: readonly number[];
}

export interface TableauDesPlaces {
  readonly lignes: readonly LigneDuTableau[];
  readonly total: Occupation;
  readonly tendance: readonly number[];
}

const VIDE: Occupation = {
  suivies: 0,
  franceTravail: 0,
  visibles: 0,
  attendues: 0,
  places: 0,
  libres: 0,
};

/** Structures × types: what is taken, what is left, what is on the way. */
export function composerTableau(
  structures: readonly StructureOuverte[],
  types: readonly TypeConnu[],
  charges: readonly ChargeConnue[],
  historique: ReadonlyMap<number, readonly number[]>,
): TableauDesPlaces {
  const parStructure = Map.groupBy(charges, ({ structureId }) => structureId);
  const lignes = structures.map((structure): LigneDuTableau => {
    const siennes = parStructure.get(structure.id) ?? [];
    const cases = casesDe(structure, types, siennes);
    return {
      id: structure.id,
      nom: structure.nom,
      commune: structure.commune,
      territoires: structure.territoires,
      cases: {
        emploi: cases.filter(({ dominante }) => dominante === "emploi"),
        "socio-professionnelle": cases.filter(
          ({ dominante }) => dominante === "socio-professionnelle",
        ),
        sociale: cases.filter(({ dominante }) => dominante === "sociale"),
      },
      total: additionner(cases),
      tendance: historique.get(structure.id) ?? [],
    };
  });
  return {
    lignes,
    total: additionner(lignes.map(({ total }) => total)),
    tendance: sommeParMois(lignes.map(({ tendance }) => tendance)),
  };
}

/** What it takes today, then what it still follows of a type it takes no more. */
function casesDe(
  { types: servis }: StructureOuverte,
  types: readonly TypeConnu[],
  charges: readonly ChargeConnue[],
): readonly (CaseDuTableau & { readonly dominante: Dominante })[] {
  return types.flatMap(({ code, libelle, dominante }) => {
    const servi = servis.find(({ type }) => type === code);
    const charge = charges.find(({ type }) => type === code);
    if (!servi && (charge?.suivies ?? 0) === 0) return [];
    const { suivies, franceTravail, visibles, attendues } = charge ?? VIDE;
    const places = servi ? servi.places : 0;
    const libres = places === null ? null : Math.max(0, places - suivies);
    const occupation = { suivies, franceTravail, visibles, attendues, places, libres };
    return [{ type: code, libelle, dominante, ...occupation }];
  });
}

export function additionner(occupations: readonly Occupation[]): Occupation {
  return occupations.reduce<Occupation>(
    (somme, une) => ({
      suivies: somme.suivies + une.suivies,
      franceTravail: somme.franceTravail + une.franceTravail,
      visibles: somme.visibles + une.visibles,
      attendues: somme.attendues + une.attendues,
      places: ajouter(somme.places, une.places),
      libres: ajouter(somme.libres, une.libres),
    }),
    VIDE,
  );
}

function ajouter(somme: number | null, une: number | null): number | null {
  return somme === null || une === null ? null : somme + une;
}

function sommeParMois(series: readonly (readonly number[])[]): readonly number[] {
  const mois = Math.max(0, ...series.map(({ length }) => length));
  return Array.from({ length: mois }, (_, rang) =>
    series.reduce((somme, serie) => somme + (serie[rang] ?? 0), 0),
  );
}

interface ParTerritoire {
  readonly territoireId: number;
  /** Of the structures that serve it, those of the whole département left out. */
  readonly occupation: Occupation;
  readonly structures: number;
}

/** A structure of several territories counts in each: its places are open to all of them. */
export function placesParTerritoire(
  lignes: readonly LigneDuTableau[],
  territoires: readonly number[],
): readonly ParTerritoire[] {
  return territoires.map((territoireId) => {
    const siennes = lignes.filter((ligne) => ligne.territoires.includes(territoireId));
    return {
      territoireId,
      occupation: additionner(siennes.map(({ total }) => total)),
      structures: siennes.length,
    };
  });
}
