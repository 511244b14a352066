import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Aleatoire, elementDe } from "./aleatoire.ts";

export interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly codePostal: string;
}

/** Places a population needs: where people live, and where they were born. */
export interface Territoire {
  readonly departement: string;
  readonly outreMer: boolean;
  /** Towns adults are born in, apart from those of children, so that no two NIR meet. */
  readonly naissancesAdultes: readonly Commune[];
  readonly naissancesEnfants: readonly Commune[];
  readonly naissancesAilleurs: readonly Commune[];
  readonly voisinage: readonly Commune[];
  readonly chefLieu: Commune;
  communeDe(hasard: Aleatoire): Commune;
}

interface LigneCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
}

/** The field writes places in capitals without accents or hyphens. */
function enCapitales(texte: string): string {
  return texte
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/[-'’]/g, " ")
    .toUpperCase();
}

function lireCommunes(): readonly LigneCommune[] {
  const chemin = createRequire(import.meta.url).resolve(
    "@etalab/decoupage-administratif/data/communes.json",
  );
  const lignes: LigneCommune[] = JSON.parse(readFileSync(chemin, "utf8"));
  return lignes;
}

/** Paris, Lyon and Marseille are addressed by arrondissement. */
const VILLES_A_ARRONDISSEMENTS = new Set(["75056", "69123", "13055"]);

function habitables(lignes: readonly LigneCommune[]): readonly LigneCommune[] {
  return lignes
    .filter(
      (l) =>
        (l.type === "commune-actuelle" && !VILLES_A_ARRONDISSEMENTS.has(l.code)) ||
        l.type === "arrondissement-municipal",
    )
    .filter(
      (l) => l.codesPostaux !== undefined && l.codesPostaux.length > 0 && (l.population ?? 0) > 0,
    )
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.code.localeCompare(b.code));
}

const enCommune = (l: LigneCommune): Commune => ({
  code: l.code,
  nom: enCapitales(l.nom).slice(0, 32),
  codePostal: l.codesPostaux?.[0] ?? "00000",
});

function tirageParPopulation(lignes: readonly LigneCommune[]): (hasard: Aleatoire) => Commune {
  const communes = lignes.map(enCommune);
  const cumul = new Float64Array(lignes.length);
  let total = 0;
  for (const [i, l] of lignes.entries()) {
    total += l.population ?? 0;
    cumul[i] = total;
  }
  return (hasard) => {
    const cible = hasard() * total;
    let bas = 0;
    let haut = cumul.length - 1;
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if ((cumul[milieu] ?? 0) <= cible) bas = milieu + 1;
      else haut = milieu;
    }
    return elementDe(communes, bas);
  };
}

const departementDe = (l: LigneCommune): string =>
  l.departement ?? (l.code.startsWith("97") ? l.code.slice(0, 3) : l.code.slice(0, 2));

/** `59`, `2A`, or the name in the form of an address: `somme`, `seine-saint-denis`. Unknown: as given. */
export function codeDuDepartement(saisi: string): string {
  const charger = createRequire(import.meta.url);
  const chemin = charger.resolve("@etalab/decoupage-administratif/data/departements.json");
  const lignes = JSON.parse(readFileSync(chemin, "utf8")) as readonly {
    code: string;
    nom: string;
  }[];
  const adresse = (nom: string) => enCapitales(nom).replaceAll(" ", "-").toLowerCase();
  const connu = lignes.find(
    ({ code, nom }) => code === saisi || adresse(nom) === saisi.toLowerCase(),
  );
  return connu?.code ?? saisi;
}

const deja = new Map<string, Territoire>();

export function territoireDe(departement: string): Territoire {
  const connu = deja.get(departement);
  if (connu !== undefined) return connu;
  const territoire = construire(departement);
  deja.set(departement, territoire);
  return territoire;
}

function construire(departement: string): Territoire {
  const lignes = habitables(lireCommunes());
  const locales = lignes.filter((l) => departementDe(l) === departement);
  const premiere = locales[0];
  if (premiere === undefined) {
    throw new DomainError(
      "departement.inconnu",
      `Le département « ${departement} » n’existe pas : donnez son code, par exemple 59, 2A ou 974.`,
    );
  }
  const grandes = locales.slice(0, 80).map(enCommune);
  const ailleurs = lignes.filter((l) => departementDe(l) !== departement).slice(0, 2_200);
  const pair = (_: Commune, i: number): boolean => i % 2 === 0;
  return {
    departement,
    outreMer: departement.startsWith("97"),
    naissancesAdultes: grandes.length > 1 ? grandes.filter(pair) : grandes,
    naissancesEnfants: grandes.filter((_, i) => i % 2 === 1),
    naissancesAilleurs: ailleurs.map(enCommune),
    voisinage: ailleurs.slice(0, 400).map(enCommune),
    chefLieu: enCommune(premiere),
    communeDe: tirageParPopulation(locales),
  };
}
