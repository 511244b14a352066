import { linkHorizontal } from "d3-shape";
import type { VNode } from "preact";
import { formatNumber } from "../format.ts";
import { classes, type Tone, toneClass } from "../tone.ts";
import { type FlowBox, type FlowLink, type FlowNode, layoutFlow } from "./flow-layout.ts";
import { ScrollRegion } from "./scroll-region.tsx";

export interface FlowProps {
  /** What the drawing says, in a sentence. Its figures must be in a table of the page. */
  readonly label: string;
  readonly heads: readonly [before: string, after: string];
  readonly nodes: readonly (FlowNode & { readonly tone: Tone })[];
  readonly links: readonly FlowLink[];
}

const WIDTH = 1000;
const SIDE = 340;
const BOX = 14;
const HEAD = 28;

/** Who goes where: two columns of boxes and the ribbons between them. Those that stay are quiet. */
export function Flow({ label, heads, nodes, links }: FlowProps): VNode {
  const { left, right, ribbons, height } = layoutFlow(nodes, links);
  const tones = new Map(nodes.map(({ key, tone }) => [key, toneClass(tone)]));
  const curve = linkHorizontal<unknown, readonly [number, number]>()
    .x(([x]) => x)
    .y(([, y]) => y);
  const path = (start: number, end: number) =>
    curve({
      source: [SIDE + BOX, HEAD + start],
      target: [WIDTH - SIDE - BOX, HEAD + end],
    }) ?? "";
  return (
    <ScrollRegion className="flow" label={label}>
      <svg viewBox={`0 0 ${WIDTH} ${HEAD + height + 4}`} role="img" aria-label={label}>
        <text class="flow-head" x={SIDE + BOX} y="14" text-anchor="end">
          {heads[0]}
        </text>
        <text class="flow-head" x={WIDTH - SIDE - BOX} y="14">
          {heads[1]}
        </text>
        {ribbons.map(({ from, to, start, end, width, value }) => (
          <path
            key={`${from} ${to}`}
            class={classes("flow-ribbon", from === to && "flow-still", tones.get(to))}
            d={path(start, end)}
            stroke-width={Math.max(1, width)}
          >
            <title>{`${nameOf(nodes, from)} → ${nameOf(nodes, to)} : ${formatNumber(value)}`}</title>
          </path>
        ))}
        {left.map((box) => (
          <Box key={box.key} box={box} x={SIDE} tone={tones.get(box.key)} side="left" />
        ))}
        {right.map((box) => (
          <Box
            key={box.key}
            box={box}
            x={WIDTH - SIDE - BOX}
            tone={tones.get(box.key)}
            side="right"
          />
        ))}
      </svg>
    </ScrollRegion>
  );
}

function nameOf(nodes: FlowProps["nodes"], key: string): string {
  return nodes.find((node) => node.key === key)?.label ?? key;
}

/** A label longer than its place is cut: the table says it whole. */
const LINE = 46;

function Box({
  box,
  x,
  tone,
  side,
}: {
  readonly box: FlowBox;
  readonly x: number;
  readonly tone: string | undefined;
  readonly side: "left" | "right";
}): VNode {
  const anchor = side === "left" ? "end" : "start";
  const at = side === "left" ? x - 8 : x + BOX + 8;
  const words = shorten(box.label);
  return (
    <g class={tone}>
      <rect
        class="flow-box"
        x={x}
        y={HEAD + box.top}
        width={BOX}
        height={Math.max(2, box.height)}
        rx="2"
      />
      <text class="flow-label" x={at} y={HEAD + box.top + 13} text-anchor={anchor}>
        {words}
      </text>
      <text class="flow-value" x={at} y={HEAD + box.top + 31} text-anchor={anchor}>
        {formatNumber(box.value)}
      </text>
    </g>
  );
}

function shorten(label: string): string {
  return label.length <= LINE ? label : `${label.slice(0, LINE - 1).trimEnd()}…`;
}
