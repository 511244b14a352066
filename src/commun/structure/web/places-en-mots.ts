import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { Charge } from "./bilan-charges.ts";

type Places = Pick<Charge, "suivies" | "places" | "franceTravail">;

/** « 3 places libres », « complet », « 2 de plus que les places », and why. */
export function placesLibres(charge: Places): string {
  const { suivies, places } = charge;
  if (places === null) return "sans limite de places";
  if (suivies < places) return formatCount(places - suivies, "place libre", "places libres");
  return depassementEnMots(charge) ?? "complet";
}

/** More persons than places, and why; `null` when it is not so. */
export function depassementEnMots({ suivies, places, franceTravail }: Places): string | null {
  if (places === null || suivies <= places) return null;
  const deTrop = `${formatNumber(suivies - places)} de plus que les places`;
  if (franceTravail === 0) return deTrop;
  return `${deTrop} : France Travail en a orienté ${formatNumber(franceTravail)} sans les prendre`;
}
