import type { ClasseOrganisme } from "#commun/referentiel";

/** One service of a structure: a type of orientation in a territory, or in the whole département. */
export interface Service {
  readonly structureId: number;
  readonly nom: string;
  readonly classe: ClasseOrganisme;
  readonly typeOrientation: string;
  /** `null`: the whole département. */
  readonly territoireId: number | null;
  /** Places of the structure for this type, wherever; `null`: no limit is said. */
  readonly places: number | null;
  readonly referents: readonly ReferentOffert[];
}

export interface ReferentOffert {
  readonly id: number;
  readonly nom: string;
  readonly etp: number;
  readonly places: number | null;
  readonly absent: boolean;
}

/** How many persons each structure, for each type, and each référent follow today. */
export interface Charges {
  readonly structures: readonly {
    readonly structureId: number;
    readonly type: string;
    readonly suivies: number;
  }[];
  readonly referents: readonly { readonly referentId: number; readonly suivies: number }[];
}

export type Obstacle = "sans-commune" | "sans-structure" | "capacite";

export interface Attribution {
  readonly type: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly obstacle: Obstacle | null;
}

/** The places of a département as they are taken, one after another. */
export class Places {
  readonly #parType: ReadonlyMap<string, readonly Service[]>;
  /** By type, then by territory: asked several times for each person of a département. */
  readonly #parTerritoire = new Map<string, Map<number | null, readonly Service[]>>();
  /** By type, then by structure. */
  readonly #prises = new Map<string, Map<number, number>>();
  readonly #confiees = new Map<number, number>();

  constructor(services: readonly Service[], { structures, referents }: Charges) {
    this.#parType = Map.groupBy(services, ({ typeOrientation }) => typeOrientation);
    for (const { structureId, type, suivies } of structures)
      this.#noter(structureId, type, suivies);
    for (const { referentId, suivies } of referents) this.#confiees.set(referentId, suivies);
  }

  /** Services of a type that reach a territory; without territory, those of the whole département. */
  services(type: string, territoireId: number | null): readonly Service[] {
    const connus = this.#parTerritoire.get(type) ?? new Map<number | null, readonly Service[]>();
    const deja = connus.get(territoireId);
    if (deja !== undefined) return deja;
    const services = this.tousLesServices(type).filter(
      (service) => service.territoireId === null || service.territoireId === territoireId,
    );
    this.#parTerritoire.set(type, connus.set(territoireId, services));
    return services;
  }

  /** Every service of a type, wherever it is given. */
  tousLesServices(type: string): readonly Service[] {
    return this.#parType.get(type) ?? [];
  }

  suivies(structureId: number, type: string): number {
    return this.#prises.get(type)?.get(structureId) ?? 0;
  }

  confiees(referentId: number): number {
    return this.#confiees.get(referentId) ?? 0;
  }

  /** `null`: no limit. Never below zero. */
  reste({ structureId, typeOrientation, places }: Service): number | null {
    return places === null
      ? null
      : Math.max(0, places - this.suivies(structureId, typeOrientation));
  }

  /** What is left of a type in a territory, all structures together. */
  resteDansTerritoire(type: string, territoireId: number | null): number | null {
    let somme = 0;
    for (const service of this.services(type, territoireId)) {
      const reste = this.reste(service);
      if (reste === null) return null;
      somme += reste;
    }
    return somme;
  }

  prendre(structureId: number, type: string, referentId: number | null): void {
    this.#noter(structureId, type, this.suivies(structureId, type) + 1);
    if (referentId !== null) this.confier(referentId);
  }

  #noter(structureId: number, type: string, suivies: number): void {
    const prises = this.#prises.get(type) ?? new Map<number, number>();
    this.#prises.set(type, prises.set(structureId, suivies));
  }

  confier(referentId: number): void {
    this.#confiees.set(referentId, this.confiees(referentId) + 1);
  }

  /** The structure with the largest share of its places left; at equality the least charged, then the oldest known. */
  meilleure(type: string, territoireId: number | null): Service | null {
    let choisie: { readonly service: Service; readonly part: number } | null = null;
    for (const service of this.services(type, territoireId)) {
      const reste = this.reste(service);
      if (reste === 0) continue;
      const part = reste === null ? PART_SANS_LIMITE : reste / Math.max(1, service.places ?? 1);
      if (choisie === null || this.#avant({ service, part }, choisie)) choisie = { service, part };
    }
    return choisie?.service ?? null;
  }

  #avant(
    a: { readonly service: Service; readonly part: number },
    b: { readonly service: Service; readonly part: number },
  ): boolean {
    if (a.part !== b.part) return a.part > b.part;
    const chargeA = this.suivies(a.service.structureId, a.service.typeOrientation);
    const chargeB = this.suivies(b.service.structureId, b.service.typeOrientation);
    return chargeA === chargeB ? a.service.structureId < b.service.structureId : chargeA < chargeB;
  }

  /** Who of the structure follows the fewest persons for her working time, is there and has room. */
  referentDisponible(referents: readonly ReferentOffert[]): ReferentOffert | null {
    let choisi: ReferentOffert | null = null;
    for (const referent of referents) {
      if (!this.peutRecevoir(referent)) continue;
      if (choisi === null || this.#charge(referent) < this.#charge(choisi)) choisi = referent;
    }
    return choisi;
  }

  peutRecevoir({ id, absent, places }: ReferentOffert): boolean {
    return !absent && (places === null || this.confiees(id) < places);
  }

  #charge({ id, etp }: ReferentOffert): number {
    return this.confiees(id) / etp;
  }
}

/** A structure that says no limit comes after those whose places are half free. */
const PART_SANS_LIMITE = 0.5;

/**
 * The first of these types that somebody can take, with its structure and référent, which are then taken.
 * When none can, the first type is kept and the obstacle says why.
 */
export function attribuer(
  types: readonly string[],
  territoireId: number | null,
  places: Places,
): Attribution {
  for (const type of types) {
    const service = places.meilleure(type, territoireId);
    if (service === null) continue;
    const referent = places.referentDisponible(service.referents);
    places.prendre(service.structureId, type, referent?.id ?? null);
    return {
      type,
      structureId: service.structureId,
      referentId: referent?.id ?? null,
      obstacle: null,
    };
  }
  return {
    type: types[0] ?? null,
    structureId: null,
    referentId: null,
    obstacle: obstacleDe(types, territoireId, places),
  };
}

function obstacleDe(
  types: readonly string[],
  territoireId: number | null,
  places: Places,
): Obstacle {
  if (types.some((type) => places.services(type, territoireId).length > 0)) return "capacite";
  return territoireId === null && types.some((type) => places.tousLesServices(type).length > 0)
    ? "sans-commune"
    : "sans-structure";
}

export const obstaclesEnMots: Readonly<Record<Obstacle, string>> = {
  "sans-commune": "Son adresse n’a pas de commune connue : aucun territoire ne peut être choisi",
  "sans-structure": "Aucune structure ne prend ce type d’orientation sur son territoire",
  capacite: "Les structures de son territoire n’ont plus de place",
};

export const obstaclesCourts: Readonly<Record<Obstacle, string>> = {
  "sans-commune": "commune inconnue",
  "sans-structure": "aucune structure",
  capacite: "plus de place",
};
