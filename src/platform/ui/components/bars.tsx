import type { VNode } from "preact";
import { formatNumber } from "../format.ts";
import { classes, type State, toneClass } from "../tone.ts";

export interface BarLine {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The list behind the figure. */
  readonly href?: string | undefined;
  readonly tone?: State | undefined;
}

export interface BarsProps {
  /** What is counted, in words. */
  readonly caption: string;
  readonly heads: readonly [label: string, value: string];
  readonly lines: readonly BarLine[];
  /** Length that fills the place; the longest line when absent. */
  readonly max?: number | undefined;
}

/** A picture that is its own table: one bar a line, each figure a door. */
export function Bars({ caption, heads, lines, max }: BarsProps): VNode {
  const longest = Math.max(1, max ?? 0, ...lines.map(({ value }) => value));
  return (
    <table class="bars">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.key} line={line} share={line.value / longest} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, share }: { line: BarLine; share: number }): VNode {
  const { label, value, href, tone } = line;
  const figure = formatNumber(value);
  return (
    <tr class={classes(value === 0 && "bars-none", toneClass(tone))}>
      <th scope="row">{label}</th>
      <td>
        <span class="bars-place">
          <svg class="bars-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bars-ground" x="0" y="0" width="100" height="10" />
            <rect class="bars-fill" x="0" y="0" width={width(share)} height="10" />
          </svg>
          {href === undefined || value === 0 ? <span>{figure}</span> : <a href={href}>{figure}</a>}
        </span>
      </td>
    </tr>
  );
}

/** What is not nothing is seen. */
function width(share: number): number {
  return share === 0 ? 0 : Math.max(0.8, Math.round(share * 1000) / 10);
}
