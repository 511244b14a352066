import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Commune, TypeCommune } from "../domain/commune.ts";
import { type IndexCommunes, indexerCommunes } from "../domain/resoudre-commune.ts";

const require = createRequire(import.meta.url);

interface CommuneOfficielle {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
  readonly type:
    | "commune-actuelle"
    | "commune-deleguee"
    | "commune-associee"
    | "arrondissement-municipal";
  readonly arrondissement?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  /** Of a delegated or associated commune. */
  readonly chefLieu?: string;
  /** Of an arrondissement of Paris, Lyon or Marseille. */
  readonly commune?: string;
}

interface Groupement {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly membres: readonly { readonly code: string }[];
}

export interface Arrondissement {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
}

export interface DecoupageOfficiel {
  readonly version: string;
  readonly communes: readonly Commune[];
  readonly epci: readonly Pick<Groupement, "code" | "nom" | "type">[];
  readonly arrondissements: readonly Arrondissement[];
  readonly index: IndexCommunes;
}

const types = {
  "commune-actuelle": "actuelle",
  "commune-deleguee": "deleguee",
  "commune-associee": "associee",
  "arrondissement-municipal": "arrondissement",
} as const satisfies Record<CommuneOfficielle["type"], TypeCommune>;

let lu: DecoupageOfficiel | null = null;

/** The official division shipped by the package, read once: about 37 000 communes. */
export function lireDecoupageOfficiel(): DecoupageOfficiel {
  lu ??= lire();
  return lu;
}

function lire(): DecoupageOfficiel {
  const officielles = fichier<readonly CommuneOfficielle[]>(
    require.resolve("@etalab/decoupage-administratif/data/communes.json"),
  );
  const epci = fichier<readonly Groupement[]>(
    require.resolve("@etalab/decoupage-administratif/data/epci.json"),
  );
  const ept = fichier<readonly Groupement[]>(
    require.resolve("@etalab/decoupage-administratif/data/ept.json"),
  );
  const { version } = fichier<{ readonly version: string }>(
    require.resolve("@etalab/decoupage-administratif/package.json"),
  );
  const communes = reunir(officielles, appartenances(epci), appartenances(ept));
  const anciensCodes = new Map(
    officielles.flatMap(({ code, chefLieu, anciensCodes: codes }) =>
      (codes ?? []).map((ancien) => [ancien, chefLieu ?? code] as const),
    ),
  );
  return {
    version,
    communes,
    epci: [...epci, ...ept].map(({ code, nom, type }) => ({ code, nom, type })),
    arrondissements: fichier<readonly Arrondissement[]>(
      require.resolve("@etalab/decoupage-administratif/data/arrondissements.json"),
    ),
    index: indexerCommunes(version, communes, anciensCodes),
  };
}

function fichier<Contenu>(chemin: string): Contenu {
  return JSON.parse(readFileSync(chemin, "utf8")) as Contenu;
}

function appartenances(groupements: readonly Groupement[]): ReadonlyMap<string, string> {
  return new Map(
    groupements.flatMap(({ code, membres }) => membres.map((membre) => [membre.code, code])),
  );
}

/** A delegated commune often keeps the code of the commune of today: it is then one of its names. */
function reunir(
  officielles: readonly CommuneOfficielle[],
  epci: ReadonlyMap<string, string>,
  ept: ReadonlyMap<string, string>,
): readonly Commune[] {
  const parCode = new Map<string, Commune>();
  const actuellesDabord = officielles.toSorted(
    (a, b) => Number(b.type === "commune-actuelle") - Number(a.type === "commune-actuelle"),
  );
  for (const officielle of actuellesDabord) {
    const deja = parCode.get(officielle.code);
    parCode.set(
      officielle.code,
      deja
        ? { ...deja, autresNoms: [...deja.autresNoms, officielle.nom] }
        : traduire(officielle, epci, ept),
    );
  }
  return [...parCode.values()];
}

function traduire(
  officielle: CommuneOfficielle,
  epci: ReadonlyMap<string, string>,
  ept: ReadonlyMap<string, string>,
): Commune {
  const chefLieu = officielle.chefLieu ?? officielle.commune ?? officielle.code;
  return {
    code: officielle.code,
    nom: officielle.nom,
    autresNoms: [],
    departement: officielle.departement,
    arrondissement: officielle.arrondissement ?? null,
    epci: epci.get(chefLieu) ?? null,
    ept: ept.get(chefLieu) ?? null,
    codesPostaux: officielle.codesPostaux ?? [],
    population: officielle.population ?? null,
    type: types[officielle.type],
    chefLieu,
  };
}
