/** One end of a flow drawing: a kind, on the left or on the right. */
export interface FlowNode {
  readonly key: string;
  readonly label: string;
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

export interface FlowBox extends FlowNode {
  readonly value: number;
  readonly top: number;
  readonly height: number;
}

/** A ribbon by its middle line: where it leaves, where it comes, how thick. */
export interface FlowRibbon extends FlowLink {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

export interface FlowLayout {
  readonly left: readonly FlowBox[];
  readonly right: readonly FlowBox[];
  readonly ribbons: readonly FlowRibbon[];
  readonly height: number;
}

/** Room kept for the two lines of a label, however small its box. */
const PITCH = 40;
const GAP = 10;
/** Height of everybody together, gaps apart. */
const BODY = 260;

/** Two columns of boxes, as high as what they hold, and the ribbons between them. Empty boxes are left out. */
export function layoutFlow(nodes: readonly FlowNode[], links: readonly FlowLink[]): FlowLayout {
  const total = links.reduce((sum, { value }) => sum + value, 0);
  const scale = total === 0 ? 0 : BODY / total;
  const left = stack(nodes, links, "from", scale);
  const right = stack(nodes, links, "to", scale);
  const bottom = ([...boxes]: readonly FlowBox[]) => {
    const last = boxes.at(-1);
    return last === undefined ? 0 : last.top + Math.max(last.height, PITCH);
  };
  return {
    left,
    right,
    ribbons: ribbonsOf(nodes, links, { left, right }, scale),
    height: Math.max(bottom(left), bottom(right)),
  };
}

function stack(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  side: "from" | "to",
  scale: number,
): readonly FlowBox[] {
  let top = 0;
  return nodes.flatMap((node) => {
    const value = links
      .filter((link) => link[side] === node.key)
      .reduce((sum, link) => sum + link.value, 0);
    if (value === 0) return [];
    const box = { ...node, value, top, height: value * scale };
    top += Math.max(box.height, PITCH) + GAP;
    return [box];
  });
}

function ribbonsOf(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  { left, right }: Pick<FlowLayout, "left" | "right">,
  scale: number,
): readonly FlowRibbon[] {
  const rank = (key: string) => nodes.findIndex((node) => node.key === key);
  const leaving = new Map(left.map(({ key, top }) => [key, top]));
  const coming = new Map(right.map(({ key, top }) => [key, top]));
  const take = (places: Map<string, number>, key: string, width: number) => {
    const top = places.get(key) ?? 0;
    places.set(key, top + width);
    return top + width / 2;
  };
  return links
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
    .map((link) => {
      const width = link.value * scale;
      return {
        ...link,
        width,
        start: take(leaving, link.from, width),
        end: take(coming, link.to, width),
      };
    });
}
