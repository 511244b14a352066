import { formatCount, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { Occupation } from "../domain/tableau-places.ts";

export const chiffresDeCarte = {
  occupation: "Places occupées",
  libres: "Places libres",
  "sans-orientation": "Personnes sans orientation",
} as const;

export type ChiffreDeCarte = keyof typeof chiffresDeCarte;

export function chiffreDemande(texte: string | null): ChiffreDeCarte {
  return texte !== null && texte in chiffresDeCarte ? (texte as ChiffreDeCarte) : "occupation";
}

/** What the map says of one territory. */
export interface TerritoireChiffre {
  readonly id: number;
  readonly nom: string;
  readonly occupation: Occupation;
  readonly structures: number;
  readonly sansOrientation: number;
}

/** The figure and how it reads; `null` when nothing can be said. */
export function chiffreDe(
  territoire: TerritoireChiffre,
  chiffre: ChiffreDeCarte,
): { readonly valeur: number | null; readonly texte: string } {
  const { places, suivies, libres } = territoire.occupation;
  if (chiffre === "sans-orientation") {
    const valeur = territoire.sansOrientation;
    return { valeur, texte: formatCount(valeur, "personne", "personnes") };
  }
  if (territoire.structures === 0) return { valeur: null, texte: "aucune structure" };
  if (places === null) return { valeur: null, texte: "sans limite" };
  if (chiffre === "libres") {
    return { valeur: libres, texte: formatNumber(libres ?? 0) };
  }
  return places === 0
    ? { valeur: null, texte: "aucune place" }
    : { valeur: suivies / places, texte: formatRate(suivies, places) };
}

/** Five steps, the darkest for the most. */
export function degre(valeur: number | null, plusGrande: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (valeur === null) return 0;
  if (plusGrande <= 0) return 1;
  const part = Math.max(0, Math.min(1, valeur / plusGrande));
  return Math.max(1, Math.ceil(part * 5)) as 1 | 2 | 3 | 4 | 5;
}
