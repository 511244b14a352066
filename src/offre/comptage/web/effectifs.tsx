import type { VNode } from "preact";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { Effectif, Libres } from "../domain/effectif.ts";

/** « 12 », or « moins de 5 ». */
export const enEffectif = (effectif: Effectif): string =>
  typeof effectif === "number"
    ? formatNumber(effectif)
    : `moins de ${formatNumber(effectif.moinsDe)}`;

/** « 12 sorties », « moins de 5 sorties ». */
export const enNombre = (effectif: Effectif, un: string, plusieurs: string): string =>
  typeof effectif === "number"
    ? formatCount(effectif, un, plusieurs)
    : `${enEffectif(effectif)} ${plusieurs}`;

/** Where only a sign fits: « 12 », « < 5 ». */
export const enSigne = (effectif: Effectif): string =>
  typeof effectif === "number" ? formatNumber(effectif) : `< ${formatNumber(effectif.moinsDe)}`;

const NON_DITES = "non dites";

/** « 3 », « au moins 3 », or nothing one may say. */
export function enLibres(libres: Libres): string {
  if (typeof libres === "number") return formatNumber(libres);
  return libres.auMoins === 0 ? NON_DITES : `au moins ${formatNumber(libres.auMoins)}`;
}

export const enPlacesLibres = (libres: Libres): string =>
  typeof libres === "number"
    ? formatCount(libres, "place libre", "places libres")
    : libres.auMoins === 0
      ? `places libres ${NON_DITES}`
      : `au moins ${formatCount(libres.auMoins, "place libre", "places libres")}`;

export function enSigneLibres(libres: Libres): string {
  if (typeof libres === "number") return formatNumber(libres);
  return libres.auMoins === 0 ? "?" : `≥ ${formatNumber(libres.auMoins)}`;
}

export const libresAuMoins = (libres: Libres): number =>
  typeof libres === "number" ? libres : libres.auMoins;

export const additionnerLibres = (libres: readonly Libres[]): Libres => {
  const auMoins = libres.reduce((total: number, une) => total + libresAuMoins(une), 0);
  return libres.every((une) => typeof une === "number") ? auMoins : { auMoins };
};

/** What a reader must know of figures that are not given. */
export const phraseDuSecret = (seuil: number): string =>
  `Hors de votre périmètre, un nombre de personnes plus petit que ${formatNumber(seuil)} n’est pas donné : il pourrait désigner quelqu’un. Il s’écrit « moins de ${formatNumber(seuil)} », et un total qui permettrait de le retrouver par soustraction n’est donné, lui aussi, que par ce qu’il n’atteint pas.`;

export function NoteDuSecret({
  seuil,
  effectifs,
}: {
  readonly seuil: number;
  readonly effectifs: readonly Effectif[];
}): VNode | null {
  if (effectifs.every((un) => typeof un === "number")) return null;
  return <p class="muted small">{phraseDuSecret(seuil)}</p>;
}
