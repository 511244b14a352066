import type { ClasseOrganisme, Dominante } from "#commun/referentiel";
import type { ModeleReseau, ModeleStructure } from "./reseaux.ts";

interface TypePropose {
  readonly code: string;
  readonly dominante: Dominante;
  readonly classes: readonly ClasseOrganisme[];
}

interface TerritoirePeuple {
  readonly id: number;
  readonly nom: string;
  readonly population: number;
}

export interface Service {
  readonly type: string;
  readonly territoireId: number;
}

export interface StructurePlanifiee {
  readonly modele: ModeleStructure;
  readonly services: readonly Service[];
  /** Places per type. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Who takes what, where and with how many places: every type on every territory but the hole, and places
 * for the persons awaited. A structure whose class takes nothing here does not open. Types come from the référentiel, whatever it calls them.
 */
export function planifierReseau(
  { structures, trou, parts }: ModeleReseau,
  types: readonly TypePropose[],
  territoires: readonly TerritoirePeuple[],
  personnes: number,
): readonly StructurePlanifiee[] {
  const vide = types.find(({ dominante }) => dominante === trou.dominante)?.code;
  const estTrou = (type: string, territoire: TerritoirePeuple) =>
    type === vide && territoire.nom === trou.territoire;
  const services = structures.map((modele) =>
    servis(modele, types, territoires).filter(({ type, territoire }) => !estTrou(type, territoire)),
  );
  for (const type of types) {
    for (const territoire of territoires) {
      const servi = services.some((ceux) =>
        ceux.some((un) => un.type === type.code && un.territoire.id === territoire.id),
      );
      if (servi || estTrou(type.code, territoire)) continue;
      services[laPlusProche(structures, type, territoire)]?.push({ type: type.code, territoire });
    }
  }
  const attendues = attendre(types, territoires, parts, personnes);
  return structures
    .map((modele, rang) => ({
      modele,
      services: (services[rang] ?? []).map(({ type, territoire }) => ({
        type,
        territoireId: territoire.id,
      })),
      places: placesDe(services, rang, attendues, modele.aisance),
    }))
    .filter((planifiee) => planifiee.services.length > 0);
}

interface Servi {
  readonly type: string;
  readonly territoire: TerritoirePeuple;
}

function servis(
  { classe, dominantes, territoires: noms }: ModeleStructure,
  types: readonly TypePropose[],
  territoires: readonly TerritoirePeuple[],
): Servi[] {
  return types
    .filter((type) => type.classes.includes(classe) && dominantes.includes(type.dominante))
    .flatMap(({ code }) =>
      territoires
        .filter(({ nom }) => noms === "tous" || noms.includes(nom))
        .map((territoire) => ({ type: code, territoire })),
    );
}

/** Of a class that may take the type, on the territory when there is one. */
function laPlusProche(
  structures: readonly ModeleStructure[],
  { classes }: TypePropose,
  { nom }: TerritoirePeuple,
): number {
  const peut = ({ classe }: ModeleStructure) => classes.includes(classe);
  const surPlace = structures.findIndex(
    (une) => peut(une) && (une.territoires === "tous" || une.territoires.includes(nom)),
  );
  return surPlace >= 0 ? surPlace : structures.findIndex(peut);
}

type Attendues = (type: string, territoire: TerritoirePeuple) => number;

function attendre(
  types: readonly TypePropose[],
  territoires: readonly TerritoirePeuple[],
  parts: ModeleReseau["parts"],
  personnes: number,
): Attendues {
  const habitants = territoires.reduce((somme, { population }) => somme + population, 0);
  return (code, { population }) => {
    const dominante = types.find((type) => type.code === code)?.dominante ?? "sociale";
    const freres = types.filter((type) => type.dominante === dominante).length;
    return (personnes * parts[dominante] * population) / Math.max(habitants, 1) / freres;
  };
}

function placesDe(
  services: readonly (readonly Servi[])[],
  rang: number,
  attendues: Attendues,
  aisance: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { type, territoire } of services[rang] ?? []) {
    const concurrents = services.filter((ceux) =>
      ceux.some((un) => un.type === type && un.territoire.id === territoire.id),
    ).length;
    places.set(type, (places.get(type) ?? 0) + attendues(type, territoire) / concurrents);
  }
  for (const [type, nombre] of places) places.set(type, Math.max(5, Math.ceil(nombre * aisance)));
  return places;
}
