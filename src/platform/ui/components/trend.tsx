import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";

export interface TrendProps {
  readonly values: readonly number[];
  /** What the curve says: « 48 à 57 en six mois ». */
  readonly label: string;
}

const width = 96;
const height = 28;
const margin = 3;

/** A tiny curve beside a figure. */
export function Trend({ values, label }: TrendProps): VNode | null {
  if (values.length < 2) return null;
  const x = scaleLinear([0, values.length - 1], [margin, width - margin]);
  const y = scaleLinear(extent(values), [height - margin, margin]);
  const points = values.map((value, index) => `${round(x(index))},${round(y(value))}`);
  const last = values.length - 1;
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path
        class="sparkline-area"
        d={`M${margin},${height}L${points.join("L")}L${width - margin},${height}Z`}
      />
      <path class="sparkline-line" d={`M${points.join("L")}`} />
      <circle class="sparkline-last" cx={round(x(last))} cy={round(y(values[last] ?? 0))} r="3" />
    </svg>
  );
}

/** A flat series is drawn at half height. */
function extent(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high ? [low - 1, high + 1] : [low, high];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
