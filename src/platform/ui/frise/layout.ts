import { type ScaleTime, scaleUtc } from "d3-scale";
import type {
  FriseBand,
  FriseInput,
  FriseLayout,
  FriseSegment,
  FriseTick,
  PlacedBand,
  PlacedSegment,
  PlacedTick,
} from "./types.ts";

const labelColumn = 132;
const rightMargin = 12;
const axisHeight = 42;
const rowHeight = 26;
const barHeight = 22;
const bandPadding = 6;
const tickRow = 16;
const tickSize = 12;
const minWidth = 6;
const characterWidth = 6.6;
const textMargin = 14;
const pointWidth = 8;
const shortMonths = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
];

type Scale = ScaleTime<number, number>;

/** Where everything goes. Pure: the same facts in the same width give the same drawing. */
export function layoutFrise(input: FriseInput, { width }: { readonly width: number }): FriseLayout {
  const plot = { left: labelColumn, right: width - rightMargin, top: axisHeight };
  const scale = scaleUtc([instant(input.from), after(input.to)], [plot.left, plot.right]);
  const bands = placeBands(input, scale, plot.top);
  const bandsEnd = bands.at(-1);
  const ticksTop = bandsEnd === undefined ? plot.top : bandsEnd.y + bandsEnd.height;
  const ticks = placeTicks(input, scale, ticksTop);
  const bottom = ticksTop + ticks.height;
  return {
    width,
    // Below the plot, « aujourd’hui » never covers a year of the axis.
    height: bottom + 20,
    plot: { ...plot, bottom },
    axis: axis(input, scale),
    bands,
    ticks: { y: ticksTop, ...ticks },
    today: within(input, input.today) ? round(scale(instant(input.today))) : null,
    outside: countOutside(input, bands, ticks.placed),
  };
}

function placeBands(input: FriseInput, scale: Scale, top: number): readonly PlacedBand[] {
  let y = top;
  return input.bands.map((band) => {
    const placed = placeBand(input, band, scale, y);
    y += placed.height;
    return placed;
  });
}

/** Facts of a band that touch are put on lines of their own, the first free one each time. */
function placeBand(input: FriseInput, band: FriseBand, scale: Scale, y: number): PlacedBand {
  const ends: number[] = [];
  const segments = band.segments
    .filter((segment) => meets(input, segment))
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((segment): PlacedSegment => {
      const box = extent(input, segment, scale);
      const row = freeRow(ends, box.x);
      ends[row] = box.x + box.width;
      return {
        segment,
        ...box,
        y: y + bandPadding + row * rowHeight,
        height: barHeight,
        text: shorten(segment.label, segment.to === null ? box.width - pointWidth : box.width),
        open: segment.to === null,
      };
    });
  return {
    key: band.key,
    label: band.label,
    y,
    height: Math.max(ends.length, 1) * rowHeight + 2 * bandPadding,
    segments,
  };
}

/** From the first day to the end of the last one, kept inside the drawing, never too thin to be seen. */
function extent(
  input: FriseInput,
  segment: FriseSegment,
  scale: Scale,
): { x: number; width: number } {
  const [left = 0, right = 0] = scale.range();
  const start = Math.max(scale(instant(segment.from)), left);
  const end = Math.min(scale(after(lastDay(input, segment))), right);
  const width = round(Math.max(end - start, minWidth));
  return { x: round(Math.min(start, right - width)), width };
}

/** What lasts is drawn up to today, never further: nobody knows. */
function lastDay(input: FriseInput, segment: FriseSegment): string {
  if (segment.to !== null) return segment.to;
  return latest(segment.from, input.today);
}

function latest(one: string, other: string): string {
  return one.localeCompare(other) > 0 ? one : other;
}

function placeTicks(
  input: FriseInput,
  scale: Scale,
  top: number,
): { height: number; placed: readonly PlacedTick[] } {
  const [left = 0, right = 0] = scale.range();
  const half = tickSize / 2;
  const ends: number[] = [];
  const placed = input.ticks
    .filter((tick) => within(input, tick.date))
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((tick): PlacedTick => {
      const x = Math.min(Math.max(round(scale(instant(tick.date))), left + half), right - half);
      const row = freeRow(ends, x - half);
      ends[row] = x + half;
      return { tick, x, y: top + bandPadding + row * tickRow + tickRow / 2 };
    });
  const height =
    input.ticks.length === 0 ? 0 : Math.max(ends.length, 1) * tickRow + 2 * bandPadding;
  return { height, placed };
}

function freeRow(ends: readonly number[], x: number): number {
  const free = ends.findIndex((end) => end <= x);
  return free === -1 ? ends.length : free;
}

function axis(input: FriseInput, scale: Scale): FriseLayout["axis"] {
  const [left = 0, right = 0] = scale.range();
  const months = monthsOf(input.from, input.to);
  const step = monthStep((right - left) / months.length);
  return months.flatMap(({ year, month }) => {
    if (month !== 0 && (step === null || month % step !== 0)) return [];
    const x = round(scale(Date.UTC(year, month, 1)));
    if (x < left) return [];
    return [
      { x, label: month === 0 ? String(year) : (shortMonths[month] ?? ""), year: month === 0 },
    ];
  });
}

/** Every month, every quarter, or only years, after the room there is. */
function monthStep(monthWidth: number): 1 | 3 | null {
  if (monthWidth >= 36) return 1;
  return monthWidth >= 13 ? 3 : null;
}

function monthsOf(from: string, to: string): readonly { year: number; month: number }[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: Math.floor((first + index) / 12),
    month: (first + index) % 12,
  }));
}

function shorten(label: string, width: number): string {
  const room = Math.floor((width - textMargin) / characterWidth);
  if (label.length <= room) return label;
  return room >= 5 ? `${label.slice(0, room - 1).trimEnd()}…` : "";
}

function meets(input: FriseInput, segment: FriseSegment): boolean {
  return segment.from <= input.to && lastDay(input, segment) >= input.from;
}

function within({ from, to }: FriseInput, date: string): boolean {
  return date >= from && date <= to;
}

function countOutside(
  input: FriseInput,
  bands: readonly PlacedBand[],
  ticks: readonly PlacedTick[],
): number {
  const drawn = bands.reduce((sum, band) => sum + band.segments.length, ticks.length);
  const all = input.bands.reduce((sum, band) => sum + band.segments.length, input.ticks.length);
  return all - drawn;
}

function instant(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The end of a day: the beginning of the next one. */
function after(date: string): Date {
  return new Date(instant(date).getTime() + 86_400_000);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The facts of one line, the earliest first: what the table of the drawing lists. */
export interface FriseFact {
  readonly from: string;
  readonly to: string | null;
  readonly band: string;
  readonly fact: FriseSegment | FriseTick;
}

export function friseFacts(input: FriseInput, ticksLabel: string): readonly FriseFact[] {
  const segments = input.bands.flatMap((band) =>
    band.segments.map((fact) => ({ from: fact.from, to: fact.to, band: band.label, fact })),
  );
  const ticks = input.ticks.map((fact) => ({
    from: fact.date,
    to: fact.date,
    band: ticksLabel,
    fact,
  }));
  return [...segments, ...ticks].toSorted((a, b) => a.from.localeCompare(b.from));
}
