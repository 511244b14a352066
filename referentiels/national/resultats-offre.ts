import type { ResultatAttendu } from "../../src/commun/referentiel/domain/offre.ts";

type Precisions = Partial<Pick<ResultatAttendu, "libelle" | "types" | "sousReserveOrientation">>;

const propre = { types: null, sousReserveOrientation: false } as const;

/** « 50 sorties en emploi durable pour 100 places financées » */
export function pourCentPlaces(
  numerateur: ResultatAttendu["numerateur"],
  n: number,
  libelle: string,
  precisions: Precisions = {},
): ResultatAttendu {
  return {
    code: numerateur,
    libelle,
    numerateur,
    denominateur: "places",
    cible: { n, d: 100 },
    ...propre,
    ...precisions,
  };
}

/** « 30 % de sorties en emploi durable », out of all the exits of the action. */
export function partDesSorties(
  numerateur: ResultatAttendu["numerateur"],
  n: number,
  libelle: string,
  precisions: Precisions = {},
): ResultatAttendu {
  return {
    code: numerateur,
    libelle,
    numerateur,
    denominateur: "sorties",
    cible: { n, d: 100 },
    ...propre,
    ...precisions,
  };
}

export const occupationComplete: ResultatAttendu = {
  code: "occupation",
  libelle: "100 % d’occupation des places financées",
  numerateur: "occupation",
  denominateur: "places",
  cible: { n: 1, d: 1 },
  types: null,
  sousReserveOrientation: true,
};
