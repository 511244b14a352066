import type { ComponentChildren, VNode } from "preact";
import { ScrollRegion } from "../components/scroll-region.tsx";
import { formatCount, formatDate } from "../format.ts";
import { classes, toneClass } from "../tone.ts";
import { FriseTable } from "./frise-table.tsx";
import { layoutFrise } from "./layout.ts";
import { TickMark } from "./tick-mark.tsx";
import type {
  FriseInput,
  FriseLayout,
  PlacedBand,
  PlacedSegment,
  PlacedTick,
  TickKind,
} from "./types.ts";
import type { FriseZoom } from "./window.ts";

export interface FriseProps {
  readonly input: FriseInput;
  /** « Parcours de Mme Exemple » */
  readonly label: string;
  readonly zooms?: readonly FriseZoom[] | undefined;
  /** Name of the row of single days. */
  readonly ticksLabel?: string | undefined;
  /** Words of the legend, for the kinds this département uses. */
  readonly kinds?: Partial<Readonly<Record<TickKind, string>>> | undefined;
  readonly width?: number | undefined;
}

const labelLength = 19;

const defaultKinds: Readonly<Record<TickKind, string>> = {
  meeting: "Rendez-vous",
  letter: "Courrier",
  decision: "Décision",
  other: "Autre",
};

/** The path of one person as one drawing, with the same facts as a table. */
export function Frise(props: FriseProps): VNode {
  const {
    input,
    label,
    zooms = [],
    ticksLabel = "Rendez-vous et courriers",
    kinds,
    width = 960,
  } = props;
  const layout = layoutFrise(input, { width });
  return (
    <div class="frise" data-frise>
      {zooms.length > 1 && <Zooms zooms={zooms} />}
      <ScrollRegion className="frise-frame" label={label}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          class="frise-drawing"
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={`${label}, du ${formatDate(input.from)} au ${formatDate(input.to)}`}
        >
          <Axis layout={layout} />
          {layout.bands.map((band) => (
            <Band key={band.key} band={band} layout={layout} />
          ))}
          {layout.ticks.height > 0 && <Ticks layout={layout} />}
          <Today layout={layout} />
          <Labels layout={layout} ticksLabel={ticksLabel} />
        </svg>
      </ScrollRegion>
      <p class="frise-detail" aria-live="polite" data-frise-detail>
        <Legend input={input} kinds={{ ...defaultKinds, ...kinds }} />
      </p>
      {layout.outside > 0 && (
        <p class="small muted">
          {formatCount(
            layout.outside,
            "fait hors de ces années, présent",
            "faits hors de ces années, présents",
          )}{" "}
          dans le tableau.
        </p>
      )}
      <FriseTable input={input} label={label} ticksLabel={ticksLabel} />
    </div>
  );
}

function Zooms({ zooms }: { zooms: readonly FriseZoom[] }): VNode {
  return (
    <nav class="frise-zooms" aria-label="Années de la frise">
      <ul>
        {zooms.map((zoom) => (
          <li key={zoom.href}>
            <a href={zoom.href} aria-current={zoom.current ? "true" : undefined}>
              {zoom.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Axis({ layout }: { layout: FriseLayout }): VNode {
  return (
    <Decor className="frise-axis">
      {layout.axis.map(({ x, label, year }) => (
        <g key={x} class={year ? "frise-year" : undefined}>
          <line x1={x} x2={x} y1={year ? 4 : 24} y2={layout.plot.bottom} />
          <text x={x + 4} y={year ? 16 : 36}>
            {label}
          </text>
        </g>
      ))}
    </Decor>
  );
}

function Band({ band, layout }: { band: PlacedBand; layout: FriseLayout }): VNode {
  return (
    <g>
      <line class="frise-rule" x1={0} x2={layout.width} y1={band.y} y2={band.y} />
      {band.segments.map((placed) => (
        <Segment key={`${placed.x} ${placed.y}`} placed={placed} />
      ))}
    </g>
  );
}

/** Names of the bands, over a ground of their own: they stay while the rest scrolls. */
function Labels({ layout, ticksLabel }: { layout: FriseLayout; ticksLabel: string }): VNode {
  const bands = layout.bands.map(({ label, y }) => ({ label, y }));
  const rows =
    layout.ticks.height === 0 ? bands : [...bands, { label: ticksLabel, y: layout.ticks.y }];
  return (
    <g class="frise-labels">
      <rect
        class="frise-ground"
        x={-20}
        y={0}
        width={layout.plot.left + 12}
        height={layout.height}
      />
      {rows.map(({ label, y }) =>
        wrap(label).map((line, index) => (
          <text key={line} class="frise-band" x={0} y={y + 21 + index * 15}>
            {line}
          </text>
        )),
      )}
    </g>
  );
}

/** Two lines at most, cut at a space. */
function wrap(label: string): readonly string[] {
  if (label.length <= labelLength) return [label];
  const cut = label.lastIndexOf(" ", labelLength);
  return cut === -1 ? [label] : [label.slice(0, cut), label.slice(cut + 1)];
}

function Segment({ placed }: { placed: PlacedSegment }): VNode {
  const { segment, x, y, height, text, open } = placed;
  const tone = toneClass(segment.tone);
  return (
    <>
      <Fact detail={segment.detail} href={segment.href} className={tone}>
        <path class="frise-bar" d={open ? arrow(placed) : bar(placed)} />
        <rect class="frise-start" x={x} y={y} width={3} height={height} />
      </Fact>
      {text !== "" && (
        <Decor className={classes("frise-text", tone)}>
          <text x={x + 9} y={y + height / 2 + 4.5}>
            {text}
          </text>
        </Decor>
      )}
    </>
  );
}

function bar({ x, y, width, height }: PlacedSegment): string {
  return `M${x},${y}h${width - 1}v${height}h${1 - width}Z`;
}

/** A point at the end says « goes on ». */
function arrow({ x, y, width, height }: PlacedSegment): string {
  const point = Math.min(8, width / 2);
  return `M${x},${y}h${width - point}l${point},${height / 2}l${-point},${height / 2}h${point - width}Z`;
}

function Ticks({ layout }: { layout: FriseLayout }): VNode {
  const { ticks } = layout;
  return (
    <g>
      <line class="frise-rule" x1={0} x2={layout.width} y1={ticks.y} y2={ticks.y} />
      {ticks.placed.map((placed) => (
        <Tick key={`${placed.x} ${placed.y}`} placed={placed} />
      ))}
    </g>
  );
}

function Tick({ placed: { tick, x, y } }: { placed: PlacedTick }): VNode {
  const detail = `${formatDate(tick.date)} : ${tick.detail}`;
  return (
    <Fact detail={detail} href={tick.href} className={toneClass(tick.tone ?? "neutral")}>
      <TickMark kind={tick.kind} x={x} y={y} />
    </Fact>
  );
}

interface FactProps {
  readonly detail: string;
  readonly href: string | undefined;
  readonly className: string;
  readonly children: ComponentChildren;
}

/** Reached by tab then by arrows when scripts are on; the table serves who has none. */
function Fact({ detail, href, className, children }: FactProps): VNode {
  const names = classes("frise-fact", className);
  if (href !== undefined) {
    return (
      <a class={names} href={href} aria-label={detail} data-fact={detail}>
        <title>{detail}</title>
        {children}
      </a>
    );
  }
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is one picture
    <g class={names} role="img" aria-label={detail} data-fact={detail}>
      <title>{detail}</title>
      {children}
    </g>
  );
}

/** Drawn, not read: the facts say the same. */
function Decor({ className, children }: { className: string; children: ComponentChildren }): VNode {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus
    <g class={className} aria-hidden="true">
      {children}
    </g>
  );
}

function Today({ layout }: { layout: FriseLayout }): VNode | null {
  if (layout.today === null) return null;
  const flip = layout.today > layout.width - 80;
  return (
    <Decor className="frise-today">
      <line x1={layout.today} x2={layout.today} y1={6} y2={layout.plot.bottom} />
      <text
        x={layout.today + (flip ? 0 : -5)}
        y={layout.plot.bottom + 14}
        text-anchor={flip ? "end" : "start"}
      >
        aujourd’hui
      </text>
    </Decor>
  );
}

function Legend({
  input,
  kinds,
}: {
  input: FriseInput;
  kinds: Readonly<Record<TickKind, string>>;
}): VNode {
  const present = (Object.keys(kinds) as TickKind[]).filter((kind) =>
    input.ticks.some((tick) => tick.kind === kind),
  );
  return (
    <span class="frise-legend">
      {present.map((kind) => (
        <span key={kind}>
          <svg
            class="frise-legend-mark"
            viewBox="0 0 14 14"
            width="14"
            height="14"
            aria-hidden="true"
          >
            <TickMark kind={kind} x={7} y={7} />
          </svg>
          {kinds[kind]}
        </span>
      ))}
      <span>La pointe à droite : en cours</span>
    </span>
  );
}
