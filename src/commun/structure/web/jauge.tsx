import type { VNode } from "preact";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { type Charge, tonDeCharge } from "./bilan-charges.ts";

/** « 57 / 60 » and its bar; without places said, the number alone. */
export function JaugeDePlaces({ label, charge }: { label: string; charge: Charge }): VNode {
  const { suivies, places } = charge;
  if (places === null) {
    return <span class="num">{formatCount(suivies, "suivie", "suivies")}, sans limite</span>;
  }
  return <Gauge label={label} value={suivies} max={places} tone={tonDeCharge(charge)} />;
}

/** « 3 places libres », « complet », « 2 de plus que les places », and why. */
export function placesLibres({ suivies, places, franceTravail }: Charge): string {
  if (places === null) return "sans limite de places";
  const libres = places - suivies;
  if (libres > 0) return formatCount(libres, "place libre", "places libres");
  if (libres === 0) return "complet";
  const deTrop = `${formatNumber(-libres)} de plus que les places`;
  return franceTravail === 0
    ? deTrop
    : `${deTrop} : France Travail en a orienté ${formatNumber(franceTravail)} sans les prendre`;
}
