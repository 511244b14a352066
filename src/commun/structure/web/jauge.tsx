import type { VNode } from "preact";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { formatCount } from "#platform/ui/format.ts";
import { type Charge, tonDeCharge } from "./bilan-charges.ts";

/** « 57 / 60 » and its bar; without places said, the number alone. */
export function JaugeDePlaces({ label, charge }: { label: string; charge: Charge }): VNode {
  const { suivies, places } = charge;
  if (places === null) {
    return <span class="num">{formatCount(suivies, "suivie", "suivies")}, sans limite</span>;
  }
  return <Gauge label={label} value={suivies} max={places} tone={tonDeCharge(charge)} />;
}
